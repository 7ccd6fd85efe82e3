// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.sql.Connection;
import java.util.HashSet;
import java.util.Set;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.OpenToAll;

/** The guards of the house, as rules over bytecode. */
final class HouseGuards {
  private HouseGuards() {}

  /** Rules know no framework and no database; a port may name the connection it is given. */
  static final ArchRule DOMAIN_IS_PURE =
      noClasses()
          .that()
          .resideInAPackage("..domain..")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAnyPackage(
                      "java.sql..",
                      "javax.sql..",
                      "jakarta..",
                      "org.osgi..",
                      "org.eclipse..",
                      "com.fasterxml..",
                      "freemarker..",
                      "org.flywaydb..",
                      "org.slf4j..",
                      "org.tsunagi.plugin.platform",
                      "..persistence..")
                  .and(DescribedPredicate.not(JavaClass.Predicates.type(Connection.class))));

  /** Rules are told what day it is. */
  static final ArchRule DOMAIN_HAS_NO_CLOCK =
      noClasses()
          .that()
          .resideInAPackage("..domain..")
          .should(
              callMethodWhere(
                  call(
                      "asks the clock",
                      c ->
                          (c.getTargetOwner().getPackageName().startsWith("java.time")
                                  && c.getName().equals("now"))
                              || c.getTarget()
                                  .getFullName()
                                  .startsWith("java.lang.System.currentTimeMillis")
                              || c.getTarget()
                                  .getFullName()
                                  .startsWith("java.lang.System.nanoTime"))));

  /** Resources speak HTTP and leave tables to the service. */
  static final ArchRule RESOURCES_TOUCH_NO_PERSISTENCE =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Resource")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..persistence..", "java.sql..", "javax.sql..");

  /** Only persistence and platform work on a connection or an entity manager. */
  static final ArchRule SQL_STAYS_IN_PERSISTENCE =
      noClasses()
          .that()
          .resideOutsideOfPackages("..persistence..", "..platform..")
          .should(
              callMethodWhere(
                  call(
                      "works on a connection or an entity manager",
                      c ->
                          c.getTargetOwner().getPackageName().equals("java.sql")
                              || c.getTargetOwner()
                                  .getPackageName()
                                  .startsWith("jakarta.persistence"))));

  /** A feature reaches another one through its service, not through its tables. */
  static final ArchRule FEATURES_KEEP_THEIR_TABLES =
      classes().that().resideInAPackage("org.tsunagi.plugin..").should(useOnlyOwnPersistence());

  /** Names say what a thing is. */
  static final ArchRule NAMES_SAY_SOMETHING =
      noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|DTO|Dto|Data|Info)");

  /** Every public method of a service asks the gate, or says why not. */
  static final ArchRule SERVICES_ASK_THE_GATE =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .haveSimpleNameEndingWith("Service")
          .and()
          .areDeclaredInClassesThat()
          .areNotInterfaces()
          .and()
          .areNotStatic()
          .and()
          .areNotAnnotatedWith(OpenToAll.class)
          .should(askTheGate());

  /** Returns the feature of a package: its part after {@code org.tsunagi.plugin}. */
  private static String feature(JavaClass type) {
    String name = type.getPackageName();
    int end = name.indexOf(".persistence");
    String feature = end < 0 ? name : name.substring(0, end);
    return feature.endsWith(".domain") ? feature.substring(0, feature.length() - 7) : feature;
  }

  private static ArchCondition<JavaClass> useOnlyOwnPersistence() {
    return new ArchCondition<>("use the persistence of their own feature only") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(d -> d.getTargetClass().getPackageName().startsWith("org.tsunagi.plugin"))
            .filter(d -> d.getTargetClass().getPackageName().contains(".persistence"))
            .filter(d -> !d.getTargetClass().getPackageName().contains(".platform."))
            .filter(d -> !feature(d.getTargetClass()).equals(feature(type)))
            .forEach(d -> events.add(SimpleConditionEvent.violated(type, d.getDescription())));
      }
    };
  }

  private static ArchCondition<JavaMethod> askTheGate() {
    return new ArchCondition<>("call Gate.require or Gate.permits") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean synthetic = method.getModifiers().contains(JavaModifier.SYNTHETIC);
        if (!synthetic && !asks(method, new HashSet<>())) {
          events.add(SimpleConditionEvent.violated(method, method.getFullName()));
        }
      }
    };
  }

  /** Tells whether a method asks the gate, itself or through methods of its own class. */
  private static boolean asks(JavaMethod method, Set<JavaMethod> seen) {
    if (!seen.add(method)) {
      return false;
    }
    for (JavaMethodCall call : method.getMethodCallsFromSelf()) {
      if (call.getTargetOwner().isEquivalentTo(Gate.class)) {
        return true;
      }
      boolean own =
          call.getTargetOwner().equals(method.getOwner())
              && call.getTarget().resolveMember().isPresent();
      if (own && asks(call.getTarget().resolveMember().get(), seen)) {
        return true;
      }
    }
    return false;
  }

  private static DescribedPredicate<JavaMethodCall> call(
      String description, java.util.function.Predicate<JavaMethodCall> test) {
    return DescribedPredicate.describe(description, test);
  }
}
