// SPDX-License-Identifier: Apache-2.0
/** 学校外の施設: searching, writing a place, notes of 別添3, and the rules of day conversion. */
import { ask, failure, mount, saveState, wordsOf } from "./core.js";
import { askWhy, read, refresh, tell } from "./parts.js";

mount("facilities", (root) => {
  const say = wordsOf(root);
  const state = saveState(root, say);
  const one = (selector) => root.querySelector(selector);

  const send = async (path, method, body, done) => {
    state.saving();
    const answer = await ask(root, path, { method, body });
    if (answer.status >= 200 && answer.status < 300) {
      await refresh(root);
      state.saved(say(done));
      one("[data-notices]").replaceChildren();
      return answer;
    }
    state.failed(say("notSaved"));
    tell(root, "err", answer.status === 409 ? say("stale") : failure(say, answer));
    return null;
  };

  const acts = {
    save: async () => {
      const body = { ...read(one("[data-form='facility']")), version: Number(root.dataset.version) };
      if (root.dataset.facility) {
        await send(`/facilities/${encodeURIComponent(root.dataset.facility)}`, "PUT", body, "saved");
        return;
      }
      const id = `f-${[...crypto.getRandomValues(new Uint8Array(6))].map((b) => b.toString(16).padStart(2, "0")).join("")}`;
      if (await send(`/facilities/${id}`, "PUT", body, "saved")) {
        state.clean();
        window.location.assign(`${root.dataset.self}?facility=${id}`);
      }
    },
    note: (button) => {
      const field = one(`[data-item="${CSS.escape(button.dataset.for)}"]`);
      const note = { item: button.dataset.for, entry: Number(field.dataset.entry), note: field.value.trim() };
      return send(`/facilities/${encodeURIComponent(root.dataset.facility)}/assessment`, "PUT", { notes: [note] }, "noted");
    },
    "void": (button) => askWhy(root, button, say, (reason) => send(`/facilities/${encodeURIComponent(root.dataset.facility)}/void`, "POST", { reason }, "voided")),
    "void-rule": (button) => askWhy(root, button, say, (reason) => send(`/ict-rules/${encodeURIComponent(button.dataset.id)}/void`, "POST", { reason }, "voided")),
    rule: () => send("/ict-rules", "POST", read(one("[data-form='rule']")), "ruleSaved"),
  };
  root.addEventListener("click", (event) => {
    const act = event.target.closest("button[data-act]");
    if (act && root.contains(act)) {
      acts[act.dataset.act]?.(act);
    }
  });
  root.addEventListener("change", (event) => {
    if (event.target.matches("[data-field='level']")) {
      for (const part of root.querySelectorAll("[data-level]")) {
        part.hidden = part.dataset.level !== event.target.value;
      }
    }
  });
  root.addEventListener("input", (event) => {
    if (event.target.matches("[data-search]")) {
      search(root, say, event.target.value);
    } else if (event.target.closest("[data-form]")) {
      state.dirty();
    }
  });
  root.dataset.ready = "";
});

/** Leaves only the rows that hold every word. */
function search(root, say, text) {
  const words = text.normalize("NFKC").toLowerCase().split(/\s+/u).filter(Boolean);
  let found = 0;
  for (const row of root.querySelectorAll("tr[data-text]")) {
    const all = row.dataset.text.normalize("NFKC").toLowerCase();
    row.hidden = !words.every((word) => all.includes(word));
    found += row.hidden ? 0 : 1;
  }
  root.querySelector("[data-found]").textContent = say("found", found);
}
