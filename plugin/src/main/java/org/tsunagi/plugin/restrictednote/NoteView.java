// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.restrictednote;

import java.util.List;
import org.tsunagi.plugin.restrictednote.domain.RestrictedNote;

/**
 * The restricted notes of a child, redacted.
 *
 * @param notes the notes, newest first
 * @param canWrite whether the one who asks may write one
 */
public record NoteView(List<Line> notes, boolean canWrite) {
  /**
   * One note without its content.
   *
   * @param note the note
   * @param canOpen whether the one who asks may open it
   */
  public record Line(RestrictedNote note, boolean canOpen) {}

  /**
   * A note that was opened.
   *
   * @param note the note
   * @param content its content
   */
  public record Opened(RestrictedNote note, String content) {
    /** Says nothing of the content, so that no log line can. */
    @Override
    public String toString() {
      return "Opened[" + note.id() + "]";
    }
  }
}
