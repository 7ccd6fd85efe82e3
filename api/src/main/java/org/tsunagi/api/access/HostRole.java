// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.access;

import java.util.Optional;

/** A role at a school or at the board, with the text code under which it is stored. */
public enum HostRole {
  PRINCIPAL("principal"),
  VICE_PRINCIPAL("vicePrincipal"),
  HOMEROOM_TEACHER("homeroomTeacher"),
  TEACHER("teacher"),
  YOGO_TEACHER("yogoTeacher"),
  COUNSELOR("counselor"),
  SOCIAL_WORKER("socialWorker"),
  COORDINATOR("coordinator"),
  OFFICE("office"),
  INTEGRATOR("integrator"),
  BOARD_OFFICER("boardOfficer"),
  AUDITOR("auditor");

  private final String code;

  HostRole(String code) {
    this.code = code;
  }

  /** Returns the stable text code, for example {@code homeroomTeacher}. */
  public String code() {
    return code;
  }

  /** Finds the role of a text code. */
  public static Optional<HostRole> find(String code) {
    for (HostRole role : values()) {
      if (role.code.equals(code)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
