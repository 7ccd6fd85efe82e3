// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import java.util.Optional;

/** A privilege, with the text code under which rights tables and service accounts name it. */
public enum Privilege {
  STUDENT_READ("student.read"),
  REGISTER_READ("register.read"),
  REGISTER_WRITE("register.write"),
  REGISTER_UNLOCK("register.unlock"),
  TALLY_READ("tally.read"),
  CLOSURE_WRITE("closure.write"),
  ACCEPTANCE_DECIDE("acceptance.decide"),
  RESTRICTED_READ("restricted.read"),
  CREDITING_READ("crediting.read"),
  CREDITING_WRITE("crediting.write"),
  CREDITING_DECIDE("crediting.decide"),
  FACILITY_READ("facility.read"),
  FACILITY_WRITE("facility.write"),
  RECORD_READ("record.read"),
  RECORD_WRITE("record.write"),
  RECORD_CLOSE("record.close"),
  SURVEY_READ("survey.read"),
  WATCH_READ("watch.read"),
  WATCH_WRITE("watch.write"),
  SHEET_READ("sheet.read"),
  SHEET_WRITE("sheet.write"),
  SHEET_SENSITIVE_READ("sheet.sensitive.read"),
  SHEET_APPROVE("sheet.approve"),
  SHEET_UNLOCK("sheet.unlock"),
  SHEET_VOID("sheet.void"),
  SHEET_EXPORT("sheet.export"),
  TEAM_WRITE("team.write"),
  NOTE_READ("note.read"),
  NOTE_WRITE("note.write"),
  NOTE_REPORT("note.report"),
  ACCESS_EMERGENCY("access.emergency"),
  ACCESS_OVERSEE("access.oversee"),
  FORM_WRITE("form.write"),
  IMPORT_RUN("import.run"),
  JOB_READ("job.read"),
  CODE_READ("code.read"),
  CODE_WRITE("code.write"),
  SIMULATE("simulate"),
  SETTING_WRITE("setting.write"),
  ACCOUNT_MANAGE("account.manage"),
  AUDIT_READ("audit.read"),
  CONSENT_READ("consent.read"),
  CONSENT_WRITE("consent.write"),
  DISCLOSURE_WRITE("disclosure.write"),
  RETENTION_READ("retention.read"),
  RETENTION_WRITE("retention.write"),
  RETENTION_DESTROY("retention.destroy"),
  STUDENT_MERGE("student.merge"),
  CURRICULUM_READ("curriculum.read"),
  CURRICULUM_WRITE("curriculum.write"),
  CURRICULUM_APPROVE("curriculum.approve");

  private final String code;

  Privilege(String code) {
    this.code = code;
  }

  /** Returns the text code, for example {@code register.write}. */
  public String code() {
    return code;
  }

  /** Finds the privilege of a text code. */
  public static Optional<Privilege> find(String code) {
    for (Privilege privilege : values()) {
      if (privilege.code.equals(code)) {
        return Optional.of(privilege);
      }
    }
    return Optional.empty();
  }
}
