// SPDX-License-Identifier: Apache-2.0
/** 二重登録: a look at what would go where, a choice for each part that both have, and two people. */
import { ask, failure, h, mount, wordsOf } from "./core.js";
import { refresh, tell } from "./parts.js";

mount("duplicates", (root) => {
  const say = wordsOf(root);
  const path = `/schools/${encodeURIComponent(root.dataset.school)}/student-merges`;
  const place = root.querySelector("[data-preview]");
  const of = (name) => root.querySelector(`[data-in="${name}"]`).value.trim();
  const link = (student, part) => {
    const tab = part === "common" ? "sheet-common" : part === "cover" ? "sheet-common?part=cover" : part.startsWith("meeting-") ? `meetings?meeting=${part.slice(8)}` : `sheet-${part[0]}?year=${part.slice(2)}`;
    return h("a", { href: `${root.dataset.students}/${encodeURIComponent(student)}/${tab}`, target: "_blank", rel: "noopener" }, say("open"));
  };

  const choice = (view, part) =>
    h(
      "fieldset",
      { class: "tn-picks", "data-choice": part },
      h("legend", {}, part),
      ...["from", "into"].map((side) =>
        h("label", {}, h("input", { type: "radio", name: `choice-${part}`, value: side }), say(side === "from" ? "keepFrom" : "keepInto", view[`${side}Name`], view[side]), " ", link(view[side], part)),
      ),
    );

  const preview = async () => {
    place.replaceChildren();
    if (!of("from") || !of("into")) {
      tell(root, "err", say("fill"));
      return;
    }
    const query = new URLSearchParams({ from: of("from"), into: of("into") });
    const answer = await ask(root, `${path}/preview?${query}`);
    if (answer.status !== 200) {
      tell(root, "err", failure(say, answer));
      return;
    }
    show(answer.body);
  };

  const show = (view) => {
    const row = (one) => h("tr", {}, h("th", { scope: "row" }, say(one.kind)), h("td", { "data-l": say("going") }, String(one.going)), h("td", { "data-l": say("staying") }, String(one.staying)));
    const head = h("h4", { tabindex: "-1" }, say("preview", `${view.fromName}（${view.from}）`, `${view.intoName}（${view.into}）`));
    const reason = h("textarea", { class: "tn-in", rows: 3, maxlength: 1000, id: "tn-d-reason" });
    place.replaceChildren(
      head,
      view.kinds.length
        ? h("table", { class: "tn-t tn-t--stack" }, h("caption", { class: "tn-vh" }, head.textContent), h("thead", {}, h("tr", {}, ["kind", "going", "staying"].map((one) => h("th", { scope: "col" }, say(one))))), h("tbody", {}, view.kinds.map(row)))
        : h("p", { class: "tn-s" }, say("nothing")),
      ...(view.parts.length ? [h("p", {}, h("b", {}, say("parts"))), h("p", { class: "tn-s" }, say("partsHint")), ...view.parts.map((part) => choice(view, part))] : []),
      h("div", { class: "tn-f tn-f--12" }, h("label", { for: "tn-d-reason" }, say("reason")), reason),
      h("div", { class: "tn-row" }, h("button", { type: "button", class: "tn-btn tn-btn--go", onclick: () => propose(view, reason) }, say("propose"))),
    );
    head.focus();
  };

  const propose = async (view, reason) => {
    const choices = {};
    for (const one of place.querySelectorAll("[data-choice]")) {
      const chosen = one.querySelector("input:checked");
      if (chosen) {
        choices[one.dataset.choice] = chosen.value;
      }
    }
    const answer = await ask(root, path, { method: "POST", body: { from: view.from, into: view.into, reason: reason.value, choices } });
    await after(answer, 201, "proposed");
    if (answer.status === 201) {
      place.replaceChildren();
    }
  };

  const after = async (answer, wanted, word) => {
    if (answer.status === wanted || (wanted === 204 && answer.status === 200)) {
      await refresh(root);
      tell(root, "ok", say(word));
    } else {
      tell(root, "err", answer.status === 404 ? say("stale") : failure(say, answer));
    }
  };

  root.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-act]");
    if (!button) {
      return;
    }
    const { act, id } = button.dataset;
    if (act === "preview") {
      await preview();
    } else {
      const body = act === "undo" ? { reason: root.querySelector(`#tn-d-u-${CSS.escape(id)}`).value } : undefined;
      await after(await ask(root, `${path}/${id}/${act}`, { method: "POST", body }), 204, "done");
    }
  });
  root.dataset.ready = "";
});
