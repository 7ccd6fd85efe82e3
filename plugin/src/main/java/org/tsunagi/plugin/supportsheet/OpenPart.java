// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.util.Optional;
import java.util.Set;
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
    Optional<SheetVersion> newest,
    NeedService.View needSetting,
    Set<Need> needs,
    SheetView view) {
  /** Copies the set. */
  public OpenPart {
    needs = Set.copyOf(needs);
  }
}
