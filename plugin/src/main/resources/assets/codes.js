// SPDX-License-Identifier: Apache-2.0
// The page of attendance codes: check, look at the effect, put in force.
import { ask, failure, h, mount, wordsOf } from "./core.js";

const MANY = ["counts", "roles"];
const NUMBERS = ["sheetRow", "remarkOrder", "firstSchoolYear"];
const TEXTS = ["id", "label", "shortLabel", "glyph", "family", "key", "effect", "kind",
  "remarkTemplate", "defaultDetail", "decisionNeeded", "basis"];
const FRESH = {
  id: "", label: "", shortLabel: "", glyph: "", family: "in", key: "", effect: "present", sheetRow: 0,
  kind: "", counts: [], remarkOrder: 5, remarkTemplate: "", defaultDetail: "", decisionNeeded: "none",
  roles: [], firstSchoolYear: 2019, lastSchoolYear: null, restricted: false, basis: "",
};

mount("codes", (root) => {
  const say = wordsOf(root);
  const find = (selector) => root.querySelector(selector);
  const input = (name) => find(`[data-in="${name}"]`);
  const tell = (text) => { find("[data-say]").textContent = text; };
  let file = null;
  let shown = null;

  function fill(code) {
    for (const name of [...TEXTS, ...NUMBERS]) input(name).value = code[name];
    input("lastSchoolYear").value = code.lastSchoolYear ?? "";
    input("restricted").checked = code.restricted;
    for (const name of MANY) {
      for (const box of root.querySelectorAll(`[data-many="${name}"]`)) box.checked = code[name].includes(box.value);
    }
  }

  function read() {
    const code = {};
    for (const name of TEXTS) code[name] = name === "key" ? input(name).value : input(name).value.trim();
    for (const name of NUMBERS) code[name] = Number(input(name).value);
    code.lastSchoolYear = input("lastSchoolYear").value === "" ? null : Number(input("lastSchoolYear").value);
    code.restricted = input("restricted").checked;
    for (const name of MANY) {
      code[name] = [...root.querySelectorAll(`[data-many="${name}"]:checked`)].map((box) => box.value);
    }
    return code;
  }

  function draft() {
    const made = { firstOn: input("firstOn").value, codes: file ?? [read()] };
    if (input("note").value.trim()) made.note = input("note").value.trim();
    return made;
  }

  function forget() {
    shown = null;
    find('[data-act="activate"]').setAttribute("aria-disabled", "true");
  }

  function open(title, code) {
    file = code ? null : file;
    find("[data-form]").hidden = false;
    for (const part of root.querySelectorAll("[data-one]")) part.hidden = !code;
    find("[data-form-title]").textContent = title;
    find("[data-result]").replaceChildren();
    find("[data-backward]").hidden = true;
    input("backwardReason").value = "";
    tell("");
    forget();
    if (code) fill(code);
    find("[data-form-title]").focus();
  }

  const findings = (list) => h("ul", {}, list.map((one) => h("li", {},
    h("span", { class: `tn-chip tn-chip--${{ ERROR: "err", WARNING: "wait" }[one.severity] ?? "quiet"}` }, one.severity === "ERROR" ? "×" : "！"),
    ` ${one.message}`)));

  function table(caption, heads, rows) {
    return h("div", { class: "tn-scroll", tabindex: "0", role: "region", "aria-label": caption }, h("table", { class: "tn-t tn-t--stack" },
      h("caption", {}, caption),
      h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell, i) => i === 0
        ? h("th", { scope: "row" }, String(cell)) : h("td", { "data-l": heads[i] }, String(cell))))))));
  }

  const changes = (fields) => table(say("field"), [say("field"), say("before"), say("after")],
    fields.map((one) => [say(`field.${one.field}`), one.before, one.after]));

  function effect(preview) {
    const parts = [];
    for (const code of preview.codes) parts.push(h("h4", {}, `${code.label}（${code.id}）`), changes(code.fields));
    if (!preview.marks) return [...parts, h("p", {}, say("effectNone"))];
    parts.push(h("p", { "data-effect": "" }, say("effect", preview.students, preview.remarkStudents, preview.marks)));
    if (preview.figures.length) {
      parts.push(table(say("figure"), [say("figure"), say("before"), say("after")],
        preview.figures.map((one) => [one.label, one.before, one.after])));
    }
    parts.push(table(say("schools"), [say("school"), say("marks"), say("students"), say("remarkStudents")],
      preview.schools.map((one) => [one.name, one.marks, one.students, one.remarkStudents])));
    if (preview.backwards) parts.push(h("p", { class: "tn-note tn-note--wait" }, say("backwards")));
    if (preview.lockedMonths.length) parts.push(h("p", {}, say("locked", preview.lockedMonths.join("・"))));
    if (preview.earlierSchoolYears.length) parts.push(h("p", {}, say("earlier", preview.earlierSchoolYears.join("・"))));
    if (preview.schoolsNotShown) parts.push(h("p", {}, say("hidden", preview.schoolsNotShown)));
    return parts;
  }

  async function check(whole) {
    forget();
    tell(say("reading"));
    const made = draft();
    const answer = await ask(root, "/codes/drafts", { method: "POST", body: made });
    if (answer.status !== 200) return tell(failure(say, answer));
    const preview = answer.body;
    tell(preview.fingerprint ? say("checked") : say("wrong"));
    find("[data-result]").replaceChildren(findings(preview.findings),
      ...(whole && preview.fingerprint ? effect(preview) : []));
    if (whole && preview.fingerprint) {
      shown = { ...made, fingerprint: preview.fingerprint };
      find("[data-backward]").hidden = !preview.backwards;
      find('[data-act="activate"]').removeAttribute("aria-disabled");
    }
  }

  async function activate() {
    if (!shown) return tell(say("previewFirst"));
    const reason = input("backwardReason").value.trim();
    const body = reason ? { ...shown, backwardReason: reason } : shown;
    const answer = await ask(root, "/codes/versions", { method: "POST", body });
    if (answer.status === 409) return tell(say("stale"));
    if (answer.status !== 200) return tell(failure(say, answer));
    tell(say("activated", answer.body.added, answer.body.changed));
    forget();
    location.reload();
  }

  async function history(id) {
    const answer = await ask(root, `/codes/${encodeURIComponent(id)}/versions`);
    return answer.status === 200 ? answer.body : null;
  }

  async function edit(id, retire) {
    const known = await history(id);
    if (!known) return;
    const now = known.versions.find((one) => !one.firstOn || one.firstOn <= root.dataset.today) ?? known.versions[0];
    const code = { ...now.code };
    if (retire) {
      const [year, month] = root.dataset.today.split("-").map(Number);
      code.lastSchoolYear = Math.max(code.firstSchoolYear, month < 4 ? year - 1 : year);
    }
    open(say(retire ? "retireOf" : "changeOf", code.label), code);
    input("id").readOnly = true;
  }

  async function detail(button) {
    const row = button.closest("tr");
    if (button.getAttribute("aria-expanded") === "true") {
      row.nextElementSibling.remove();
      button.setAttribute("aria-expanded", "false");
      return;
    }
    const known = await history(button.dataset.id);
    if (!known) return;
    button.setAttribute("aria-expanded", "true");
    row.after(h("tr", { "data-history": button.dataset.id }, h("td", { colspan: "11" }, h("ol", { class: "tn-log" }, known.versions.map((one) => h("li", {},
      h("b", {}, say("version", one.number)), " ", one.firstOn ? say("from", one.firstOn) : say("always"),
      one.activatedBy ? ` ${one.activatedBy}` : "", one.note ? `「${one.note}」` : "", one.backwardReason ? `（${one.backwardReason}）` : "",
      one.changes.length ? changes(one.changes) : h("p", { class: "tn-s" }, one.code.basis)))))));
  }

  async function upload() {
    try {
      const read = JSON.parse(await input("file").files[0].text());
      file = read.codes;
      open(say("fileRead", read.codes?.length ?? 0), null);
      if (read.firstOn) input("firstOn").value = read.firstOn;
      await check(true);
    } catch {
      open(say("notJson"), null);
    }
  }

  async function remark(dryRun) {
    const body = {};
    for (const one of root.querySelectorAll("[data-remark]")) {
      if (one.value) body[one.dataset.remark] = one.value;
    }
    const answer = await ask(root, `/remark-templates?dryRun=${dryRun}`, { method: "POST", body });
    const out = find("[data-remark-say]");
    if (answer.status !== 200) out.textContent = failure(say, answer);
    else if (dryRun) out.textContent = answer.body.students ? say("remarkEffect", answer.body.students, answer.body.schools.length) : say("remarkNone");
    else {
      out.textContent = say("remarkSet");
      location.reload();
    }
  }

  let listVersion = 0;
  async function list(act) {
    const of = (name) => find(`[data-list="${name}"]`).value.trim();
    const out = find("[data-list-say]");
    const path = `/condition-lists/${encodeURIComponent(of("id"))}?school=${encodeURIComponent(of("school"))}&municipality=${encodeURIComponent(of("municipality"))}`;
    if (act === "list-open") {
      const answer = await ask(root, path);
      if (answer.status !== 200) { out.textContent = failure(say, answer); return; }
      listVersion = answer.body.version;
      find('[data-list="text"]').value = JSON.stringify(answer.body.list, null, 1);
      out.textContent = say("listOpened");
      return;
    }
    let parsed;
    try {
      parsed = JSON.parse(of("text"));
    } catch {
      out.textContent = say("notJson");
      return;
    }
    const dryRun = act === "list-check";
    const body = { firstOn: of("firstOn"), version: listVersion, list: parsed };
    const answer = await ask(root, `${path}&dryRun=${dryRun}`, { method: "PUT", body });
    if (answer.status !== 200) { out.textContent = failure(say, answer); return; }
    const told = answer.body.findings.map((one) => one.message).join(" ");
    if (!dryRun) listVersion += 1;
    out.textContent = `${say(dryRun ? "listOk" : "listSet")} ${told}`;
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-act]");
    if (!button) return;
    const act = button.dataset.act;
    if (act === "new") { open(say("newCode"), FRESH); input("id").readOnly = false; }
    else if (act === "close") find("[data-form]").hidden = true;
    else if (act === "check") check(false);
    else if (act === "preview") check(true);
    else if (act === "activate") activate();
    else if (act === "change" || act === "retire") edit(button.dataset.id, act === "retire");
    else if (act === "detail") detail(button);
    else if (act.startsWith("remark-")) remark(act === "remark-preview");
    else if (act.startsWith("list-")) list(act);
  });
  root.addEventListener("input", (event) => {
    if (event.target.closest("[data-form]") && event.target.dataset.in !== "backwardReason") forget();
  });
  root.addEventListener("change", (event) => {
    if (event.target.dataset.in === "file" && event.target.files.length) upload();
  });
  root.dataset.ready = "";
});
