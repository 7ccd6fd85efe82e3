// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.crediting.persistence.ApplicationFiles;
import org.tsunagi.plugin.crediting.persistence.ApplicationTable;
import org.tsunagi.plugin.crediting.persistence.ConditionTable;
import org.tsunagi.plugin.crediting.persistence.DecisionTable;
import org.tsunagi.plugin.crediting.persistence.EvidenceTable;
import org.tsunagi.plugin.crediting.persistence.FacilityTable;
import org.tsunagi.plugin.crediting.persistence.IctRuleTable;
import org.tsunagi.plugin.crediting.persistence.ImportedCreditings;
import org.tsunagi.plugin.crediting.persistence.LearningResultTable;
import org.tsunagi.plugin.crediting.rules.persistence.ConditionListTable;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.register.Counting;

/** The services of 出席扱い put together as the framework does. */
public final class CreditingDesk {
  public final CreditingService creditings;
  public final ConditionService conditions;
  public final DecisionService decisions;
  public final EvidenceService evidence;
  public final FacilityService facilities;
  public final IctRuleService rules;
  public final LearningResultService results;
  public final CreditingIntake intake;

  /** Makes them. */
  public CreditingDesk(
      Gate gate,
      Transactions transactions,
      AuditTrail audit,
      SchoolClock clock,
      StudentDirectory directory,
      Counting counting) {
    Codes codes = new Codes(new ShippedCodes());
    FacilityTable facilityTable = new FacilityTable();
    ApplicationTable applications = new ApplicationTable();
    ConditionTable conditionTable = new ConditionTable();
    DecisionTable decisionTable = new DecisionTable();
    EvidenceTable evidenceTable = new EvidenceTable();
    IctRuleTable ruleTable = new IctRuleTable();
    ShippedConditions shipped = new ShippedConditions();
    CreditingPlaces places = new CreditingPlaces(directory, clock);
    ConditionListTable lists = new ConditionListTable(shipped, clock);
    ApplicationChecks checks = new ApplicationChecks(codes, facilityTable, lists, places);
    CreditingFiles files = new CreditingFiles(new ApplicationFiles(), lists, codes);
    DecisionCases cases = new DecisionCases(evidenceTable, counting, places);
    DecisionPreviews previews = new DecisionPreviews(counting, clock);
    creditings =
        new CreditingService(
            gate,
            transactions,
            audit,
            directory,
            new CreditingReach(gate, directory),
            places,
            applications,
            checks,
            files,
            new CreditingViews(cases, new IctRuleBook(ruleTable)));
    conditions =
        new ConditionService(
            gate, transactions, audit, places, applications, conditionTable, checks);
    decisions =
        new DecisionService(
            gate, transactions, audit, places, applications, decisionTable, files, cases, previews);
    intake =
        new ImportedCreditings(
            facilityTable, applications, decisionTable, conditionTable, evidenceTable, ruleTable);
    evidence =
        new EvidenceService(
            gate, transactions, audit, places, evidenceTable, facilityTable, intake);
    facilities = new FacilityService(gate, transactions, audit, places, facilityTable, shipped);
    rules = new IctRuleService(gate, transactions, audit, places, directory, ruleTable);
    results =
        new LearningResultService(gate, transactions, audit, places, new LearningResultTable());
  }
}
