// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.familywords;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.access.domain.SheetAction;
import org.tsunagi.plugin.familywords.PlainLanguages.Language;
import org.tsunagi.plugin.familywords.domain.RubyText;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.supportsheet.OpenPart;
import org.tsunagi.plugin.supportsheet.SheetView;
import org.tsunagi.plugin.supportsheet.domain.ReflectedCells;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetState;
import org.tsunagi.plugin.supportsheet.print.PaperPart;
import org.tsunagi.plugin.supportsheet.print.SheetPaperService;

/**
 * Puts a child's plan into plain words for the family. Only sections of the classes general and
 * plan can be chosen; never those of class I, restricted notes, meetings or information of
 * agencies.
 */
@Component(service = PlainWordsService.class)
public final class PlainWordsService {
  /** What can be chosen, in the order of the paper. */
  public static final List<String> SECTIONS =
      List.of("strengths", "wishes", "yearGoal", "termPlans", "agencies", "measures");

  /** What is chosen where nobody chose. */
  public static final Set<String> USUAL = Set.of("wishes", "yearGoal", "termPlans", "measures");

  private final Gate gate;
  private final SheetPaperService papers;
  private final PlainLanguages languages;

  /** Makes the service. */
  @Activate
  public PlainWordsService(
      @Reference Gate gate,
      @Reference SheetPaperService papers,
      @Reference PlainLanguages languages) {
    this.gate = gate;
    this.papers = papers;
    this.languages = languages;
  }

  /**
   * What somebody wants to show.
   *
   * @param schoolYear the school year
   * @param language the tag of a language that is offered
   * @param sections some of {@link #SECTIONS}
   * @param format the kind of file, as the audit trail names it
   */
  public record Wish(int schoolYear, String language, Set<String> sections, String format) {
    /** Copies the set. */
    public Wish {
      sections = Set.copyOf(sections);
    }
  }

  /** Tells whether an actor may read the sheet of a child. */
  boolean visible(Actor actor, StudentRecord student) {
    return !student.stays().isEmpty()
        && gate.permits(
            actor, Privilege.SHEET_READ, new Target.OfStudent(student.id(), student.stays()));
  }

  /**
   * Writes the paper; the reading and the taking out are noted as for the printed sheet.
   *
   * @throws Missing where there is no such language, or nothing that the actor may take out
   */
  public PlainPaper write(Actor actor, StudentId student, Wish wish) {
    Language language = languages.find(wish.language()).orElseThrow(Missing::new);
    PaperPart b = open(actor, student, SheetKey.b(wish.schoolYear()), wish);
    gate.require(actor, Privilege.SHEET_READ, b.open().place().target());
    List<PaperPart> common =
        wish.sections().contains("strengths")
            ? List.of(open(actor, student, SheetKey.COMMON, wish))
            : List.of();
    PaperWriting writing = new PaperWriting(languages, language, wish.sections());
    OpenPart open = b.open();
    boolean decided = open.state() == SheetState.FINAL;
    String name = open.place().record().student().name();
    List<RubyText> opening = new ArrayList<>(List.of(writing.word("plain.intro", name)));
    if (!decided) {
      opening.add(writing.word("plain.draft"));
    }
    if (!language.tag().equals(PlainLanguages.JAPANESE)) {
      opening.add(writing.word("plain.original"));
    }
    return new PlainPaper(
        language,
        wish.schoolYear(),
        open.view().version(),
        decided,
        writing.word("plain.title", name),
        opening,
        writing.sections(b, common),
        closing(writing, open.view()));
  }

  private PaperPart open(Actor actor, StudentId student, SheetKey key, Wish wish) {
    String format = "plain-" + wish.language() + "." + wish.format();
    return papers
        .open(
            actor,
            student,
            new SheetPaperService.Wish(Optional.of(key), false, SheetAction.PRINT, format))
        .get(0);
  }

  private static List<RubyText> closing(PaperWriting writing, SheetView view) {
    List<RubyText> closing = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      closing.add(writing.word("plain.use." + i));
    }
    String teacher = reflected(view, "homeroomTeacherName");
    String school = reflected(view, "schoolName");
    closing.add(
        teacher.isEmpty()
            ? writing.word("plain.askSchool", school)
            : writing.word("plain.ask", school, teacher));
    return closing;
  }

  private static String reflected(SheetView view, String field) {
    ReflectedCells.Cell cell = view.reflected().get(field);
    return cell == null ? "" : cell.value();
  }
}
