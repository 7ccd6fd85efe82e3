// SPDX-License-Identifier: Apache-2.0
/** The page of special curricula: writes a draft, hands it in, notes approvals, begins versions. */
import { ask, failure, h, mount, onSaveKey, saveState, wordsOf } from "./core.js";

mount("curricula", (root) => {
  const say = wordsOf(root);
  const { path, plan, number, revision, self } = root.dataset;
  const all = (selector) => [...root.querySelectorAll(selector)];
  const notices = root.querySelector("[data-notices]");
  const one = `${path}/${encodeURIComponent(plan ?? "")}`;
  const seen = { version: Number(number), revision: Number(revision) };
  const state = root.querySelector("[data-state]") ? saveState(root, say) : null;

  const tell = (answer) => {
    const text = answer.status === 409 ? (answer.body?.message ?? say("stale")) : failure(say, answer);
    notices.replaceChildren(h("p", { class: "tn-note tn-note--err", role: "alert" }, text));
    notices.scrollIntoView({ block: "nearest" });
  };
  const refuse = (text) => tell({ status: 422, body: { message: text } });
  const go = (id) => {
    state?.clean();
    location.assign(`${self}&plan=${encodeURIComponent(id)}`);
  };
  const numberOf = (input) => (input.value === "" ? null : Number(input.value));

  /** Lays what the page holds over the stored plan, so that nothing it does not show is lost. */
  const laid = (stored) => {
    const rows = new Map(stored.subjects.map((row) => [row.name, row]));
    for (const line of all("[data-row]")) {
      const input = line.querySelector("[data-hours]");
      const row = rows.get(line.dataset.row);
      if (row && input) {
        row.hours = numberOf(input);
      }
    }
    for (const [field, key] of [["place", "contentPlace"], ["aims", "aims"]]) {
      for (const input of all(`[data-${field}]`)) {
        rows.get(input.dataset[field])[key] = input.value;
      }
    }
    for (const box of all("[data-new-row]")) {
      const field = (name) => box.querySelector(`[data-f="${name}"]`);
      stored.subjects.push({ name: field("name").value.trim(), new: true, hours: numberOf(field("hours")), aims: field("aims").value });
    }
    for (const input of all("[data-number]")) {
      stored[input.dataset.number] = numberOf(input);
    }
    for (const input of all("[data-text]")) {
      stored[input.dataset.text] = input.value;
    }
    if (root.querySelector("[data-target]")) {
      stored.targets = all("[data-target]").filter((box) => box.checked).map((box) => box.dataset.target);
    }
    stored.viewpoints ??= {};
    for (const input of all("[data-viewpoint]")) {
      stored.viewpoints[input.dataset.viewpoint] = input.value;
    }
    return stored;
  };

  const save = async () => {
    const nameless = all("[data-new-row]").find((box) => !box.querySelector('[data-f="name"]').value.trim());
    if (nameless) {
      refuse(say("nameMissing"));
      nameless.querySelector("input").focus();
      return;
    }
    state?.saving();
    const stored = await ask(root, `${one}?version=${number}`);
    if (stored.status !== 200) {
      state?.failed(say("notSaved"));
      tell(stored);
      return;
    }
    const answer = await ask(root, `${one}/draft`, { method: "PUT", body: { ...seen, plan: laid(stored.body.plan) } });
    if (answer.status === 200) {
      go(plan);
    } else {
      state?.failed(say("notSaved"));
      tell(answer);
    }
  };

  let added = 0;
  const addRow = () => {
    added += 1;
    const field = (name, type, extra = {}) => {
      const id = `tn-cu-new-${added}-${name}`;
      return h("div", { class: "tn-f" }, h("label", { for: id }, say(`new${name[0].toUpperCase()}${name.slice(1)}`)),
        h("input", { class: "tn-in", id, type, "data-f": name, ...extra }));
    };
    const box = h("div", { class: "tn-cu-added", "data-new-row": true }, field("name", "text", { maxlength: 100 }),
      field("hours", "number", { min: 0, max: 9999, step: 0.5 }), field("aims", "text", { maxlength: 10000 }),
      h("button", { type: "button", class: "tn-btn tn-btn--q", onclick: () => box.remove() }, say("remove")));
    root.querySelector("[data-added]").append(box);
    state?.dirty();
    box.querySelector("input").focus();
  };

  const send = async (where, body) => {
    const answer = await ask(root, where, { method: "POST", body });
    if (answer.status === 200 || answer.status === 201) {
      go(answer.body.id);
    } else {
      tell(answer);
    }
  };
  const approve = () => {
    const values = Object.fromEntries(all("[data-approval]").map((input) => [input.dataset.approval, input.value || null]));
    return send(`${one}/approval`, { ...seen, ...values });
  };
  const add = () => {
    const field = (name) => root.querySelector(`[data-add="${name}"]`).value.trim();
    if (!field("name")) {
      refuse(say("nameMissing"));
      root.querySelector('[data-add="name"]').focus();
      return undefined;
    }
    const [stage, grade] = root.querySelector('[data-add="grade"]').value.split(" ");
    const frame = { stage, grade: grade ? Number(grade) : null, variant: field("variant") };
    return send(path, { name: field("name"), target: field("target"), plan: frame });
  };

  const acts = { save, addRow, approve, add, apply: () => send(`${one}/application`, seen), begin: () => send(`${one}/versions`) };
  for (const button of all("[data-act]")) {
    button.addEventListener("click", () => acts[button.dataset.act]());
  }
  if (state) {
    root.addEventListener("input", (event) => {
      if (!event.target.matches("[data-add], [data-approval]")) {
        state.dirty();
      }
    });
    onSaveKey(root, save);
  }
});
