// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;

/** The host's staff. Reading only; no method checks rights. */
@ProviderType
public interface StaffDirectory {
  /** Finds a staff member, also one who has left. */
  Optional<StaffMember> find(StaffId staff);

  /** Finds several at once; unknown ids are left out. */
  List<StaffMember> list(Set<StaffId> staff);

  /** Lists those who hold a role at a school on a day. */
  List<StaffMember> listByRole(SchoolId school, HostRole role, LocalDate on);

  /**
   * Lists who answers for a class on a day, in one question: the homeroom teachers of the homeroom
   * and the principals of the school, the first one named first, each once.
   *
   * @param homeroom the homeroom; empty for the principals alone
   */
  List<StaffMember> listInCharge(SchoolId school, Optional<HomeroomId> homeroom, LocalDate on);

  /** Lists the homeroom teachers of a homeroom on a day, the first one named first. */
  List<StaffMember> listHomeroomTeachers(HomeroomId homeroom, LocalDate on);
}
