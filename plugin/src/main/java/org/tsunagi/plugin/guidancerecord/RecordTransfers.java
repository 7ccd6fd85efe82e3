// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.guidancerecord.domain.RecordNotes;
import org.tsunagi.plugin.guidancerecord.domain.Transfer;
import org.tsunagi.plugin.guidancerecord.domain.TransferRule;
import org.tsunagi.plugin.guidancerecord.domain.TransfersOfYear;
import org.tsunagi.plugin.guidancerecord.persistence.NotesTable;

/**
 * Writes the cells of a student's transfers from the roster and from what was typed.
 *
 * @param student the student with all stays
 * @param typed the newest notes of each school and year
 * @param restrictedToo whether the reader may see a guarded school
 * @param today today
 */
record RecordTransfers(
    StudentRecord student, List<NotesTable.Saved> typed, boolean restrictedToo, LocalDate today) {
  private static final String GUARDED = "（転学先は、限られた人だけが見られます）";

  /** Lists the cells that stand in the rows of a school year. */
  List<RecordView.TransferCells> list(int schoolYear) {
    Map<SchoolId, String> names = new HashMap<>();
    student.schools().forEach(school -> names.put(school.id(), school.name()));
    TransfersOfYear all = new TransfersOfYear(student.stays(), names);
    Map<Integer, RecordNotes> notes = new HashMap<>();
    for (NotesTable.Saved saved : typed) {
      boolean ofLeft =
          all.left(saved.schoolYear(), today)
              .map(stay -> stay.school().equals(saved.school()))
              .orElse(false);
      boolean says = !saved.notes().leaving().equals(RecordNotes.Leaving.NONE);
      if (says && (ofLeft || !notes.containsKey(saved.schoolYear()))) {
        notes.put(saved.schoolYear(), saved.notes());
      }
    }
    List<RecordView.TransferCells> cells = new ArrayList<>();
    for (TransfersOfYear.Placed placed : all.list(schoolYear, notes, today)) {
      boolean guarded =
          !restrictedToo
              && notes.getOrDefault(placed.leftYear(), RecordNotes.NONE).leaving().protectedPlace();
      cells.add(cells(placed.transfer(), guarded));
    }
    return cells;
  }

  private static RecordView.TransferCells cells(Transfer transfer, boolean guarded) {
    Transfer shown =
        guarded
            ? new Transfer(
                transfer.lastAttendedOn(),
                transfer.acceptedOn(),
                transfer.movingDays(),
                transfer.from(),
                new Transfer.Place(GUARDED, "", ""),
                "")
            : transfer;
    return new RecordView.TransferCells(
        TransferRule.leavingCell(shown),
        guarded ? List.of(GUARDED) : TransferRule.enteringCell(shown),
        TransferRule.between(shown),
        guarded);
  }
}
