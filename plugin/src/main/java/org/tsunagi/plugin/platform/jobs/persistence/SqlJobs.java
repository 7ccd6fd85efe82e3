// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterInputStream;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.platform.jobs.domain.Claim;
import org.tsunagi.plugin.platform.jobs.domain.Job;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.platform.jobs.domain.JobFinding;
import org.tsunagi.plugin.platform.jobs.domain.JobRequest;
import org.tsunagi.plugin.platform.jobs.domain.JobResult;
import org.tsunagi.plugin.platform.jobs.domain.JobState;
import org.tsunagi.plugin.platform.jobs.domain.Jobs;
import org.tsunagi.plugin.shared.Finding;

/** Jobs in tables, claimed by row locks. */
@Component(service = Jobs.class)
public class SqlJobs implements Jobs {
  /** Half a mebibyte: below the longest binary value H2 takes. */
  private static final int CHUNK = 512 * 1024;

  private static final String MINE =
      " WHERE id = ? AND state = 'running' AND node = ? AND attempt = ?";

  @Override
  public void add(Connection connection, JobRequest request, InputStream upload)
      throws IOException {
    Sql.update(
        connection,
        "INSERT INTO job (id, kind, dry_run, state, requested_by, requested_by_name, requested_at,"
            + " attempt, cancel_wanted, done, total, added, changed, unchanged, ended, refused,"
            + " finding_count) VALUES (?, ?, ?, 'queued', ?, ?, ?, 0, FALSE, 0, 0, 0, 0, 0, 0, 0, 0)",
        request.id(),
        request.kind(),
        request.dryRun(),
        request.requestedBy(),
        request.requestedByName(),
        request.at());
    // Deflated: what a transaction deletes at its end stands in the database's undo log once more.
    try (InputStream packed = new DeflaterInputStream(upload)) {
      int seq = 0;
      for (byte[] piece = packed.readNBytes(CHUNK);
          piece.length > 0;
          piece = packed.readNBytes(CHUNK)) {
        Sql.update(
            connection,
            "INSERT INTO job_chunk (job_id, seq, content) VALUES (?, ?, ?)",
            request.id(),
            seq++,
            piece);
      }
    }
  }

  @Override
  public Optional<Claim> claim(Connection connection, String node, Instant now, Duration silence) {
    String open = "SELECT id FROM job WHERE state IN ('queued', 'running')";
    if (Sql.find(connection, open + " FETCH FIRST 1 ROW ONLY", SqlJobs::id).isEmpty()) {
      return Optional.empty();
    }
    String lane = "SELECT name AS id FROM job_lane WHERE name = 'work' FOR UPDATE SKIP LOCKED";
    if (Sql.find(connection, lane, SqlJobs::id).isEmpty()) {
      return Optional.empty();
    }
    Instant dead = now.minus(silence);
    String alive = "SELECT id FROM job WHERE state = 'running' AND beat_at >= ?";
    if (!Sql.list(connection, alive, SqlJobs::id, dead).isEmpty()) {
      return Optional.empty();
    }
    return Sql.find(
            connection,
            "SELECT id FROM job WHERE state = 'queued' OR (state = 'running' AND beat_at < ?)"
                + " ORDER BY requested_at, id FETCH FIRST 1 ROW ONLY FOR UPDATE SKIP LOCKED",
            SqlJobs::id,
            dead)
        .flatMap(id -> take(connection, id, node, now));
  }

  private Optional<Claim> take(Connection connection, String id, String node, Instant now) {
    Sql.update(
        connection,
        "UPDATE job SET state = 'running', node = ?, attempt = attempt + 1, started_at = ?,"
            + " beat_at = ?, done = 0, total = 0 WHERE id = ?",
        node,
        now,
        now,
        id);
    return find(connection, id).map(job -> new Claim(job, node));
  }

  @Override
  public boolean beat(Connection connection, Claim claim, Instant now, long done, long total) {
    int mine =
        Sql.update(
            connection,
            "UPDATE job SET beat_at = ?, done = ?, total = ?" + MINE + " AND NOT cancel_wanted",
            now,
            done,
            total,
            claim.job().id(),
            claim.node(),
            claim.job().attempt());
    return mine == 1;
  }

