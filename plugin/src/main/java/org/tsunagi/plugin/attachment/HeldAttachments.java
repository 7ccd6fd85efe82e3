// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment;

import java.sql.Connection;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.attachment.domain.Attachment;
import org.tsunagi.plugin.attachment.persistence.AttachmentTable;
import org.tsunagi.plugin.attachment.persistence.SqlFileContents;
import org.tsunagi.plugin.retention.domain.HeldAboutChild;
import org.tsunagi.plugin.retention.domain.HeldTable;

/** The files attached to what is kept about a child, with their contents. */
@Component(service = HeldAboutChild.class)
public final class HeldAttachments implements HeldAboutChild {
  private static final String OF_ATTACHMENT =
      "(school_id, attachment_id) IN (SELECT school_id, attachment_id FROM attachment"
          + " WHERE school_id = ? AND student_id = ?)";

  @Override
  public List<HeldTable> tables() {
    return List.of(
        HeldTable.of("attachments", "attachment_content", OF_ATTACHMENT)
            .listed("school_id, attachment_id, piece"),
        HeldTable.of("attachments", "attachment"));
  }

  @Override
  public void files(Connection connection, SchoolId school, StudentId student, Files files) {
    SqlFileContents contents = new SqlFileContents();
    for (Attachment one : new AttachmentTable(connection).list(school, student)) {
      files.take(one.id() + "." + one.kind().code(), contents.read(connection, school, one.id()));
    }
  }
}
