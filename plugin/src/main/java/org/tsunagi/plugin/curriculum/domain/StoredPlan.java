// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A stored plan with its versions.
 *
 * @param id its id
 * @param name what the school calls it
 * @param target what is designated
 * @param versions the versions, the newest first; one at least
 */
public record StoredPlan(String id, String name, Target target, List<PlanVersion> versions) {
  public StoredPlan {
    versions =
        versions.stream().sorted(Comparator.comparingInt(PlanVersion::number).reversed()).toList();
  }

  /** What a designation is for (指定の単位). */
  public enum Target {
    SCHOOL("school", "学校型"),
    CLASS_GROUP("classGroup", "分教室型"),
    BRANCH("branch", "分校型"),
    COURSE("course", "コース指定型");

    private final String code;
    private final String title;

    Target(String code, String title) {
      this.code = code;
      this.title = title;
    }

    /** Returns the text code. */
    public String code() {
      return code;
    }

    /** Returns the Japanese name. */
    public String title() {
      return title;
    }

    /** Finds the target of a text code. */
    public static Optional<Target> find(String code) {
      for (Target target : values()) {
        if (target.code.equals(code)) {
          return Optional.of(target);
        }
      }
      return Optional.empty();
    }
  }

  /** Returns the newest version. */
  public PlanVersion newest() {
    return versions.get(0);
  }

  /** Finds a version by its number. */
  public Optional<PlanVersion> find(int number) {
    return versions.stream().filter(one -> one.number() == number).findFirst();
  }

  /** Finds the version in force on a day: of those whose first day has come, the newest. */
  public Optional<PlanVersion> inForce(LocalDate day) {
    return versions.stream().filter(one -> one.holdsOn(day)).findFirst();
  }
}
