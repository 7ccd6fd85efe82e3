// SPDX-License-Identifier: Apache-2.0
/** 独自の欄: list, editor and preview of the sections that a school or a municipality adds. */
import { ask, failure, h, mount, wordsOf } from "./core.js";
import { tell } from "./parts.js";

const PARTS = ["cover", "common", "a", "b", "meeting"];
const CLASSES = ["general", "plan", "sensitive"];
const TYPES = ["text", "prose", "date", "choice"];

mount("own-sections", (root) => {
  const say = wordsOf(root);
  const list = root.querySelector("[data-list]");
  const editor = root.querySelector("[data-editor]");
  const preview = root.querySelector("[data-preview]");
  let sections = JSON.parse(root.dataset.sections);
  let open = null;
  let count = 0;

  const fresh = (prefix) => `${prefix}${[...crypto.getRandomValues(new Uint8Array(4))].map((b) => b.toString(16).padStart(2, "0")).join("")}`;
  const labelled = (text, control, width = 6) => {
    control.id ||= `tn-o-${(count += 1)}`;
    control.classList.add("tn-in");
    return h("div", { class: `tn-f tn-f--${width}` }, h("label", { for: control.id }, text), control);
  };
  const select = (values, prefix, chosen) => {
    const made = h("select", {}, values.map((one) => h("option", { value: one }, say(`${prefix}.${one}`))));
    made.value = chosen;
    return made;
  };
  const button = (label, onclick, more = "", kind = "") => h("button", { type: "button", class: `tn-btn ${kind}`, onclick }, label, more ? h("span", { class: "tn-vh" }, ` ${more}`) : "");

  const drawList = () => {
    const rows = sections.map((one) =>
      h(
        "li",
        { class: one.body ? null : "tn-mute" },
        h("b", {}, one.body?.label ?? one.section), "　", say(`part.${one.part}`), "　", one.body ? say("from", one.firstOn) : say("retired", one.firstOn),
        h("div", { class: "tn-row" }, one.body ? [button(say("edit"), () => edit(one), one.body.label), button(say("retire"), () => retire(one), one.body.label)] : []),
      ),
    );
    list.replaceChildren(rows.length ? h("ul", { class: "tn-log" }, rows) : h("p", { class: "tn-s tn-mute" }, say("none")));
  };

  const send = async (section, body) => {
    const answer = await ask(root, `/form-sections/${section}`, { method: "PUT", body: { scope: root.dataset.scope, scopeId: root.dataset.scopeId || null, ...body } });
    if (answer.status !== 200) {
      tell(root, "err", answer.status === 409 ? say("stale") : failure(say, answer));
      return;
    }
    const newest = new Map();
    for (const one of [...answer.body.sections].sort((a, b) => a.version - b.version)) {
      newest.set(one.section, one);
    }
    sections = [...newest.values()];
    open = null;
    editor.hidden = true;
    preview.hidden = true;
    drawList();
    tell(root, "ok", say("saved"));
  };

  const retire = (one) => {
    const day = h("input", { type: "date", value: root.dataset.today, min: root.dataset.today });
    show(say("retire"), h("div", { class: "tn-fields" }, h("p", { class: "tn-f tn-f--12" }, h("b", {}, one.body.label), "　", say("kept")), labelled(say("retireOn"), day)), h("div", { class: "tn-row" }, button(say("retireGo"), () => send(one.section, { version: one.version, part: one.part, firstOn: day.value || null }), one.body.label, "tn-btn--go")));
    preview.hidden = true;
  };

  const show = (title, ...content) => {
    editor.hidden = false;
    const head = editor.querySelector("h3");
    head.textContent = title;
    editor.querySelector("[data-form-place]").replaceChildren(...content);
    head.focus();
  };

  const edit = (one) => {
    open = one
      ? { section: one.section, version: one.version, part: one.part, firstOn: root.dataset.today, body: structuredClone(one.body) }
      : { section: fresh("s"), version: 0, part: "common", firstOn: root.dataset.today, body: { label: "", class: "general", fields: [{ id: fresh("f"), label: "", type: "text" }] } };
    open.body.id = open.section;
    draw(one ? say("editTitle", one.body.label) : say("newTitle"));
  };

  const bind = (control, take) => {
    control.addEventListener("input", () => {
      take(control.value);
      drawPreview();
    });
    return control;
  };

  const draw = (title) => {
    const { body } = open;
    show(
      title,
      h(
        "div",
        { class: "tn-fields" },
        labelled(say("title"), bind(h("input", { type: "text", maxlength: 100, value: body.label }), (v) => (body.label = v))),
        labelled(say("part"), open.version ? h("input", { type: "text", readonly: true, value: say(`part.${open.part}`) }) : bind(select(PARTS, "part", open.part), (v) => (open.part = v)), 3),
        labelled(say("firstOn"), bind(h("input", { type: "date", value: open.firstOn, min: root.dataset.today }), (v) => (open.firstOn = v)), 3),
        labelled(say("class"), bind(select(CLASSES, "class", body.class), (v) => (body.class = v)), 12),
      ),
      h("h4", {}, say("fields")),
      ...body.fields.map((field, i) => row(field, i, title)),
      h("div", { class: "tn-row" }, button(say("add"), () => (body.fields.push({ id: fresh("f"), label: "", type: "text" }), draw(title), editor.querySelectorAll("[data-field-row]").item(body.fields.length - 1).querySelector("input").focus())), button(say("save"), save, "", "tn-btn--go")),
    );
    drawPreview();
  };

  const row = (field, i, title) => {
    const { fields } = open.body;
    const number = say("field", i + 1);
    const move = (to) => {
      fields.splice(to, 0, fields.splice(i, 1)[0]);
      draw(title);
      editor.querySelectorAll("[data-field-row]").item(to).querySelector("input").focus();
    };
    const other = field.type === "table" ? h("p", { class: "tn-f tn-f--3" }, "表") : labelled(say("type"), bind(select(TYPES, "type", field.type), (v) => ((field.type = v), v === "choice" ? (field.choices ??= []) : delete field.choices, draw(title))), 3);
    return h(
      "fieldset",
      { class: "tn-picks", "data-field-row": true },
      h("legend", {}, number),
      h(
        "div",
        { class: "tn-fields" },
        labelled(say("label"), bind(h("input", { type: "text", maxlength: 100, value: field.label }), (v) => (field.label = v)), 5),
        other,
        labelled(say("hint"), bind(h("input", { type: "text", maxlength: 300, value: field.hint ?? "" }), (v) => (v ? (field.hint = v) : delete field.hint)), 4),
        field.type === "choice" ? labelled(say("choices"), bind(h("textarea", { rows: 3 }, (field.choices ?? []).map((one) => one.label).join("\n")), (v) => (field.choices = chosen(field, v))), 12) : "",
      ),
      h("div", { class: "tn-row" }, i > 0 ? button(say("up"), () => move(i - 1), number) : "", i + 1 < fields.length ? button(say("down"), () => move(i + 1), number) : "", fields.length > 1 ? button(say("drop"), () => (fields.splice(i, 1), draw(title)), number) : ""),
    );
  };

  const chosen = (field, text) =>
    text.split("\n").map((one) => one.trim()).filter(Boolean).map((label) => field.choices?.find((one) => one.label === label) ?? { id: fresh("c"), label });

  const drawPreview = () => {
    preview.hidden = false;
    const shown = open.body.fields.map((field) => {
      const control = { prose: () => h("textarea", { rows: 3, readonly: true }), date: () => h("input", { type: "date", readonly: true }), choice: () => h("select", {}, h("option", {}, ""), (field.choices ?? []).map((one) => h("option", {}, one.label))) }[field.type]?.() ?? h("input", { type: "text", readonly: true });
      const box = labelled(field.label || "　", control, field.type === "text" || field.type === "date" || field.type === "choice" ? 6 : 12);
      if (field.hint) {
        box.querySelector("label").after(h("p", { class: "tn-prompt" }, field.hint));
      }
      return box;
    });
    preview.querySelector("[data-preview-place]").replaceChildren(h("p", {}, h("b", {}, open.body.label), "　", h("span", { class: "tn-s tn-mute" }, `${say(`part.${open.part}`)}　${say(`class.${open.body.class}`)}`)), h("div", { class: "tn-fields" }, shown));
  };

  const save = () => send(open.section, { version: open.version, part: open.part, firstOn: open.firstOn || null, body: open.body });

  root.querySelector("[data-act='new']").addEventListener("click", () => edit(null));
  root.querySelector("[data-scope-choice]").addEventListener("change", (event) => {
    window.location.assign(`${root.dataset.self}?scope=${encodeURIComponent(event.target.value)}`);
  });
  drawList();
  root.dataset.ready = "";
});
