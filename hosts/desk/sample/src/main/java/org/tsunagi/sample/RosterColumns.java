// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

/**
 * The headers of the OneRoster files, with the columns of the Japan K-12 profile.
 *
 * <p>Basis: 1EdTech OneRoster CSV Binding 1.2, Japan K-12/Schools Profile 1.0.
 */
final class RosterColumns {
  static final String SESSIONS =
      "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear";
  static final String ORGS =
      "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId";
  static final String COURSES =
      "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,"
          + "subjects,subjectCodes";
  static final String CLASSES =
      "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,"
          + "schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods,metadata.jp.specialNeeds";
  static final String USERS =
      "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,"
          + "middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,"
          + "userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,"
          + "preferredFamilyName,primaryOrgSourcedId,pronouns,metadata.jp.kanaGivenName,"
          + "metadata.jp.kanaFamilyName,metadata.jp.kanaMiddleName,metadata.jp.homeClass";
  static final String ROLES =
      "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,"
          + "orgSourcedId,userProfileSourcedId";
  static final String ENROLLMENTS =
      "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,"
          + "beginDate,endDate,metadata.jp.shussekiNo,metadata.jp.publicFlg";
  static final String DEMOGRAPHICS =
      "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,"
          + "blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,"
          + "demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,"
          + "stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus";

  private RosterColumns() {}
}
