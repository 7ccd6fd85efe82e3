// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A person who saves a part of the sheet, keeps drafts and takes steps until the desk is gone. */
final class KilledWriter {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Makes a content so long that it can't be written in one piece by chance. */
  private static final String FILLER = "　見守りの記録。".repeat(200);

  private final String user;
  private final String key;
  private final String first;
  private final String second;
  private final TreeMap<Integer, String> saved = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private WebUser web;
  private String csrf = "";
  private String sent = "";
  private String draftKept = "";
  private String draftSent = "";
  private boolean wasCut;
  private final AtomicInteger count = new AtomicInteger();

  KilledWriter(String user, String key, String first, String second) {
    this.user = user;
    this.key = key;
    this.first = first;
    this.second = second;
  }

  String key() {
    return key;
  }

  String first() {
    return first;
  }

  String second() {
    return second;
  }

  /** Returns the versions of this round that were answered with 200, and their words. */
  Map<Integer, String> saved() {
    return saved;
  }

  boolean wasCut() {
    return wasCut;
  }

  List<String> faults() {
    return faults;
  }

  /** Signs in at a desk that was started anew. */
  void enter(RunningDesk desk) throws Exception {
    web = WebUser.signIn(desk, user);
    csrf = web.csrf();
  }

  WebUser web() {
    return web;
  }

  /** Tells how many saves were answered with 200 since the round began. */
  int count() {
    return count.get();
  }

  /** Forgets the round before. */
  void begin() {
    count.set(0);
    sent = "";
    saved.clear();
    faults.clear();
    wasCut = false;
  }

  /** Writes until no answer comes any more. */
  void write(int round) {
    try {
      JsonNode now = KilledSaves.body(web.get(KilledSaves.SHEETS + key));
      int version = now.get("version").asInt();
      if (now.get("state").asText().equalsIgnoreCase("review")) {
        version = step("return", version);
      }
      for (int number = 1; ; number++) {
        version = save(version, "R" + round + "-" + user + "-" + number + "。");
        if (number % 3 == 0) {
          draft(version, "R" + round + "-" + user + "-draft" + number + "。");
        }
        if (key.startsWith("meeting") && number % 2 == 0) {
          version = step("return", step("submit", version));
        }
      }
    } catch (IOException gone) {
      wasCut = !sent.isEmpty();
    } catch (Exception e) {
      faults.add(this + ": " + e);
    }
  }

  private String content(int version, String word) throws IOException {
    Map<String, String> texts = Map.of(first, word + FILLER, second, word + FILLER);
    return MAPPER.writeValueAsString(
        Map.of("version", version, "content", Map.of("texts", texts, "tables", Map.of())));
  }

  private int save(int version, String word) throws Exception {
    sent = word;
    HttpResponse<String> answer =
        web.json("PUT", KilledSaves.SHEETS + key, csrf, content(version, word));
    JsonNode body = MAPPER.readTree(answer.body());
    switch (answer.statusCode()) {
      case 200 -> {
        saved.put(body.get("version").asInt(), word);
        count.incrementAndGet();
      }
      case 409 -> {}
      default -> throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    sent = "";
    // A save throws the writer's own draft away.
    draftKept = answer.statusCode() == 200 ? "" : draftKept;
    draftSent = answer.statusCode() == 200 ? "" : draftSent;
    return body.get("version").asInt();
  }

  private void draft(int version, String word) throws Exception {
    sent = word;
    draftSent = word;
    HttpResponse<String> answer =
        web.json("PUT", KilledSaves.SHEETS + key + "/draft", csrf, content(version, word));
    KilledSaves.body(answer);
    draftKept = word;
    sent = "";
  }

  private int step(String action, int version) throws Exception {
    sent = action;
    String body =
        MAPPER.writeValueAsString(Map.of("action", action, "version", version, "reason", "直す"));
    JsonNode view =
        KilledSaves.body(web.json("POST", KilledSaves.SHEETS + key + "/state", csrf, body));
    sent = "";
    return view.get("version").asInt();
  }

  /** Tells what is wrong with the draft: one that was kept and not saved since must be there. */
  Optional<String> lookAtDraft() throws Exception {
    JsonNode draft = KilledSaves.body(web.get(KilledSaves.SHEETS + key + "/draft")).path("draft");
    JsonNode texts = draft.at("/content/texts");
    String there = word(texts.path(first).asText());
    boolean half = !texts.path(first).asText().equals(texts.path(second).asText());
    // The save that was cut off may have come through and thrown the draft away.
    boolean gone = there.isEmpty() && !sent.isEmpty();
    boolean wrong = half || !(there.equals(draftKept) || there.equals(draftSent) || gone);
    String told = this + ": draft " + there + " instead of " + draftKept;
    // What is there now stays there until this person saves.
    draftKept = there;
    draftSent = there;
    return wrong ? Optional.of(told) : Optional.empty();
  }

  /** Returns the word a text begins with. */
  static String word(String text) {
    return text.contains("。") ? text.substring(0, text.indexOf('。') + 1) : text;
  }

  @Override
  public String toString() {
    return user + " on " + key;
  }
}
