// SPDX-License-Identifier: Apache-2.0
/** The closures page: tells what a closure changes before it is recorded, changed or voided. */
import { ask, failure, h, mount, wordsOf } from "./core.js";

/** Shows what changes, as the REST interface tells it. */
function effectOf(effect, say) {
  const lines = (effect.lines ?? []).map((line) => h("li", {}, line.text));
  if (effect.remarks > 0) {
    lines.push(h("li", {}, say("remarks", effect.remarks)));
  }
  const months = (effect.lockedMonths ?? []).map((month) => say("locked", Number(month.slice(5))));
  return [
    lines.length ? h("ul", { class: "tn-cl-lines" }, lines) : h("p", {}, say("nothing")),
    ...months.map((text) => h("p", { class: "tn-cl-lock" }, text)),
    effect.pastYear ? h("p", { class: "tn-cl-lock" }, say("pastYear")) : null,
  ];
}

mount("closures", (root) => {
  const say = wordsOf(root);
  const find = (selector) => root.querySelector(selector);
  const path = `/schools/${encodeURIComponent(root.dataset.school)}`;
  const field = (name) => find(`[data-in="${name}"]`);
  const preview = find("[data-preview]");
  let editing = "";
  find("[data-changed]")?.focus({ preventScroll: true });

  const button = (text, action, kind = "") => h("button", { type: "button", class: `tn-btn ${kind}`, onclick: action }, text);
  const clear = () => preview?.replaceChildren();
  const tell = (place, answer) => place.replaceChildren(h("p", { class: "tn-note tn-note--err", role: "alert" }, failure(say, answer)));
  const show = (id) => location.assign(`${root.dataset.self}&changed=${encodeURIComponent(id)}`);

  const showTargets = () => {
    const scope = field("scope").value;
    const target = field("target");
    for (const option of target.options) {
      option.hidden = option.dataset.scope !== scope;
      option.disabled = option.hidden;
    }
    const first = [...target.options].find((option) => !option.disabled);
    target.closest(".tn-f").hidden = scope === "school";
    if (target.selectedOptions[0]?.disabled !== false) {
      target.value = first?.value ?? "";
    }
  };
  const showDecider = () => {
    find("span[data-decider]").textContent = field("basis").selectedOptions[0].dataset.decider;
  };
  const values = () => ({
    firstOn: field("firstOn").value || null,
    lastOn: field("lastOn").value || field("firstOn").value || null,
    scope: field("scope").value,
    target: field("scope").value === "school" ? "" : field("target").value,
    basis: field("basis").value,
    reason: field("reason").value,
    onlineLessons: field("onlineLessons").checked,
    authority: field("authority").value,
    reportedTo: field("reportedTo").value,
    reportedOn: field("reportedOn").value || null,
  });
  const send = (dryRun) =>
    editing
      ? ask(root, `${path}/closures/${encodeURIComponent(editing)}?dryRun=${dryRun}`, { method: "PUT", body: { closure: values(), reason: field("why").value } })
      : ask(root, `${path}/closures?dryRun=${dryRun}`, { method: "POST", body: values() });

  /** Shows what a step would change, with the button that takes it. */
  const confirm = (place, effect, label, go) => {
    const box = h("div", { class: "tn-note", tabindex: "-1" }, h("span", { "aria-hidden": "true" }, "!"),
      h("div", {}, h("p", {}, h("b", {}, say("previewTitle"))), ...effectOf(effect, say),
        h("p", { class: "tn-row" }, button(label, go, "tn-btn--go"), button(say("cancel"), () => place.replaceChildren()))));
    place.replaceChildren(box);
    box.scrollIntoView({ block: "nearest" });
    box.querySelector("button").focus({ preventScroll: true });
  };
  const save = async () => {
    const answer = await send(false);
    if (answer.status === 200 || answer.status === 201) {
      show(answer.body.id);
    } else {
      tell(preview, answer.status === 409 ? { status: 409, body: { message: say("conflict") } } : answer);
    }
  };
  const check = async () => {
    if (editing && !field("why").value.trim()) {
      tell(preview, { status: 422, body: { message: say("reasonMissing") } });
      field("why").focus();
      return;
    }
    preview.replaceChildren(h("p", {}, say("checking")));
    const answer = await send(true);
    if (answer.status === 200) {
      confirm(preview, answer.body.effect, say(editing ? "change" : "record"), save);
    } else {
      tell(preview, answer);
    }
  };

  const edit = (row) => {
    const { id, scope, target, first, last, basis, reason, online, authority, reportedTo, reportedOn } = row.dataset;
    editing = id;
    Object.entries({ scope, firstOn: first, lastOn: last, basis, reason, authority, reportedTo, reportedOn, why: "" })
      .forEach(([name, value]) => { field(name).value = value; });
    field("onlineLessons").checked = online === "true";
    showTargets();
    field("target").value = scope === "school" ? "" : target;
    showDecider();
    heading();
    clear();
    find("[data-heading]").focus();
  };
  const heading = () => {
    find("[data-heading]").textContent = say(editing ? "editTitle" : "newTitle");
    find("[data-why]").hidden = !editing;
    find('[data-act="new"]').hidden = !editing;
  };

  const askVoid = async (row) => {
    const url = `${path}/closures/${encodeURIComponent(row.dataset.id)}/voids`;
    const tried = await ask(root, `${url}?dryRun=true`, { method: "POST", body: { reason: "" } });
    const place = h("div", {});
    const notices = find("[data-notices]");
    notices.replaceChildren(place);
    if (tried.status !== 200) {
      tell(place, tried);
      return;
    }
    const reason = h("input", { class: "tn-in", type: "text", maxlength: "500" });
    const told = h("div", {});
    const go = async () => {
      if (!reason.value.trim()) {
        told.replaceChildren(h("p", { role: "alert" }, say("reasonMissing")));
        reason.focus();
        return;
      }
      const answer = await ask(root, url, { method: "POST", body: { reason: reason.value } });
      if (answer.status === 200) {
        show(row.dataset.id);
      } else {
        tell(told, answer);
      }
    };
    place.replaceChildren(h("div", { class: "tn-note", role: "group", "aria-label": say("voidTitle") }, h("span", { "aria-hidden": "true" }, "!"),
      h("div", {}, h("p", {}, h("b", {}, say("voidTitle"))), ...effectOf(tried.body.effect, say), h("label", {}, say("reason"), reason), told,
        h("p", { class: "tn-row" }, button(say("void"), go, "tn-btn--go"), button(say("cancel"), () => (notices.replaceChildren(), row.querySelector("button")?.focus()))))));
    place.scrollIntoView({ block: "nearest" });
    reason.focus();
  };

  const group = (name) => find(`[data-g="${name}"]`);
  const listStudents = async () => {
    const box = find("[data-students]");
    const answer = await ask(root, `/homerooms/${encodeURIComponent(group("room").value)}/register`);
    if (answer.status === 200) {
      box.replaceChildren(...answer.body.students.map((one) =>
        h("label", {}, h("input", { type: "checkbox", value: one.id }), `${one.number} ${one.name}`)));
    } else {
      tell(box, answer);
    }
  };
  const addMembers = async () => {
    const place = find("[data-group-say]");
    const studentIds = [...root.querySelectorAll("[data-students] input:checked")].map((one) => one.value);
    const answer = await ask(root, `${path}/groups`, { method: "POST", body: {
      group: group("group").value, studentIds, firstOn: group("firstOn").value || null, lastOn: group("lastOn").value || null } });
    if (answer.status === 200) {
      place.replaceChildren(h("p", {}, say("added", studentIds.length)), ...effectOf(answer.body.effect, say));
      setTimeout(() => location.assign(root.dataset.self), answer.body.effect.students ? 4000 : 800);
    } else {
      tell(place, answer);
    }
  };
  const askEnd = (from) => {
    const { group: name, student, first, name: who } = from.dataset;
    const on = h("input", { class: "tn-in", type: "date" });
    const place = find("[data-group-say]");
    const go = async () => {
      const answer = await ask(root, `${path}/groups/ends`, { method: "POST", body: { group: name, studentId: student, firstOn: first || null, lastOn: on.value || null } });
      if (answer.status === 200) {
        place.replaceChildren(h("p", {}, say("ended")), ...effectOf(answer.body.effect, say));
        setTimeout(() => location.assign(root.dataset.self), answer.body.effect.students ? 4000 : 800);
      } else {
        tell(place, answer);
      }
    };
    place.replaceChildren(h("div", { class: "tn-note", role: "group", "aria-label": say("endTitle", name, who) }, h("span", { "aria-hidden": "true" }, "!"),
      h("div", {}, h("p", {}, h("b", {}, say("endTitle", name, who))), h("label", {}, say("endOn"), on),
        h("p", { class: "tn-row" }, button(say("end"), go, "tn-btn--go"), button(say("cancel"), () => (place.replaceChildren(), from.focus()))))));
    on.focus();
  };
  const set = async (box) => {
    const answer = await ask(root, `${path}/register-settings`, { method: "PUT", body: { [box.dataset.setting]: String(box.checked) } });
    find("[data-setting-say]").textContent = answer.status === 200 ? say("settingSaved") : failure(say, answer);
  };

  root.addEventListener("click", (event) => {
    const from = event.target.closest("[data-act]");
    const row = from?.closest("tr[data-id]");
    const acts = {
      check,
      edit: () => edit(row),
      void: () => askVoid(row),
      new: () => { editing = ""; heading(); clear(); },
      group: addMembers,
      end: () => askEnd(from),
    };
    acts[from?.dataset.act]?.();
  });
  root.addEventListener("change", (event) => {
    if (event.target.matches('[data-in="scope"]')) {
      showTargets();
    } else if (event.target.matches('[data-in="basis"]')) {
      showDecider();
    } else if (event.target.matches('[data-g="room"]') && event.target.value) {
      listStudents();
    } else if (event.target.matches("[data-setting]")) {
      set(event.target);
    }
  });
  root.addEventListener("input", (event) => {
    if (event.target.matches("[data-in]")) {
      clear();
    }
  });
  if (field("scope")) {
    showTargets();
  }
});