  @Override
  public boolean end(
      Connection connection, Claim claim, JobState state, JobResult result, Instant now) {
    String unlessCancelled = state == JobState.SUCCEEDED ? " AND NOT cancel_wanted" : "";
    JobCounts counts = result.counts();
    int mine =
        Sql.update(
            connection,
            "UPDATE job SET state = ?, finished_at = ?, added = ?, changed = ?, unchanged = ?,"
                + " ended = ?, refused = ?, finding_count = ?"
                + MINE
                + unlessCancelled,
            state.code(),
            now,
            counts.added(),
            counts.changed(),
            counts.unchanged(),
            counts.ended(),
            counts.refused(),
            result.findingCount(),
            claim.job().id(),
            claim.node(),
            claim.job().attempt());
    if (mine == 0) {
      return false;
    }
    if (state == JobState.SUCCEEDED) {
      Sql.update(connection, "UPDATE job SET done = total WHERE id = ?", claim.job().id());
    }
    dropUpload(connection, claim.job().id());
    keepFindings(connection, claim.job().id(), result.findings());
    return true;
  }

  private static void dropUpload(Connection connection, String job) {
    Sql.update(connection, "DELETE FROM job_chunk WHERE job_id = ?", job);
  }

  private static void keepFindings(Connection connection, String job, List<JobFinding> findings) {
    int seq = 0;
    for (JobFinding finding : findings) {
      Sql.update(
          connection,
          "INSERT INTO job_finding (job_id, seq, severity, code, file_name, line, column_name,"
              + " message, sample) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          job,
          seq++,
          finding.severity().name(),
          finding.code(),
          finding.file(),
          finding.line(),
          finding.column(),
          finding.message(),
          finding.value());
    }
  }

  @Override
  public boolean cancel(Connection connection, String job, Instant now) {
    int waiting =
        Sql.update(
            connection,
            "UPDATE job SET state = 'cancelled', cancel_wanted = TRUE, finished_at = ?"
                + " WHERE id = ? AND state = 'queued'",
            now,
            job);
    if (waiting == 1) {
      dropUpload(connection, job);
      return true;
    }
    return Sql.update(
            connection,
            "UPDATE job SET cancel_wanted = TRUE WHERE id = ? AND state = 'running'",
            job)
        == 1;
  }

  @Override
  public void release(Connection connection, Claim claim) {
    Sql.update(
        connection,
        "UPDATE job SET state = 'queued', node = NULL, done = 0, total = 0" + MINE,
        claim.job().id(),
        claim.node(),
        claim.job().attempt());
  }

  @Override
  public Optional<Job> find(Connection connection, String job) {
    return Sql.find(connection, "SELECT * FROM job WHERE id = ?", SqlJobs::job, job);
  }

  @Override
  public List<Job> list(Connection connection, int offset, int limit) {
    return Sql.list(
        connection,
        "SELECT * FROM job ORDER BY requested_at DESC, id"
            + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
        SqlJobs::job,
        offset,
        limit);
  }

  @Override
  public int count(Connection connection) {
    return Sql.find(connection, "SELECT COUNT(*) FROM job", rows -> rows.getInt(1)).orElse(0);
  }

  @Override
  public List<JobFinding> listFindings(Connection connection, String job) {
    return Sql.list(
        connection,
        "SELECT * FROM job_finding WHERE job_id = ? ORDER BY seq",
        rows ->
            new JobFinding(
                Finding.Severity.valueOf(rows.getString("severity")),
                rows.getString("code"),
                rows.getString("file_name"),
                rows.getLong("line"),
                rows.getString("column_name"),
                rows.getString("message"),
                rows.getString("sample")),
        job);
  }

  @Override
  public Optional<byte[]> findChunk(Connection connection, String job, int seq) {
    return Sql.find(
        connection,
        "SELECT content FROM job_chunk WHERE job_id = ? AND seq = ?",
        rows -> rows.getBytes(1),
        job,
        seq);
  }

  private static String id(ResultSet rows) throws SQLException {
    return rows.getString("id");
  }

  private static Job job(ResultSet rows) throws SQLException {
    return new Job(
        rows.getString("id"),
        rows.getString("kind"),
        rows.getBoolean("dry_run"),
        JobState.get(rows.getString("state")),
        rows.getString("requested_by"),
        rows.getString("requested_by_name"),
        Sql.instant(rows, "requested_at").orElseThrow(),
        Sql.instant(rows, "started_at"),
        Sql.instant(rows, "finished_at"),
        rows.getInt("attempt"),
        rows.getLong("done"),
        rows.getLong("total"),
        new JobCounts(
            rows.getInt("added"),
            rows.getInt("changed"),
            rows.getInt("unchanged"),
            rows.getInt("ended"),
            rows.getInt("refused")),
        rows.getInt("finding_count"));
  }
}
