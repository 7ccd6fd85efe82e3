// SPDX-License-Identifier: Apache-2.0
/** The page of what was noticed: who takes care, what comes next, and what was tried. */
import { showCity } from "./city.js";
import { ask, closePopover, failure, h, mount, openPopover, wordsOf } from "./core.js";

const WAYS = ["phone", "visit", "message", "met", "municipality", "guidanceCenter", "police"];
const OUTCOMES = ["notHeard", "asking", "heard", "resting"];
let number = 0;

/** A field with its label. */
function field(label, control) {
  control.id = `tn-watch-${(number += 1)}`;
  control.classList.add("tn-in");
  return h("div", { class: "tn-f tn-f--12" }, h("label", { for: control.id }, label), control);
}

/** A box to tick with its label behind it. */
function tick(label) {
  const box = h("input", { type: "checkbox", id: `tn-watch-${(number += 1)}` });
  return { box, line: h("p", {}, box, " ", h("label", { for: box.id }, label)) };
}

function select(options, chosen = "") {
  return h(
    "select",
    {},
    options.map(([value, text]) => h("option", { value, selected: value === chosen }, text)),
  );
}

function day(value, most) {
  return h("input", { type: "date", value, max: most });
}

/** Writes beside each school how much is noticed there. */
async function showSchools(root, parts) {
  const answer = await ask(root, "/city-watch/findings");
  if (answer.status !== 200) {
    return;
  }
  const sums = new Map();
  for (const one of answer.body.findings) {
    sums.set(one.schoolSourcedId, (sums.get(one.schoolSourcedId) ?? 0) + 1);
  }
  for (const row of parts.files.querySelectorAll("[data-of]")) {
    row.querySelector("td").textContent = sums.get(row.dataset.of) ?? 0;
  }
}

