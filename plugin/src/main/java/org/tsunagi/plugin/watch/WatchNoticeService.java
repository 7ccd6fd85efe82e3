// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.api.staff.StaffMember;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.OpenToAll;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.watch.persistence.NoticeTable;

/** Notices inside the desk, a person's own mail address, and the people who can be asked. */
@Component(service = WatchNoticeService.class)
public final class WatchNoticeService {
  private static final List<HostRole> ASKED =
      List.of(
          HostRole.HOMEROOM_TEACHER,
          HostRole.YOGO_TEACHER,
          HostRole.COORDINATOR,
          HostRole.COUNSELOR,
          HostRole.SOCIAL_WORKER,
          HostRole.VICE_PRINCIPAL,
          HostRole.PRINCIPAL,
          HostRole.TEACHER);
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,189}");

  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final WatchPlaces places;
  private final StaffDirectory staff;
  private final NoticeTable notices;
  private final ScanQueue scans;
  private final MailPost post;

  /** Makes the service. */
  @Activate
  public WatchNoticeService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference WatchPlaces places,
      @Reference StaffDirectory staff,
      @Reference NoticeTable notices,
      @Reference ScanQueue scans,
      @Reference MailPost post) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.places = places;
    this.staff = staff;
    this.notices = notices;
    this.scans = scans;
    this.post = post;
  }

  /**
   * Has a school looked at now.
   *
   * @return the job's id
   */
  public String scan(Actor actor, Optional<SchoolId> asked) {
    SchoolId school = places.school(actor, asked);
    gate.require(actor, Privilege.WATCH_WRITE, new Target.OfSchool(school));
    return transactions.runSql(connection -> scans.queue(connection, actor, Optional.of(school)));
  }

  /** Notes that the actor has seen the own notices; returns how many there were. */
  @OpenToAll("writes only that the actor has seen the own notices")
  public int see(Actor actor, Optional<SchoolId> asked) {
    SchoolId school = places.school(actor, asked);
    return transactions.runSql(
        connection -> notices.see(connection, school, actor.id(), clock.now()));
  }

  /**
   * A person's own address, and whether mail goes out at all.
   *
   * @param address the address; empty for no mail
   * @param version its version
   * @param mailGoesOut whether the desk has a server to send by
   * @param lastMail what became of the newest mail; empty where there was none
   */
  public record MailAddress(
      String address, int version, boolean mailGoesOut, Optional<String> lastMail) {}

  /** Returns the actor's own address. */
  @OpenToAll("tells the actor's own address only")
  public MailAddress address(Actor actor) {
    return transactions.runSql(
        connection -> {
          NoticeTable.Address own = notices.address(connection, actor.id());
          return new MailAddress(
              own.address(),
              own.version(),
              post.configured(),
              notices.newest(connection, actor.id()).map(NoticeTable.Sent::state));
        });
  }

  /**
   * Sets the actor's own address; empty for no mail.
   *
   * @throws Stale where it was set elsewhere meanwhile
   */
  @OpenToAll("sets the actor's own address only")
  public MailAddress setAddress(Actor actor, String address, int version) {
    String wanted = address.strip();
    if (!wanted.isEmpty() && !ADDRESS.matcher(wanted).matches()) {
      throw WatchPlaces.refusal("ADDRESS", "メールアドレスは name@example.jp の形で入れてください。受け取らないときは空にします。");
    }
    boolean done =
        transactions.runSql(
            connection -> {
              boolean set =
                  notices.setAddress(connection, actor.id(), wanted, version, clock.now());
              if (set) {
                Map<String, String> facts = Map.of("wanted", String.valueOf(!wanted.isEmpty()));
                String object = "watchMail:" + actor.id();
                audit.record(
                    connection, actor, Optional.empty(), "watch.mailAddress", object, facts);
              }
              return set;
            });
    if (!done) {
      throw new Stale(Map.of("error", "STALE", "yours", wanted, "theirs", address(actor)));
    }
    return address(actor);
  }

  /**
   * Somebody who can be asked to take care.
   *
   * @param id the staff id
   * @param name the name
   * @param title the title
   */
  public record Person(String id, String name, String title) {}

  /** Lists the people of a school who can be asked to take care of a student. */
  public List<Person> listPeople(Actor actor, Optional<SchoolId> asked) {
    SchoolId school = places.school(actor, asked);
    boolean whole = gate.permits(actor, Privilege.WATCH_READ, new Target.OfSchool(school));
    boolean own =
        actor.posts().stream()
            .anyMatch(
                one ->
                    one.heldOn(clock.today())
                        && one.school().equals(Optional.of(school))
                        && one.homeroom().isPresent());
    if (!whole && !own) {
      gate.require(actor, Privilege.WATCH_READ, new Target.OfSchool(school));
    }
    List<Person> people = new ArrayList<>();
    for (HostRole role : ASKED) {
      for (StaffMember one : staff.listByRole(school, role, clock.today())) {
        Person person = new Person(one.id().value(), one.name(), places.title(one.posts(), school));
        if (!people.contains(person)) {
          people.add(person);
        }
      }
    }
    people.sort(Comparator.comparing(Person::title).thenComparing(Person::name));
    return people;
  }
}
