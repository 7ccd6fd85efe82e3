// SPDX-License-Identifier: Apache-2.0
/** The page of exempt days: the principal's word, back-dating, the end of a suspension, settings. */
import { ask, days, failure, h, mount, wordsOf } from "./core.js";

mount("exempt-days", (root) => {
  const say = wordsOf(root);
  const find = (selector) => root.querySelector(selector);
  const button = (text, action, kind = "") => h("button", { type: "button", class: `tn-btn ${kind}`, onclick: action }, text);
  const told = (answer) => h("p", { role: "alert" }, answer.status === 409 ? say("conflict") : failure(say, answer));
  const input = (type, label) => {
    const field = h("input", { class: "tn-in", type, maxlength: type === "text" ? "500" : null });
    return { field, label: h("label", { class: "tn-f tn-f--4" }, h("span", { class: "tn-s" }, label), field) };
  };

  /** Asks for the reason, and of an order under article 35 for what the law asks. */
  const decide = (row, outcome) => {
    const { student, name, code, first, last, order, acceptance } = row.dataset;
    const title = say(`${outcome === "granted" ? "grant" : "refuse"}Title`, name);
    const reason = input("text", say("reason"));
    const fields = { reason };
    if (order === "true" && outcome === "granted") {
      fields.heardOn = input("date", say("heardOn"));
      fields.documentOn = input("date", say("documentOn"));
      fields.documentNo = input("text", say("documentNo"));
      fields.learningSupport = input("text", say("learningSupport"));
    }
    const notices = find("[data-notices]");
    const problem = h("div", {});
    const go = async () => {
      const body = { code, firstOn: first, lastOn: last, outcome, replaces: acceptance || null };
      for (const [key, one] of Object.entries(fields)) {
        body[key] = one.field.value || null;
      }
      const answer = await ask(root, `/students/${encodeURIComponent(student)}/acceptances`, { method: "POST", body });
      if (answer.status === 201) {
        location.assign(root.dataset.self);
      } else {
        problem.replaceChildren(told(answer));
      }
    };
    const close = () => {
      notices.replaceChildren();
      row.querySelector("button")?.focus();
    };
    notices.replaceChildren(h("div", { class: "tn-note", role: "group", "aria-label": title }, h("span", { "aria-hidden": "true" }, "!"),
      h("div", {}, h("p", {}, h("b", {}, title)), order === "true" && outcome === "granted" ? h("p", { class: "tn-s" }, say("orderHint")) : null,
        h("div", { class: "tn-fields" }, Object.values(fields).map((one) => one.label)), problem,
        h("p", { class: "tn-row" }, button(say(outcome === "granted" ? "grant" : "refuse"), go, "tn-btn--go"), button(say("cancel"), close)))));
    notices.scrollIntoView({ block: "nearest" });
    reason.field.focus();
  };

  const re = (name) => find(`[data-re="${name}"]`);
  const preview = find("[data-preview]");
  const listStudents = async () => {
    if (!re("room").value) {
      re("student").replaceChildren();
      return;
    }
    const answer = await ask(root, `/homerooms/${encodeURIComponent(re("room").value)}/register`);
    if (answer.status !== 200) {
      preview.replaceChildren(told(answer));
      return;
    }
    re("student").replaceChildren(...answer.body.students.map((one) => h("option", { value: one.id }, `${one.number} ${one.name}`)));
    const codes = answer.body.codes.filter((one) => one.family === "off" && one.id !== "ONLINE_SPECIAL");
    re("code").replaceChildren(...codes.map((one) => h("option", { value: one.id, selected: one.id === "SUSPENSION_INFECTION" }, `${one.glyph} ${one.label}`)));
  };
  const recode = (dryRun) =>
    ask(root, `/students/${encodeURIComponent(re("student").value)}/recodings?dryRun=${dryRun}`, {
      method: "POST",
      body: Object.fromEntries(["firstOn", "lastOn", "code", "detail", "reason"].map((name) => [name, re(name).value || null])),
    });
  const figures = (before, after) =>
    h("table", { class: "tn-t" }, h("thead", {}, h("tr", {}, ["figure", "before", "after"].map((key) => h("th", { scope: "col" }, say(key))))),
      h("tbody", {}, ["exemptDays", "daysAbsent", "daysPresent"].map((key) =>
        h("tr", {}, h("th", { scope: "row" }, say(key)), h("td", {}, say("days", before[key])), h("td", {}, say("days", after[key])))),
      h("tr", {}, h("th", { scope: "row" }, say("remarks")), h("td", {}, before.remarks.join("、")), h("td", {}, after.remarks.join("、")))));
  const check = async () => {
    if (!re("student").value) {
      preview.replaceChildren(h("p", { role: "alert" }, say("chooseStudent")));
      re("room").focus();
      return;
    }
    preview.replaceChildren(h("p", {}, say("checking")));
    const answer = await recode(true);
    if (answer.status !== 200) {
      preview.replaceChildren(told(answer));
      return;
    }
    const { before, after, lockedMonths, mayUnlock } = answer.body;
    const months = lockedMonths.map((month) => Number(month.slice(5))).join("・");
    const problem = h("div", {});
    const go = async () => {
      if (!re("reason").value.trim()) {
        problem.replaceChildren(h("p", { role: "alert" }, say("reasonMissing")));
        re("reason").focus();
        return;
      }
      const saved = await recode(false);
      if (saved.status === 200) {
        preview.replaceChildren(h("p", { role: "status", tabindex: "-1" }, say("recoded", saved.body.days.length)), figures(saved.body.before, saved.body.after));
        preview.firstElementChild.focus();
      } else {
        problem.replaceChildren(told(saved));
      }
    };
    preview.replaceChildren(h("p", {}, say("daysOf", answer.body.days.length, days(answer.body.days))), figures(before, after),
      months ? h("p", { class: "tn-cl-lock" }, say(mayUnlock ? "lockedMay" : "lockedNot", months)) : "", problem,
      h("p", { class: "tn-row" }, months && !mayUnlock ? "" : button(say("recode"), go, "tn-btn--go"), button(say("cancel"), () => preview.replaceChildren())));
    preview.querySelector("button").focus({ preventScroll: true });
  };

  const end = (name) => find(`[data-end="${name}"]`);
  const showEnd = async () => {
    const asks = end("disease").selectedOptions[0].dataset.asks.split(" ").filter(Boolean);
    for (const field of root.querySelectorAll("[data-ask]")) {
      field.hidden = !asks.includes(field.dataset.ask);
    }
    const query = new URLSearchParams({ disease: end("disease").value });
    for (const name of [...asks, "doctorOn"]) {
      if (end(name).value) {
        query.set(name, end(name).value);
      }
    }
    const answer = await ask(root, `/suspension-end?${query}`);
    const place = find("[data-answer]");
    if (answer.status !== 200) {
      place.replaceChildren(told(answer));
      return;
    }
    const { state, firstDay, notBefore, reasons, basis } = answer.body;
    const date = (iso) => new Date(`${iso}T00:00:00`).toLocaleDateString(root.lang, { month: "long", day: "numeric", weekday: "short" });
    const head = state === "KNOWN" ? say("known", date(firstDay)) : state === "DOCTOR" ? say("doctor") : say("waiting");
    place.replaceChildren(h("p", {}, h("b", {}, head)), notBefore ? h("p", {}, say("notBefore", date(notBefore))) : "",
      h("ul", { class: "tn-cl-lines" }, reasons.map((text) => h("li", {}, text))), h("p", { class: "tn-s tn-mute" }, basis));
  };

  const set = async (field) => {
    const value = field.type === "checkbox" ? String(field.checked) : field.value;
    const answer = await ask(root, `/schools/${encodeURIComponent(root.dataset.school)}/register-settings`, { method: "PUT", body: { [field.dataset.setting]: value } });
    find("[data-setting-say]").textContent = answer.status === 200 ? say("settingSaved") : failure(say, answer);
  };

  root.addEventListener("click", (event) => {
    const from = event.target.closest("[data-act]");
    const row = from?.closest("tr[data-student]");
    const acts = { grant: () => decide(row, "granted"), refuse: () => decide(row, "refused"), check };
    acts[from?.dataset.act]?.();
  });
  root.addEventListener("change", (event) => {
    if (event.target.matches('[data-re="room"]')) {
      listStudents();
    } else if (event.target.matches("[data-end]")) {
      showEnd();
    } else if (event.target.matches("[data-setting]")) {
      set(event.target);
    }
  });
  root.addEventListener("input", (event) => {
    if (event.target.matches('[data-re]:not([data-re="reason"])')) {
      preview.replaceChildren();
    }
  });
  if (re("room")?.value) {
    listStudents();
  }
  showEnd();
});
