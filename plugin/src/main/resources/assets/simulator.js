// SPDX-License-Identifier: Apache-2.0
// The page that tries out counting: one request, shown as a form and as JSON, counted at each change.
import { ask, failure, h, mount, wordsOf } from "./core.js";

const FIGURES = ["schoolDays", "exemptDays", "requiredDays", "daysAbsent", "daysPresent", "creditedDays"];

/** Ten school days of June, and a story to begin with. */
function example(name, year) {
  const planned = [1, 2, 3, 4, 5, 8, 9, 10, 11, 12].map((day) => `${year}-06-${String(day).padStart(2, "0")}`);
  const marks = (code, days, more = {}) => days.map((i) => ({ date: planned[i], code, ...more }));
  const request = {
    schoolYear: year, prefecture: "栃木県", grade: "J2", homerooms: ["1組", "2組"], plannedDays: planned,
    closures: [], facilities: [], students: [{ id: "A", homeroom: "1組", marks: [], creditings: [] }],
  };
  const centre = { facilityId: "F1", kind: "1", prefecture: "栃木県", municipality: "□□町", name: "□□教室" };
  const student = request.students[0];
  if (name === "centre" || name === "waiting") {
    request.facilities.push(centre);
    student.marks = [...marks("CREDITED_SUPPORT_CENTER", [0, 2, 4, 5, 7], { facilityId: "F1" }), ...marks("ABSENT_ILLNESS", [8])];
    student.creditings = [{ kind: "1", facilityId: "F1", firstOn: `${year}-04-01`, lastOn: `${year + 1}-03-31`, decision: name === "centre" ? "granted" : "waiting" }];
  } else if (name === "closure") {
    request.closures = [{ scope: "homeroom", target: "1組", dates: [planned[1], planned[2]], basis: "ART20" }];
    student.marks = marks("BEREAVEMENT", [6, 7], { detail: "祖母" });
    request.students.push({ id: "B", homeroom: "2組", marks: [], creditings: [] });
  } else {
    request.ictRule = { basis: "minutes", minutesPerDay: 120 };
    student.marks = [...marks("CREDITED_ICT", [0, 1, 2], { minutes: 150 }), ...marks("CREDITED_ICT", [3], { minutes: 60 })];
    student.creditings = [{ kind: "8", firstOn: planned[0], lastOn: planned[9], decision: "granted" }];
  }
  return request;
}

