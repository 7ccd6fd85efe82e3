// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HouseGuardsTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.tsunagi.plugin");
  private static final JavaClasses BAD =
      new ClassFileImporter().importPackages("org.tsunagi.plugin.architecture.fixture");

  static Stream<Arguments> guards() {
    return Stream.of(
        Arguments.of(HouseGuards.DOMAIN_IS_PURE, "SqlRule"),
        Arguments.of(HouseGuards.DOMAIN_HAS_NO_CLOCK, "ClockRule"),
        Arguments.of(HouseGuards.RESOURCES_TOUCH_NO_PERSISTENCE, "GreedyResource"),
        Arguments.of(HouseGuards.SQL_STAYS_IN_PERSISTENCE, "OpenService"),
        Arguments.of(HouseGuards.FEATURES_KEEP_THEIR_TABLES, "Neighbour"),
        Arguments.of(HouseGuards.NAMES_SAY_SOMETHING, "SheetHelper"),
        Arguments.of(HouseGuards.SERVICES_ASK_THE_GATE, "OpenService.read"));
  }

  @ParameterizedTest
  @MethodSource("guards")
  void theHouseKeepsItsRules(ArchRule guard, String violator) {
    guard.check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("guards")
  void everyGuardCatchesItsViolator(ArchRule guard, String violator) {
    EvaluationResult result = guard.evaluate(BAD);
    List<String> details = result.getFailureReport().getDetails();
    assertTrue(
        details.stream().anyMatch(line -> line.contains(violator)), () -> guard + "\n" + details);
  }

  @Test
  void theGateGuardLetsThoseThroughWhoAskOrSayWhyNot() {
    List<String> details =
        HouseGuards.SERVICES_ASK_THE_GATE.evaluate(BAD).getFailureReport().getDetails();
    assertEquals(1, details.size(), details::toString);
  }

  @Test
  void everyGuardHasSomethingToGuard() {
    List<Predicate<String>> kinds =
        List.of(
            name -> name.contains(".domain."),
            name -> name.contains(".persistence."),
            name -> name.contains(".platform."),
            name -> name.endsWith("Resource"),
            name -> name.endsWith("Service"));
    for (Predicate<String> kind : kinds) {
      assertFalse(HOUSE.stream().noneMatch(type -> kind.test(type.getName())));
    }
  }
}
