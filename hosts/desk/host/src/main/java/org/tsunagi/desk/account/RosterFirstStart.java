// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.staff.Post;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.api.staff.StaffId;
import org.tsunagi.api.staff.StaffMember;
import org.tsunagi.api.store.Store;

/** The first start, with accounts made for the people of the roster. */
@Component(service = {FirstStart.class, RosterFirstStart.class})
public final class RosterFirstStart implements FirstStart {
  private static final String ADMINISTRATOR = "admin";

  private final Store store;
  private final Accounts accounts;
  private final AccountPosts posts;
  private final StaffRoster roster;
  private final StaffDirectory staff;
  private final DeskClock clock;
  private final DeskEvents events;
  private final String code = Secrets.readable(3, 4);

  /** Takes the accounts and the roster. */
  @Activate
  public RosterFirstStart(
      @Reference Store store,
      @Reference Accounts accounts,
      @Reference AccountPosts posts,
      @Reference StaffRoster roster,
      @Reference StaffDirectory staff,
      @Reference DeskClock clock,
      @Reference DeskEvents events) {
    this.store = store;
    this.accounts = accounts;
    this.posts = posts;
    this.roster = roster;
    this.staff = staff;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public boolean needed() {
    return accounts.none();
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * Makes the administrator who has the integrator's post for all schools.
   *
   * @return the account's id; empty when there is an account already
   */
  public Optional<String> createAdministrator(String username, String name, String hash) {
    return store.transact(
        connection -> {
          if (!accounts.none()) {
            return Optional.empty();
          }
          return Optional.of(administrator(username, name, hash));
        });
  }

  private String administrator(String username, String name, String hash) {
    String id = accounts.addOutsider(username, name, hash, clock.now());
    posts.give(id, HostRole.INTEGRATOR, Optional.empty(), clock.today(), Optional.empty(), id);
    events.record(id, "ADMINISTRATOR_CREATED", id, "");
    return id;
  }

  @Override
  public List<SampleAccount> createSampleAccounts(String password) {
    String hash = PasswordHash.of(password);
    return store.transact(
        connection -> {
          List<SampleAccount> printed = new ArrayList<>();
          if (accounts.findByUsername(ADMINISTRATOR).isEmpty()) {
            administrator(ADMINISTRATOR, "見本の管理者", hash);
          }
          printed.add(new SampleAccount(ADMINISTRATOR, "見本の管理者", HostRole.INTEGRATOR.code()));
          List<StaffRoster.Person> people =
              roster.list("", 0, 100_000).stream()
                  .filter(person -> person.active() && !person.username().isBlank())
                  .filter(person -> !person.id().startsWith("account:"))
                  .toList();
          for (StaffRoster.Person person : people) {
            if (!person.account() && accounts.findByUsername(person.username()).isEmpty()) {
              accounts.addStaff(
                  person.id(), person.username(), person.name(), hash, false, clock.now());
            }
          }
          printed.addAll(onePerRole(people));
          return printed;
        });
  }

  private List<SampleAccount> onePerRole(List<StaffRoster.Person> people) {
    Map<String, String> usernames =
        people.stream()
            .collect(
                Collectors.toMap(
                    StaffRoster.Person::id, StaffRoster.Person::username, (one, two) -> one));
    Set<StaffId> ids = usernames.keySet().stream().map(StaffId::new).collect(Collectors.toSet());
    LocalDate today = clock.today();
    Map<HostRole, SampleAccount> chosen = new EnumMap<>(HostRole.class);
    staff.list(ids).stream()
        .sorted((one, two) -> one.id().value().compareTo(two.id().value()))
        .forEach(member -> choose(chosen, member, usernames, today));
    return List.copyOf(chosen.values());
  }

  private static void choose(
      Map<HostRole, SampleAccount> chosen,
      StaffMember member,
      Map<String, String> usernames,
      LocalDate today) {
    String username = usernames.getOrDefault(member.id().value(), "");
    for (Post post : member.posts()) {
      if (post.heldOn(today)) {
        chosen.putIfAbsent(
            post.role(), new SampleAccount(username, member.name(), post.role().code()));
      }
    }
  }
}
