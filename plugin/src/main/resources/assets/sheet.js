// SPDX-License-Identifier: Apache-2.0
/** A part of the sheet: writing, drafts, saving with the version, and what comes of two writers. */
import { ask, clock, explainNumbers, failure, h, mount, onSaveKey, saveState, wordsOf } from "./core.js";
import { acceptDays } from "./day-entry.js";
import { showConflict } from "./sheet-conflict.js";
import { addRow, fieldsOf, read, write } from "./sheet-content.js";
import { keepDrafts } from "./sheet-draft.js";
import { attach } from "./sheet-files.js";
import { acknowledge } from "./sheet-read.js";
import { fillYears, scrollToNow, steps, versions } from "./sheet-beside.js";

mount("sheet", (root) => {
  const say = wordsOf(root);
  const state = saveState(root, say);
  const spot = root.querySelector("[data-notices]");
  const path = `/students/${encodeURIComponent(root.dataset.student)}/sheets/${root.dataset.key}`;
  const editable = root.dataset.editable === "true";
  const original = new WeakMap();
  let saved = JSON.stringify(read(root));
  let busy = false;
  const clean = () => JSON.stringify(read(root)) === saved;

  const tell = (kind, title, ...content) => {
    const box = h("div", { class: `tn-note tn-note--${kind}`, role: "group", "aria-label": title, tabindex: "-1" }, h("span", { "aria-hidden": "true" }, kind === "err" ? "!" : "✓"), h("div", {}, h("p", {}, h("b", {}, title)), ...content));
    spot.replaceChildren(box);
    return box;
  };
  const show = (box) => {
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  };
  const changed = (input) => input.value !== (original.get(input) ?? "");
  const mark = (input) => input.classList.toggle("tn-in--dirty", changed(input));
  const settle = () => {
    saved = JSON.stringify(read(root));
    for (const input of fieldsOf(root)) {
      original.set(input, input.value);
      mark(input);
    }
  };
  const look = () => (clean() ? state.clean() : state.dirty());
  const reload = () => (state.clean(), window.location.reload());

  // A new meeting has its address from the beginning, so that reloading leads back to it.
  const address = new URL(window.location.href);
  if (root.dataset.kind === "meeting" && address.searchParams.get("meeting") === "new") {
    address.searchParams.set("meeting", root.dataset.key.replace("meeting-", ""));
    window.history.replaceState(window.history.state, "", address);
  }
  explainNumbers(root, say);
  fillYears(root, say);
  scrollToNow(root);
  versions(root, say, path);
  steps(root, say, path, { clean, tell, show, reload });
  attach(root, say, path);
  acknowledge(root, say);
  settle();
  root.querySelector("[data-papers-sensitive]")?.addEventListener("change", (event) => takeSensitive(root, event.target.checked));
  if (!editable) {
    return;
  }

  acceptDays(root, say);
  const drafts = keepDrafts(root, {
    path,
    say,
    read: () => read(root),
    clean,
    told: {
      kept: (text) => clean() || state.dirty(text),
      failed: (text) => state.failed(text),
      newest: () => {},
    },
  });
  const throwAway = async () => {
    await drafts.drop();
    drafts.settle();
    reload();
  };
  drafts.find((draft) => {
    if (!draft) {
      return;
    }
    const typed = fieldsOf(root).filter(changed).map((input) => [input, input.value]);
    const behind = draft.version !== Number(root.dataset.version);
    root.dataset.version = draft.version;
    write(root, draft.content);
    // What was typed before the draft came back stands below it.
    for (const [input, value] of typed) {
      input.value = changed(input) && input.value !== value ? `${input.value}\n${value}` : value;
    }
    fieldsOf(root).forEach(mark);
    if (clean()) {
      return;
    }
    state.dirty();
    tell("ok", say("restored"), h("p", {}, say("restoredText", when(draft.keptAt)), behind ? ` ${say("restoredBehind")}` : ""), h("p", {}, h("button", { type: "button", class: "tn-btn", onclick: throwAway }, say("throwAway"))));
  });

  const save = async () => {
    if (busy) {
      return;
    }
    busy = true;
    state.saving();
    await drafts.idle();
    const content = read(root);
    const answer = await ask(root, path, { method: "PUT", body: { version: Number(root.dataset.version), content } });
    busy = false;
    if (answer.status === 200) {
      done(answer.body, content);
    } else if (answer.status === 409 && answer.body?.conflicts) {
      await stale(answer.body, JSON.stringify(content));
    } else {
      state.failed(say("notSaved"));
      show(tell("err", failure(say, answer)));
    }
  };
  const done = (body, content) => {
    root.dataset.version = body.version;
    root.querySelector("[data-version-chip]").textContent = say("version", body.version);
    drafts.settle();
    // What was typed while the answer was on its way stays unsaved.
    const typed = JSON.stringify(read(root)) !== JSON.stringify(content);
    saved = JSON.stringify(content);
    if (typed) {
      state.dirty();
      drafts.later();
      return;
    }
    settle();
    spot.replaceChildren();
    state.saved(say("savedVersion", body.version, clock(new Date())));
  };
  const stale = async (body, sent) => {
    const same = () => JSON.stringify(read(root)) === sent;
    if (!same()) {
      // What was typed while the answer was on its way is put together with the other's text too.
      await save();
      return;
    }
    if (body.conflicts.length) {
      state.failed(say("conflict"));
      showConflict(root, say, body, { same, again: save }, () => {
        fieldsOf(root).forEach(mark);
        look();
        show(tell("ok", say("chosen"), h("p", {}, say("chosenText"))));
      });
      return;
    }
    root.dataset.version = body.version;
    write(root, body.merged);
    await save();
    if (clean()) {
      tell("ok", say("mergedAlone", body.savedBy));
    }
  };

  root.addEventListener("input", (event) => {
    if (event.target.matches(".tn-in[data-text], .tn-in[data-column]")) {
      mark(event.target);
      look();
    }
  });
  const carry = async () => {
    const answer = await ask(root, `${path}/carried`, { method: "POST" });
    if (answer.status === 200) {
      await drafts.drop();
      reload();
    } else {
      show(tell("err", failure(say, answer)));
    }
  };
  const adopt = async (button) => {
    if (!clean()) {
      show(tell("err", say("unsaved")));
      return;
    }
    const answer = await ask(root, `${path}/rows/${encodeURIComponent(button.dataset.rowId)}/measure`, { method: "POST", body: { version: Number(root.dataset.version) } });
    if (answer.status === 200) {
      reload();
    } else {
      show(tell("err", answer.status === 409 ? say("conflict") : failure(say, answer)));
    }
  };
  const acts = {
    save: () => save(),
    carry,
    adopt,
    "add-row": (button) => {
      const below = button.closest("tr[data-row]")?.dataset.row;
      addRow(root, button.dataset.of, below).querySelector(".tn-in").focus();
    },
    "drop-row": (button) => {
      const row = button.closest("tr");
      const next = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      next?.querySelector(".tn-in")?.focus();
      root.dispatchEvent(new Event("input"));
      look();
    },
  };
  root.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-act]");
    acts[button?.dataset.act]?.(button);
  });
  onSaveKey(root, () => save());
  root.addEventListener("change", (event) => {
    if (event.target.closest("[data-needs]")) {
      needs(root, say, state);
    }
  });
});

const when = (iso) => new Date(iso).toLocaleString("ja", { timeZone: "Asia/Tokyo", month: "long", day: "numeric", hour: "numeric", minute: "2-digit" });

/** Lets the papers and files hold class I, or not. */
function takeSensitive(root, wanted) {
  for (const link of root.querySelectorAll("[data-papers] a[href*='/sheets/']")) {
    const door = link.getAttribute("href").split("?")[0];
    link.setAttribute("href", wanted ? `${door}?sensitive=true` : door);
  }
}

/** Saves the kinds of need, and opens the fields meant for them. */
async function needs(root, say, state) {
  const box = root.querySelector("[data-needs]");
  const kinds = [...box.querySelectorAll("input:checked")].map((input) => input.value);
  const answer = await ask(root, `/students/${encodeURIComponent(root.dataset.student)}/needs`, { method: "PUT", body: { version: Number(box.dataset.needsVersion), kinds } });
  if (answer.status === 200) {
    box.dataset.needsVersion = answer.body.version;
    state.saved(say("needsSaved"));
    for (const fold of root.querySelectorAll("details.tn-fold")) {
      fold.open = kinds.some((kind) => kind !== "absence");
    }
  } else {
    state.failed(failure(say, answer));
  }
}
