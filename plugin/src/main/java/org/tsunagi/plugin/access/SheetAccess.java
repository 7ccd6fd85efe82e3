// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.domain.SectionClass;
import org.tsunagi.plugin.access.domain.SheetAccessRule;
import org.tsunagi.plugin.access.domain.SheetAccessRule.Verdict;
import org.tsunagi.plugin.access.domain.SheetAction;
import org.tsunagi.plugin.access.domain.SheetStage;

/**
 * Tells what an actor may do to a section of a child's sheet. Every way in which content leaves or
 * enters the sheet asks here: page, REST, version, difference, draft, print, export, search.
 *
 * <p>Use: for each section of a part, {@code access.permits(actor, place.target(), section, stage,
 * SheetAction.READ)}, where the stage is {@code SheetStage.of(state.code(), yearClosed)}; leave out
 * what is not permitted, so that forbidden and absent look alike. For a step of the whole part
 * (hand in, send back, sign, unlock, void) ask with {@link SectionClass#GENERAL}. It costs no
 * statement beyond those of the {@link Gate} and, for class I without a second factor, one for the
 * setting.
 *
 * <p>Where {@link #judge} answers {@link Verdict#SECOND_FACTOR}, leave the section out as well, and
 * say beside it (message {@code common.secondFactor}) how to sign in so that it can be read.
 *
 * <p>Emergency readers (緊急の閲覧) are permitted like everybody else; note their reading with {@link
 * AuditTrail#recordRead}, which marks it as an emergency.
 */
@Component(service = SheetAccess.class)
public final class SheetAccess {
  private final SheetAccessRule rule = new SheetAccessRule(SheetRightsFile.read());
  private final Gate gate;
  private final SecondFactors secondFactors;

  /** Makes it. */
  @Activate
  public SheetAccess(@Reference Gate gate, @Reference SecondFactors secondFactors) {
    this.gate = gate;
    this.secondFactors = secondFactors;
  }

  /** Makes one for which no second factor is asked for. */
  public SheetAccess(Gate gate) {
    this(gate, actor -> true);
  }

  /** Tells whether the actor may do it. */
  public boolean permits(
      Actor actor,
      Target.OfStudent target,
      SectionClass section,
      SheetStage stage,
      SheetAction action) {
    return judge(actor, target, section, stage, action) == Verdict.PERMITTED;
  }

  /**
   * Tells the same of somebody who was permitted to read the section in this request: the second
   * factor is not asked for anew.
   */
  public boolean permitsReader(
      Actor actor,
      Target.OfStudent target,
      SectionClass section,
      SheetStage stage,
      SheetAction action) {
    return rule.judge(
            action, section, stage, privilege -> gate.permits(actor, privilege, target), true)
        == Verdict.PERMITTED;
  }

  /** Tells the same, and whether only a second factor is missing. */
  public Verdict judge(
      Actor actor,
      Target.OfStudent target,
      SectionClass section,
      SheetStage stage,
      SheetAction action) {
    boolean strong = section != SectionClass.SENSITIVE || secondFactors.suffices(actor);
    return rule.judge(
        action, section, stage, privilege -> gate.permits(actor, privilege, target), strong);
  }
}
