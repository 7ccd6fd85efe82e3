// SPDX-License-Identifier: Apache-2.0
/** 学年別Aシート: writing, saving with the version, and keeping both texts when two people wrote. */
import { ask, clock, explainNumbers, failure, h, mount, onSaveKey, saveState, wordsOf } from "./core.js";

const COLUMNS = ["mainSupport", "organizationName", "phone", "contactPerson"];
const TEXTS = ["absenceReasons", "handoverNotes"];

mount("sheet-a", (root) => {
  const say = wordsOf(root);
  const state = saveState(root, say);
  const spot = root.querySelector("[data-notices]");
  const path = `/students/${encodeURIComponent(root.dataset.student)}/year-sheets/${root.dataset.year}/a`;
  const editable = root.dataset.editable === "true";
  const text = (name) => root.querySelector(`textarea[data-text="${name}"]`);
  const notes = () => [...root.querySelectorAll("input[data-month]")];
  const rows = () => [...root.querySelectorAll("tr[data-kind]")];
  let busy = false;
  explainNumbers(root, say);
  const walk = root.querySelector("[data-heat]");
  walk.scrollLeft = Math.max(0, Number(walk.dataset.x ?? 0) - walk.clientWidth * 0.7);
  scrollToNow(root);

  const readRow = (row) => {
    const read = { kind: row.dataset.kind };
    for (const column of COLUMNS) {
      read[column] = row.querySelector(`[data-field="${column}"]`)?.value.trim() ?? "";
    }
    return read;
  };
  const read = () => ({
    supportOrganizations: rows().map(readRow).filter((row) => COLUMNS.some((column) => row[column])),
    ...Object.fromEntries(TEXTS.map((name) => [name, text(name).value])),
    monthNotes: Object.fromEntries(notes().map((note) => [note.dataset.month, note.value.trim()]).filter(([, note]) => note)),
  });
  let saved = JSON.stringify(read());

  const look = (input) => {
    if (input?.matches?.(".tn-in")) {
      input.classList.toggle("tn-in--dirty", input.value !== input.defaultValue);
    }
    if (JSON.stringify(read()) === saved) {
      state.clean();
    } else {
      state.dirty();
    }
  };
  const settle = (answer) => {
    root.dataset.version = answer.body.version;
    root.querySelector("[data-version-chip]").textContent = say("version", answer.body.version);
    saved = JSON.stringify(read());
    for (const input of root.querySelectorAll(".tn-in")) {
      input.defaultValue = input.value;
      input.classList.remove("tn-in--dirty");
    }
    spot.replaceChildren();
    state.saved(say("savedVersion", answer.body.version, clock(new Date())));
  };

  const save = async () => {
    if (!editable || busy) {
      return;
    }
    busy = true;
    state.saving();
    const body = { version: Number(root.dataset.version), content: read() };
    const answer = await ask(root, path, { method: "PUT", body });
    busy = false;
    if (answer.status === 200) {
      settle(answer);
    } else if (answer.status === 409) {
      state.failed(say("conflict"));
      conflict(answer.body, body.content);
    } else {
      state.failed(say("notSaved"));
      tell("err", failure(say, answer));
    }
  };

  const tell = (kind, title, ...content) => {
    const box = h("div", { class: `tn-note tn-note--${kind}`, role: "group", "aria-label": title, tabindex: "-1" }, h("span", { "aria-hidden": "true" }, "!"), h("div", {}, h("p", {}, h("b", {}, title)), ...content));
    spot.replaceChildren(box);
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: "center" });
  };

  const conflict = (body, mine) => {
    const theirs = body.theirs?.content ?? body.theirs ?? {};
    const who = body.savedBy ?? "";
    const choose = (make) => () => {
      root.dataset.version = body.version;
      make();
      look();
      root.querySelectorAll(".tn-in").forEach(look);
      tell("wait", say("merged"));
    };
    const pairs = TEXTS.filter((name) => (theirs[name] ?? "") !== mine[name]).map((name) => [say(name), theirs[name] ?? "", mine[name]]);
    const [a, b] = [theirs.supportOrganizations ?? [], mine.supportOrganizations].map(inWords);
    if (a !== b) {
      pairs.push([say("supportOrganizations"), a, b]);
    }
    tell(
      "wait",
      say("conflictTitle", who, body.savedAt ? clock(new Date(body.savedAt)) : ""),
      h("p", {}, say("conflictText")),
      ...pairs.map(([label, left, right]) =>
        h(
          "div",
          { class: "tn-diff" },
          h("div", { class: "tn-diff__w" }, label),
          h("div", {}, h("b", {}, say("theirs", who)), left || say("empty")),
          h("div", {}, h("b", {}, say("yours")), right || say("empty")),
        ),
      ),
      h(
        "div",
        { class: "tn-row" },
        h("button", { type: "button", class: "tn-btn tn-btn--go", onclick: choose(() => mergeBoth(theirs, mine, who)) }, say("mergeBoth")),
        h("button", { type: "button", class: "tn-btn", onclick: choose(() => write(theirs)) }, say("takeTheirs")),
        h("button", { type: "button", class: "tn-btn", onclick: choose(() => write(mine)) }, say("takeMine")),
      ),
    );
  };
  const inWords = (list) => list.map((row) => COLUMNS.map((column) => row[column]).filter(Boolean).join(" ")).join("\n");

  const mergeBoth = (theirs, mine, who) => {
    const merged = {
      supportOrganizations: [...(theirs.supportOrganizations ?? [])],
      monthNotes: { ...theirs.monthNotes, ...mine.monthNotes },
    };
    for (const row of mine.supportOrganizations) {
      const words = inWords([row]);
      if (!merged.supportOrganizations.some((other) => other.kind === row.kind && inWords([other]) === words)) {
        merged.supportOrganizations.push(row);
      }
    }
    for (const name of TEXTS) {
      const other = theirs[name] ?? "";
      const both = mine[name] && other && !mine[name].includes(other) && !other.includes(mine[name]);
      const longer = mine[name].length >= other.length ? mine[name] : other;
      merged[name] = both ? `${mine[name]}\n${say("mergeMark", who)}\n${other}` : longer;
    }
    write(merged);
  };

  const addRow = (first) => {
    const copy = first.cloneNode(true);
    copy.dataset.added = "";
    copy.querySelector("button")?.remove();
    for (const [i, cell] of [...copy.querySelectorAll("td")].entries()) {
      const label = `${first.cells[0].innerText.trim()} ${say(COLUMNS[i])}`;
      cell.className = "";
      cell.dataset.l = say(COLUMNS[i]);
      cell.replaceChildren(h("input", { class: "tn-in", type: "text", maxlength: "500", autocomplete: "off", "data-field": COLUMNS[i], "aria-label": label }));
    }
    rows().filter((row) => row.dataset.kind === first.dataset.kind).at(-1).after(copy);
    return copy;
  };

  /** Puts a content into the fields, with as many rows as it needs. */
  const write = (content) => {
    for (const name of TEXTS) {
      text(name).value = content[name] ?? "";
    }
    for (const note of notes()) {
      note.value = content.monthNotes?.[note.dataset.month] ?? "";
    }
    root.querySelectorAll("tr[data-added]").forEach((row) => row.remove());
    for (const first of rows()) {
      const list = (content.supportOrganizations ?? []).filter((row) => row.kind === first.dataset.kind);
      for (const [i, row] of (list.length ? list : [{}]).entries()) {
        const line = i === 0 ? first : addRow(first);
        for (const input of line.querySelectorAll("[data-field]")) {
          input.value = row[input.dataset.field] ?? "";
        }
      }
    }
  };

  root.addEventListener("input", (event) => look(event.target));
  root.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-act]");
    if (button?.dataset.act === "save") {
      save();
    } else if (button?.dataset.act === "print") {
      window.print();
    } else if (button?.dataset.act === "add-row") {
      addRow(button.closest("tr")).querySelector("input").focus();
    }
  });
  onSaveKey(root, save);
});

/** On a narrow page, shows this month's column first. */
function scrollToNow(root) {
  const now = root.querySelector(".tn-stick thead .tn-cur");
  const box = now?.closest(".tn-scroll");
  if (box && box.scrollWidth > box.clientWidth) {
    box.scrollLeft = Math.max(0, now.offsetLeft - box.clientWidth + now.offsetWidth * 2);
  }
}
