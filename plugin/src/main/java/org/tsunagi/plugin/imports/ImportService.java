// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.imports.file.MultipartUpload;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.platform.jobs.domain.JobRequest;
import org.tsunagi.plugin.platform.jobs.domain.Jobs;
import org.tsunagi.plugin.shared.Malformed;

/** Takes files to import. */
@Component(service = ImportService.class)
public class ImportService {
  /** The largest file that is taken, in bytes. */
  static final long MOST_BYTES = 512L << 20;

  private final Gate gate;
  private final Transactions transactions;
  private final Jobs jobs;
  private final ImportKinds kinds;
  private final AuditTrail audit;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public ImportService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference Jobs jobs,
      @Reference ImportKinds kinds,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.transactions = transactions;
    this.jobs = jobs;
    this.kinds = kinds;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes a file and queues its import. The file is first copied to the disk, so that a slow sender
   * holds no transaction.
   *
   * @param kind the kind, for example {@code roster}
   * @param contentType the content type of the body; empty for the file itself
   * @return the job's id
   * @throws Malformed where the kind is unknown, or there is no file or too large a one
   */
  public String submit(
      Actor actor, String kind, boolean dryRun, String contentType, InputStream body)
      throws IOException {
    gate.require(actor, Privilege.IMPORT_RUN, new Target.Installation());
    if (!kinds.kinds().contains(kind)) {
      throw new Malformed("kind は " + String.join("、", kinds.kinds()) + " のどれかにしてください。");
    }
    kinds
        .alsoNeeded(kind)
        .ifPresent(needed -> gate.require(actor, needed, new Target.Installation()));
    Path spool = Files.createTempFile("tsunagi-upload", ".bin");
    try {
      try (OutputStream out = Files.newOutputStream(spool)) {
        MultipartUpload.copy(contentType, body, out, MOST_BYTES);
      }
      return queue(actor, kind, dryRun, spool);
    } finally {
      Files.deleteIfExists(spool);
    }
  }

  private String queue(Actor actor, String kind, boolean dryRun, Path spool) throws IOException {
    String id = UUID.randomUUID().toString();
    JobRequest request = new JobRequest(id, kind, dryRun, actor.id(), actor.name(), clock.now());
    try (InputStream in = Files.newInputStream(spool)) {
      transactions.runSql(
          connection -> {
            jobs.add(connection, request, in);
            Map<String, String> facts = Map.of("kind", kind, "dryRun", String.valueOf(dryRun));
            audit.record(connection, actor, Optional.empty(), "import.submit", "job:" + id, facts);
            return id;
          });
    }
    return id;
  }
}
