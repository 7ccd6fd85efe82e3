// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagi.plugin.access.domain.SheetStage;
import org.tsunagi.plugin.supportsheet.domain.FormPart;
import org.tsunagi.plugin.supportsheet.domain.Need;
import org.tsunagi.plugin.supportsheet.domain.SheetState;
import org.tsunagi.plugin.supportsheet.domain.SheetVersion;

/**
 * A part as the engine has it open for one actor.
 *
 * @param place whose, where and which
 * @param whole the part's whole form
 * @param form the sections that the actor may read
 * @param writable the sections that the actor may write now
 * @param state where it stands in its life
 * @param stage the same as far as rights ask, with whether its school year is closed
 * @param newest its newest version as stored; empty before the first
 * @param needSetting the setting of the kinds of need
 * @param needs the kinds of need for which the child has the sheet
 * @param view what is shown
 */
public record OpenPart(
    SheetPlace place,
    FormPart whole,
    FormPart form,
    FormPart writable,
    SheetState state,
    SheetStage stage,
    Optional<SheetVersion> newest,
    NeedService.View needSetting,
    Set<Need> needs,
    SheetView view) {
  /** Copies the set. */
  public OpenPart {
    needs = Set.copyOf(needs);
  }

  /** Names the part and the classes of its sections that are shown, as the read log keeps them. */
  String reading() {
    String classes =
        form.sections().stream()
            .map(section -> section.sharing().code())
            .distinct()
            .sorted()
            .collect(Collectors.joining(","));
    return place.key().text() + " " + (classes.isEmpty() ? "-" : classes);
  }
}
