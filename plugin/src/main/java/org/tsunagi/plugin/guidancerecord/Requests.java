// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;

/** What requests say, as values, and files as answers. */
final class Requests {
  private Requests() {}

  static int year(@Nullable Integer year, SchoolClock clock) {
    if (year == null) {
      return SchoolYear.of(clock.today()).year();
    }
    if (year < 1900 || year > 2999) {
      throw new Malformed("schoolYear は 2026 のように、年度の西暦で入れてください。");
    }
    return year;
  }

  static StudentId student(String id) {
    if (id.isBlank() || id.length() > 255) {
      throw new Missing();
    }
    return new StudentId(id);
  }

  static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(one -> !one.isEmpty());
  }

  static Grade grade(String code) {
    return Grade.find(code).orElseThrow(() -> new Malformed("grade は P1〜P6・J1〜J3・H1〜H4 で書いてください。"));
  }

  static String format(@Nullable String format) {
    String chosen = text(format).orElse("json");
    if (!chosen.equals("json") && !RecordTable.types().containsKey(chosen)) {
      throw new Malformed("format は json・csv・xlsx・pdf のどれかにしてください。");
    }
    return chosen;
  }

  /** Answers a file; its name holds no personal data. */
  static Response file(byte[] body, String name, String format) {
    String disposition = format.equals("pdf") ? "inline" : "attachment";
    return Response.ok(body, RecordTable.types().get(format))
        .header("Content-Disposition", disposition + "; filename=\"" + name + "." + format + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
