// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.jobs.domain.JobRequest;
import org.tsunagi.plugin.platform.jobs.domain.Jobs;

/** Puts jobs into the queue that tell people what was noticed. It checks no rights. */
@Component(service = ScanQueue.class)
public final class ScanQueue {
  /** The kind of these jobs. */
  static final String KIND = "watch";

  private final Jobs jobs;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public ScanQueue(@Reference Jobs jobs, @Reference SchoolClock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Queues a look at one school or at all.
   *
   * @return the job's id
   */
  String queue(Connection connection, Actor actor, Optional<SchoolId> school) {
    String id = UUID.randomUUID().toString();
    add(connection, new JobRequest(id, KIND, false, actor.id(), actor.name(), clock.now()), school);
    return id;
  }

  /** Queues a look at all schools under an id of its own; false where it is there already. */
  boolean queueOnce(Connection connection, String id) {
    if (jobs.find(connection, id).isPresent()) {
      return false;
    }
    JobRequest request = new JobRequest(id, KIND, false, "system:watch", "つなぎ", clock.now());
    add(connection, request, Optional.empty());
    return true;
  }

  private void add(Connection connection, JobRequest request, Optional<SchoolId> school) {
    byte[] body = school.map(SchoolId::value).orElse("").getBytes(StandardCharsets.UTF_8);
    try {
      jobs.add(connection, request, new ByteArrayInputStream(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
