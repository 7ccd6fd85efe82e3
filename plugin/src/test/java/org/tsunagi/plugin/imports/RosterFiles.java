// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of a right roster with two schools and a district, to be broken one at a time. */
final class RosterFiles {
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  RosterFiles() {
    put(
        "manifest.csv",
        """
        propertyName,value
        manifest.version,1.0
        oneroster.version,1.2
        file.academicSessions,bulk
        file.orgs,bulk
        file.classes,bulk
        file.users,bulk
        file.roles,bulk
        file.enrollments,bulk
        """);
    put(
        "academicSessions.csv",
        """
        sourcedId,title,type,startDate,endDate
        y26,2026年度,schoolYear,2026-04-01,2027-04-01
        """);
    put(
        "orgs.csv",
        """
        sourcedId,name,type,parentSourcedId
        city,架空市,district,
        s1,架空小学校,school,city
        s2,架空中学校,school,city
        """);
    put(
        "classes.csv",
        """
        sourcedId,title,grades,classType,schoolSourcedId,termSourcedIds
        c1,5年1組,P5,homeroom,s1,y26
        c2,2年1組,J2,homeroom,s2,y26
        """);
    put(
        "users.csv",
        """
        sourcedId,username,givenName,familyName
        a,a,一,架空
        b,b,二,架空
        t,t.one,三,架空
        u,u.one,四,架空
        """);
    put(
        "roles.csv",
        """
        sourcedId,userSourcedId,role,orgSourcedId,beginDate,endDate
        r1,a,student,s1,2026-04-01,2027-04-01
        r2,b,student,s2,2026-04-01,2027-04-01
        r3,t,teacher,s1,2026-04-01,
        r4,u,teacher,s1,2026-04-01,
        """);
    put(
        "enrollments.csv",
        """
        sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
        e1,c1,s1,a,student,false,2026-04-01,2027-04-01
        e2,c2,s2,b,student,false,2026-04-01,2027-04-01
        e3,c1,s1,t,teacher,true,2026-04-01,2027-04-01
        """);
  }

  /** Puts a file in place of the one that is there. */
  RosterFiles put(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  RosterFiles put(String name, String content) {
    return put(name, content.getBytes(StandardCharsets.UTF_8));
  }

  RosterFiles without(String name) {
    files.remove(name);
    return this;
  }

  String text(String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  /** Replaces a text that must stand in the file. */
  RosterFiles edit(String name, String from, String to) {
    if (!text(name).contains(from)) {
      throw new AssertionError(from + " is not in " + name);
    }
    return put(name, text(name).replace(from, to));
  }

  RosterFiles add(String name, String line) {
    return put(name, text(name) + line + "\n");
  }

  byte[] zip() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