mount("watch", (root) => {
  const say = wordsOf(root);
  const status = root.querySelector("[data-say]");
  const today = root.dataset.today;
  const school = `school=${encodeURIComponent(root.dataset.school)}`;
  const tell = (text) => {
    status.textContent = text;
  };
  const city = root.querySelector("[data-city]");
  if (city) {
    showCity(root, say, city, {
      path: "/city-watch",
      day: (one) => one.lookedOn,
      show: (parts) => showSchools(root, parts),
    });
  }

  /** Shows the page as it is now; the focus stays with the child. */
  function again(student) {
    history.replaceState(null, "", `${location.pathname}${location.search}#tn-c-${student}`);
    location.reload();
  }

  async function send(path, method, body, student, box) {
    const answer = await ask(root, path, { method, body });
    if (answer.status >= 200 && answer.status < 300) {
      closePopover();
      tell(say("saved"));
      again(student);
      return;
    }
    const text = failure(say, answer);
    tell(text);
    box?.querySelector("[data-refused]")?.replaceChildren(text);
  }

  const refused = () => h("p", { class: "tn-s", role: "alert", "data-refused": true });
  const go = (label, onclick) =>
    h("button", { type: "button", class: "tn-btn tn-btn--go", onclick }, label);

  function take(button, { student }) {
    const { key, version, step } = button.dataset;
    const body = { version: Number(version), student, findingKey: key, nextStep: step, done: false };
    send("/watch/tasks", "POST", body, student);
  }

  function done(button, { student }) {
    const { id, version } = button.dataset;
    const body = { version: Number(version), done: true };
    send(`/watch/tasks/${id}?${school}`, "PUT", body, student);
  }

  async function plan(button, { student, name }) {
    const { id, key, version, step, due = today, person = "" } = button.dataset;
    const answer = await ask(root, `/watch/people?${school}`);
    if (answer.status !== 200) {
      tell(failure(say, answer));
      return;
    }
    const people = answer.body.people.map((one) => [one.id, `${one.name}（${one.title}）`]);
    const who = select(people, person);
    const next = h("input", { type: "text", maxlength: 400, value: step });
    const by = day(due);
    const save = () => {
      const body = { version: Number(version), person: who.value, nextStep: next.value, dueOn: by.value || null, done: false };
      return id
        ? send(`/watch/tasks/${id}?${school}`, "PUT", body, student, box)
        : send("/watch/tasks", "POST", { ...body, student, findingKey: key }, student, box);
    };
    const box = openPopover(
      root,
      button,
      say(id ? "planTitle" : "askTitle", name),
      say,
      field(say("person"), who),
      field(say("step"), next),
      field(say("due"), by),
      refused(),
      go(say(id ? "save" : "ask"), save),
    );
  }

  async function contact(button, { student, name }) {
    const path = `/students/${encodeURIComponent(student)}/contacts`;
    const how = select(WAYS.map((way) => [way, say(`how.${way}`)]));
    const on = day(today, today);
    const reached = tick(say("reached"));
    const safe = tick(say("safe"));
    const [aim, method, result] = ["", "", ""].map(() => h("input", { type: "text", maxlength: 1000 }));
    const past = h("div", { class: "tn-s" });
    const save = () =>
      send(path, "POST", { on: on.value || null, how: how.value, reached: reached.box.checked, safetyConfirmed: safe.box.checked, aim: aim.value, method: method.value, result: result.value }, student, box);
    const box = openPopover(
      root, button, say("contactTitle", name), say,
      field(say("how"), how), field(say("on"), on), reached.line, safe.line,
      field(say("aim"), aim), field(say("method"), method), field(say("result"), result),
      refused(), go(say("save"), save), past,
    );
    if (box) {
      const answer = await ask(root, path);
      const rows = (answer.body?.contacts ?? []).slice(0, 5).map((one) =>
        h("p", {}, `${one.on} ${say(`how.${one.how}`)} ${say("reached")}：${say(one.reached ? "yes" : "no")} ${say("safe")}：${say(one.safe ? "yes" : "no")} ${one.outcome} ${one.byName}${one.voidReason ? ` ${say("voided")}` : ""}`));
      past.replaceChildren(h("b", {}, say("past")), ...(rows.length ? rows : [h("p", {}, say("pastEmpty"))]));
    }
  }

  function bullying(button, { student, name }) {
    const outcome = select(OUTCOMES.map((one) => [one, say(`outcome.${one}`)]));
    const note = h("textarea", { maxlength: 1000 });
    const path = `/students/${encodeURIComponent(student)}/bullying-answers`;
    const save = () => send(path, "POST", { outcome: outcome.value, note: note.value }, student, box);
    const box = openPopover(
      root, button, say("answerTitle", name), say,
      h("p", { class: "tn-s" }, say("answerHint")),
      field(say("outcome"), outcome), field(say("note"), note), refused(), go(say("save"), save),
    );
  }

  async function seen() {
    const answer = await ask(root, `/watch/notices/seen?${school}`, { method: "POST" });
    if (answer.status === 200) {
      location.reload();
    } else {
      tell(failure(say, answer));
    }
  }

  let mail = null;
  async function loadMail() {
    const answer = await ask(root, "/watch/mail-address");
    if (answer.status === 200) {
      mail = answer.body;
      root.querySelector("[data-in='mail']").value = mail.address;
      tell(mail.mailGoesOut ? "" : say("mailOff"));
    }
  }
  async function saveMail() {
    const address = root.querySelector("[data-in='mail']").value;
    const body = { address, version: mail?.version ?? 0 };
    const answer = await ask(root, "/watch/mail-address", { method: "PUT", body });
    if (answer.status === 200) {
      mail = answer.body;
    }
    tell(answer.status === 200 ? say("mailSaved") : failure(say, answer));
  }

  const acts = { take, done, plan, ask: plan, contact, answer: bullying, seen, mail: saveMail };
  root.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-act]");
    if (button) {
      acts[button.dataset.act]?.(button, button.closest("[data-student]")?.dataset ?? {});
    }
  });
  root.querySelector("[data-mail]").addEventListener("toggle", (event) => {
    if (event.target.open && !mail) {
      loadMail();
    }
  });
  root.addEventListener("change", (event) => {
    if (["window", "grade"].includes(event.target.dataset.in)) {
      const query = new URLSearchParams({ school: root.dataset.school });
      for (const control of root.querySelectorAll("[data-in='window'], [data-in='grade']")) {
        query.set(control.dataset.in, control.value);
      }
      query.set("stage", root.dataset.stage);
      location.assign(`${root.dataset.self}?${query}`);
    }
  });
  if (location.hash.startsWith("#tn-c-")) {
    document.getElementById(location.hash.slice(1))?.focus();
  }
  root.dataset.ready = "";
});
