// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.attendance;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tsunagi.api.attendance.MarkChange.Author;
import org.tsunagi.desk.sql.DeskSql;

/** Codes and authors, which stand once and are referred to by small numbers. */
final class References {
  private final DeskSql sql;

  References(DeskSql sql) {
    this.sql = sql;
  }

  /** Returns the numbers of codes and gives one to each that has none. */
  Map<String, Integer> codes(Collection<String> codes) {
    Map<String, Integer> known = readCodes(codes);
    Set<String> missing = new LinkedHashSet<>(codes);
    missing.removeAll(known.keySet());
    if (missing.isEmpty()) {
      return known;
    }
    // Whoever takes numbers waits here for others, and may find that they wrote the code already.
    int next = sql.takeNumbers("code", missing.size());
    missing.removeAll(readCodes(codes).keySet());
    for (String code : missing) {
      int no = next++;
      sql.update(
          "INSERT INTO desk_code_ref (code_no, code) VALUES (?, ?)", p -> p.number(no).text(code));
    }
    return readCodes(codes);
  }

  /** Returns the numbers of authors and gives one to each that has none. */
  Map<Author, Integer> authors(Collection<Author> authors) {
    Map<Author, Integer> known = readAuthors(authors);
    Set<Author> missing = new LinkedHashSet<>(authors);
    missing.removeAll(known.keySet());
    if (missing.isEmpty()) {
      return known;
    }
    int next = sql.takeNumbers("author", missing.size());
    missing.removeAll(readAuthors(authors).keySet());
    for (Author author : missing) {
      int no = next++;
      sql.update(
          "INSERT INTO desk_mark_author (author_no, author_id, name, title) VALUES (?, ?, ?, ?)",
          p -> p.number(no).text(author.id()).text(author.name()).text(author.title()));
    }
    return readAuthors(authors);
  }

  private Map<String, Integer> readCodes(Collection<String> codes) {
    record Row(String code, int no) {}
    Map<String, Integer> found = new HashMap<>();
    sql.list(
            "SELECT code_no, code FROM desk_code_ref WHERE code = ANY(?)",
            p -> p.texts(codes),
            c -> new Row(c.text("code"), c.number("code_no")))
        .forEach(row -> found.put(row.code(), row.no()));
    return found;
  }

  private Map<Author, Integer> readAuthors(Collection<Author> authors) {
    record Row(Author author, int no) {}
    List<String> ids = authors.stream().map(Author::id).distinct().toList();
    Map<Author, Integer> found = new HashMap<>();
    sql.list(
            "SELECT author_no, author_id, name, title FROM desk_mark_author WHERE author_id = ANY(?)",
            p -> p.texts(ids),
            c ->
                new Row(
                    new Author(c.text("author_id"), c.text("name"), c.text("title")),
                    c.number("author_no")))
        .forEach(row -> found.put(row.author(), row.no()));
    return found;
  }
}
