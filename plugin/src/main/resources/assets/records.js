// SPDX-License-Identifier: Apache-2.0
/** 指導要録の数: why a number, the closing with its differences, the survey. */
import { showCity } from "./city.js";
import { ask, explainNumbers, failure, h, mount, wordsOf } from "./core.js";

mount("records", (root) => {
  const say = wordsOf(root);
  explainNumbers(root, say);
  const closings = root.querySelector("[data-closings] [data-into]");
  if (closings) {
    showClosings(root, say, closings);
  }
  const city = root.querySelector("[data-city]");
  if (city) {
    showCity(root, say, city, {
      path: `/city-tallies?schoolYear=${root.dataset.year}`,
      day: (one) => one.countedTo,
    });
  }
  root.querySelector("[data-act='survey']")?.addEventListener("click", () => survey(root, say));
});

async function showClosings(root, say, into) {
  const query = new URLSearchParams({ school: root.dataset.school, schoolYear: root.dataset.year });
  draw(root, say, into, await ask(root, `/record-closings?${query}`));
}

function draw(root, say, into, answer) {
  if (answer.status >= 300 || answer.status === 0) {
    into.replaceChildren(h("p", {}, failure(say, answer)));
    return;
  }
  const { closings, differences } = answer.body;
  const parts = [];
  parts.push(
    closings.length
      ? h("ol", { class: "tn-log" }, closings.map((one) => signed(say, one)))
      : h("p", {}, say("notClosed")),
  );
  if (closings.length) {
    parts.push(h("h4", {}, say("differences")));
    parts.push(differences.length ? table(say, differences) : h("p", {}, say("noDifference")));
  }
  if (root.dataset.closer === "true") {
    if (!closings.length) {
      parts.push(closeForm(root, say, into));
    } else if (differences.length) {
      parts.push(amendForm(root, say, into, closings[closings.length - 1].number));
    }
  }
  into.replaceChildren(...parts);
}

function signed(say, one) {
  const head = one.number === 1 ? say("closing") : say("amendment", one.number);
  return h(
    "li",
    { "data-closing": one.number },
    h("b", {}, head),
    " ",
    say("signed", one.signedBy, new Date(one.signedAt).toLocaleString("ja", { timeZone: "Asia/Tokyo" }), one.students),
    " ",
    h("span", { class: `tn-chip tn-chip--${one.intact ? "ok" : "err"}` }, say(one.intact ? "intact" : "broken")),
    one.note ? h("p", {}, one.note) : null,
    one.waitingConfirmed ? h("p", {}, say("waitingConfirmed", one.waitingConfirmed)) : null,
    one.number > 1 ? h("p", { class: "tn-s" }, say("changedRows", one.changed)) : null,
    h("p", { class: "tn-hash" }, `SHA-256 ${one.hash}`),
  );
}

function table(say, differences) {
  const rows = differences.map((one) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, one.name),
      h("td", {}, one.figures.map((f) => h("div", {}, say("was", f.label, f.closed, f.now))), one.remarks ? h("div", {}, say("remarksDiffer")) : null),
      h("td", {}, one.days.slice(0, 12).map((day) => h("div", {}, say("was", slashed(day.date), day.closed, day.now)))),
    ),
  );
  return h("table", { class: "tn-t" }, h("tbody", {}, rows));
}

function slashed(date) {
  const [, month, day] = date.split("-");
  return `${Number(month)}/${Number(day)}`;
}

function field(id, label, hint) {
  const input = h("textarea", { class: "tn-in", id, rows: "2", maxlength: "1000" });
  return [h("label", { for: id }, label), hint ? h("p", { class: "tn-prompt" }, hint) : null, input];
}

function signing(root, say, into, button, path, body) {
  const told = h("div", { role: "status", "aria-live": "polite" });
  button.addEventListener("click", async () => {
    button.setAttribute("aria-disabled", "true");
    const answer = await ask(root, path, { method: "POST", body: body() });
    button.removeAttribute("aria-disabled");
    if (answer.status === 201) {
      draw(root, say, into, answer);
      return;
    }
    const findings = answer.body?.findings ?? [];
    told.replaceChildren(
      findings.length
        ? h("ul", { class: "tn-note tn-note--wait" }, findings.map((f) => h("li", {}, f.message)))
        : h("p", {}, failure(say, answer)),
    );
  });
  return told;
}

function closeForm(root, say, into) {
  const button = h("button", { type: "button", class: "tn-btn tn-btn--go" }, say("close"));
  const note = field("tn-close-note", say("closeNote"));
  const waiting = field("tn-close-waiting", say("waitingReason"), say("closeHint"));
  const told = signing(root, say, into, button, "/record-closings", () => ({
    school: root.dataset.school,
    schoolYear: Number(root.dataset.year),
    note: note[2].value,
    waitingReason: waiting[2].value,
  }));
  return h("div", { class: "tn-sign" }, ...waiting, ...note, h("p", {}, button), told);
}

function amendForm(root, say, into, number) {
  const button = h("button", { type: "button", class: "tn-btn tn-btn--go" }, say("amend"));
  const reason = field("tn-amend-reason", say("amendReason"));
  const told = signing(root, say, into, button, "/record-closings/amendments", () => ({
    school: root.dataset.school,
    schoolYear: Number(root.dataset.year),
    number,
    reason: reason[2].value,
  }));
  return h("div", { class: "tn-sign" }, ...reason, h("p", {}, button), told);
}

async function survey(root, say) {
  const into = root.querySelector("[data-survey] [data-into]");
  into.replaceChildren(h("p", {}, say("reading")));
  const query = new URLSearchParams({ school: root.dataset.school, schoolYear: root.dataset.year });
  const answer = await ask(root, `/survey?${query}`);
  if (answer.status !== 200) {
    into.replaceChildren(h("p", {}, failure(say, answer)));
    return;
  }
  const rows = answer.body.rows.filter((row) => row.schoolSourcedId);
  const measures = [["includingCredited", "including"], ["guidanceRecord", "guidance"]];
  const counts = ["absent30", "absent90", "present10", "present0"];
  const head = h(
    "thead",
    {},
    h("tr", {}, h("th", { scope: "col", rowspan: "2" }, say("place")), h("th", { scope: "col", rowspan: "2" }, say("students")), measures.map(([, word]) => h("th", { scope: "colgroup", colspan: "4" }, say(word))), h("th", { scope: "colgroup", colspan: "8" }, say("creditedRow"))),
    h("tr", {}, measures.flatMap(() => counts.map((one) => h("th", { scope: "col" }, say(one)))), [..."①②③④⑤⑥⑦⑧"].map((one) => h("th", { scope: "col" }, one))),
  );
  const body = rows.map(({ grade, count }) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, grade ? grade.replace("P", "小").replace("J", "中").replace("H", "高") : say("wholeSchool")),
      h("td", {}, count.students),
      measures.flatMap(([measure]) => counts.map((one) => h("td", {}, count[measure][one]))),
      count.creditedStudents.map((one) => h("td", {}, one)),
    ),
  );
  const unknown = rows.reduce((sum, row) => sum + (row.grade ? row.count.unknownDays : 0), 0);
  into.replaceChildren(
    h("div", { class: "tn-scroll", role: "region", tabindex: "0", "aria-label": say("surveyHead") }, h("table", { class: "tn-t tn-rec" }, h("caption", { class: "tn-vh" }, say("surveyHead")), head, h("tbody", {}, body))),
    h("p", { class: "tn-s tn-mute" }, say("surveyNote")),
    unknown ? h("p", { class: "tn-s" }, say("surveyUnknown", unknown)) : "",
  );
}
