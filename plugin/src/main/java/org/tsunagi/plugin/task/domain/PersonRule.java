// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.task.domain;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tsunagi.api.access.HostRole;

/**
 * Who is meant by 担当 on a sheet, where people write as they speak: 佐々木 遥, 佐々木先生, 養護教諭, 担任. A blank
 * means the homeroom teacher.
 */
public final class PersonRule {
  private static final Map<HostRole, Pattern> TITLES =
      Map.of(
          HostRole.HOMEROOM_TEACHER, Pattern.compile("担任"),
          HostRole.YOGO_TEACHER, Pattern.compile("養護|保健室"),
          HostRole.COUNSELOR, Pattern.compile("カウンセラー|(?<![A-Z])SC(?![A-Z])"),
          HostRole.SOCIAL_WORKER, Pattern.compile("ソーシャルワーカー|(?<![A-Z])SSW(?![A-Z])"),
          HostRole.COORDINATOR, Pattern.compile("コーディネーター"),
          HostRole.VICE_PRINCIPAL, Pattern.compile("教頭|副校長"),
          HostRole.PRINCIPAL, Pattern.compile("(?<!副)校長"));
  private static final String EDGE = "[、・,，／/（(）)]";

  private PersonRule() {}

  /**
   * A person of the school, as far as the child is concerned.
   *
   * @param name family and given name, with a blank between them where it is known
   * @param roles the roles of today's posts; that of a homeroom teacher for the child's class only
   */
  public record Person(String name, Set<HostRole> roles) {
    /** Copies the set. */
    public Person {
      roles = Set.copyOf(roles);
    }
  }

  /** Tells whether a person is meant. */
  public static boolean means(String words, Person person) {
    String plain = java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFKC);
    String tight = plain.replaceAll("\\s", "");
    if (tight.isEmpty()) {
      return person.roles().contains(HostRole.HOMEROOM_TEACHER);
    }
    String[] names = person.name().strip().split("[\\s　]+", 2);
    String whole = String.join("", names);
    if (!whole.isEmpty() && tight.contains(whole)) {
      return true;
    }
    boolean family = names.length == 2 && family(names[0]).matcher(tight).find();
    return family || person.roles().stream().anyMatch(role -> titled(role, tight));
  }

  private static Pattern family(String name) {
    return Pattern.compile(
        "(?:^|"
            + EDGE
            + "|担任|教諭|主事|SC|SSW)"
            + Pattern.quote(name)
            + "(?:先生|教諭|さん|主事|校長|教頭|SC|SSW)?(?:$|"
            + EDGE
            + ")");
  }

  private static boolean titled(HostRole role, String words) {
    Pattern title = TITLES.get(role);
    return title != null && title.matcher(words).find();
  }
}
