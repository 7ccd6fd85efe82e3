// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.util.Optional;
import org.tsunagi.api.attendance.AttendanceMark;

/** The yes-or-no facts of a mark as bits of one small number. */
final class MarkFlags {
  private static final int HELD = 1;
  private static final int TAKEN_PART = 2;
  private static final int VISIT_KNOWN = 4;
  private static final int VISIT = 8;

  private MarkFlags() {}

  static short of(AttendanceMark mark) {
    int flags = 0;
    flags |= mark.onlineHeld() ? HELD : 0;
    flags |= mark.onlineSpecial() ? TAKEN_PART : 0;
    flags |= mark.visit().isPresent() ? VISIT_KNOWN : 0;
    flags |= mark.visit().orElse(false) ? VISIT : 0;
    return (short) flags;
  }

  static boolean onlineHeld(int flags) {
    return (flags & HELD) != 0;
  }

  static boolean onlineSpecial(int flags) {
    return (flags & TAKEN_PART) != 0;
  }

  static Optional<Boolean> visit(int flags) {
    return (flags & VISIT_KNOWN) == 0 ? Optional.empty() : Optional.of((flags & VISIT) != 0);
  }
}
