// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.sql.Connection;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.watch.domain.WatchTask;
import org.tsunagi.plugin.watch.persistence.TaskTable;

/** The steps of 気づきの一覧 that are still to be done. It checks no rights. */
@Component(service = OpenSteps.class)
public final class OpenSteps {
  private final TaskTable tasks;

  /** Makes it. */
  @Activate
  public OpenSteps(@Reference TaskTable tasks) {
    this.tasks = tasks;
  }

  /** Lists them for a school, with one statement. */
  public List<WatchTask> list(Connection connection, SchoolId school) {
    return tasks.list(connection, school).stream().filter(WatchTask::open).toList();
  }
}