mount("simulator", (root) => {
  const say = wordsOf(root);
  const find = (selector) => root.querySelector(selector);
  const options = (name) => [...find(`[data-${name}]`).options].map((one) => [one.value, one.textContent]);
  const codes = options("codes");
  const kinds = options("kinds");
  let request = example("centre", Number(root.dataset.year));
  let turn = 0;

  const select = (label, value, choices, change) => h("select", { class: "tn-in", "aria-label": label, onchange: (e) => { change(e.target.value); run(); } },
    choices.map(([id, text]) => h("option", { value: id, selected: id === value }, text)));
  const field = (label, value, change, type = "text") => h("label", { class: "tn-s" }, `${label} `,
    h("input", { class: "tn-in", type, value, onchange: (e) => { change(e.target.value); run(); } }));
  const remove = (list, one) => h("button", { type: "button", class: "tn-btn tn-btn--q", onclick: () => { list.splice(list.indexOf(one), 1); draw(); run(); } }, say("remove"));

  function mark(student, date, code) {
    const old = student.marks.find((one) => one.date === date);
    student.marks = student.marks.filter((one) => one.date !== date);
    if (code) student.marks.push(old?.code === code ? old : { date, code, ...facilityOf(code) });
    student.marks.sort((a, b) => a.date.localeCompare(b.date));
  }

  /** A credited day at a facility needs one; the first of the list stands in. */
  function facilityOf(code) {
    return code.startsWith("CREDITED_") && request.facilities.length ? { facilityId: request.facilities[0].facilityId } : {};
  }

  function grid() {
    const head = request.plannedDays.map((date) => h("th", { scope: "col" }, `${Number(date.slice(5, 7))}/${Number(date.slice(8))}`));
    return h("table", { class: "tn-t" }, h("caption", { class: "tn-vh" }, say("code")),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, say("student")), head)),
      h("tbody", {}, request.students.map((student) => h("tr", {}, h("th", { scope: "row" }, `${student.id}（${student.homeroom ?? ""}）`,
        request.students.length > 1 ? remove(request.students, student) : ""),
      request.plannedDays.map((date) => h("td", {}, select(`${student.id} ${date}`,
        (student.marks ?? []).find((one) => one.date === date)?.code ?? "", [["", say("blank")], ...codes],
        (code) => mark(student, date, code))))))));
  }

  function draw() {
    find("[data-grid]").replaceChildren(grid());
    find("[data-facilities]").replaceChildren(...(request.facilities ?? []).map((one) => h("div", { class: "tn-row" },
      h("b", {}, one.facilityId), select(say("kind"), one.kind, kinds.filter(([id]) => /^[1-8]$/.test(id)), (value) => { one.kind = value; }),
      field(say("municipality"), one.municipality, (value) => { one.municipality = value; }),
      field(say("name"), one.name, (value) => { one.name = value; }), remove(request.facilities, one))));
    find("[data-decisions]").replaceChildren(...request.students.flatMap((student) => (student.creditings ?? []).map((one) => h("div", { class: "tn-row" },
      h("b", {}, student.id), select(say("kind"), one.kind, kinds, (value) => { one.kind = value; }),
      field(say("first"), one.firstOn, (value) => { one.firstOn = value; }, "date"),
      field(say("last"), one.lastOn, (value) => { one.lastOn = value; }, "date"),
      select(say("decision"), one.decision, ["granted", "refused", "waiting"].map((word) => [word, say(word)]), (value) => { one.decision = value; }),
      remove(student.creditings, one)))));
    find("[data-closures]").replaceChildren(...(request.closures ?? []).map((one) => h("div", { class: "tn-row" },
      select(say("homeroom"), one.target, (request.homerooms ?? []).map((room) => [room, room]), (value) => { one.target = value; }),
      (one.dates ?? []).map((date, i) => select(say("day"), date, request.plannedDays.map((day) => [day, day.slice(5)]), (value) => { one.dates[i] = value; })),
      remove(request.closures, one))));
  }

  function show(answer) {
    const head = [say("student"), ...FIGURES.map((name) => say(name)), say("remarks")];
    const rows = answer.students.map((one) => h("tr", { "data-student": one.id }, h("th", { scope: "row" }, one.id),
      FIGURES.map((name) => h("td", { "data-l": say(name), "data-figure": name }, String(one[name]))),
      h("td", { "data-l": say("remarks"), "data-remarks": "" }, one.remarks.join(" ／ ") || say("none"))));
    const days = answer.students.map((one) => h("details", {}, h("summary", {}, `${say("days")}：${one.id}`), h("ul", { class: "tn-log" },
      one.days.map((day) => h("li", {}, h("time", {}, day.date), ` ${say(day.dayClass)}`, h("span", { class: "tn-s tn-mute" },
        ` ${day.because.map((fact) => fact.text ?? fact.basis ?? "").filter(Boolean).join(" → ")}`))))));
    find("[data-result]").replaceChildren(
      h("div", { class: "tn-scroll", tabindex: "0", role: "region", "aria-label": say("figures") }, h("table", { class: "tn-t tn-t--stack" }, h("caption", {}, say("figures")),
        h("thead", {}, h("tr", {}, head.map((text) => h("th", { scope: "col" }, text)))), h("tbody", {}, rows))),
      answer.findings.length ? h("div", { "data-findings": "" }, h("h4", {}, say("findings")), h("ul", {}, answer.findings.map((one) => h("li", {}, `${one.student ?? ""} ${one.date ?? ""} ${one.message}`)))) : "",
      ...days);
  }

  async function run() {
    const mine = (turn += 1);
    find("[data-json]").value = JSON.stringify(request, null, 1);
    const answer = await ask(root, "/simulations/attendance", { method: "POST", body: request });
    if (mine !== turn) return;
    find("[data-say]").textContent = answer.status === 200 ? say("done") : failure(say, answer);
    if (answer.status === 200) show(answer.body);
  }

  function add(act) {
    const day = request.plannedDays[0];
    if (act === "student") {
      const id = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("").find((one) => request.students.every((other) => other.id !== one));
      if (id) request.students.push({ id, homeroom: request.homerooms[0], marks: [], creditings: [] });
    } else if (act === "facility") {
      request.facilities.push({ facilityId: `F${request.facilities.length + 1}`, kind: "1", prefecture: request.prefecture, municipality: "", name: "" });
    } else if (act === "decision") {
      const student = request.students[request.students.length - 1];
      student.creditings = [...(student.creditings ?? []), { kind: "1", firstOn: day, lastOn: request.plannedDays.at(-1), decision: "granted" }];
    } else request.closures.push({ scope: "homeroom", target: request.homerooms[0], dates: [day], basis: "ART20" });
    draw();
    run();
  }

  function fromJson() {
    try {
      request = { closures: [], facilities: [], homerooms: [], ...JSON.parse(find("[data-json]").value) };
    } catch {
      find("[data-say]").textContent = say("notJson");
      return;
    }
    for (const student of request.students ?? []) student.marks ??= [];
    draw();
    run();
  }

  root.addEventListener("click", (event) => {
    const act = event.target.closest("button[data-act]")?.dataset.act;
    if (act === "run") fromJson();
    else if (act) add(act);
  });
  find("[data-example]").addEventListener("change", (event) => {
    request = example(event.target.value, Number(root.dataset.year));
    draw();
    run();
  });
  draw();
  run();
  root.dataset.ready = "";
});
