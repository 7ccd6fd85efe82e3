// SPDX-License-Identifier: Apache-2.0
/** 読みました: who has read what stands in a part now; the button speaks of what is on the screen. */
import { ask, failure, h } from "./core.js";

const when = (iso) => new Date(iso).toLocaleString("ja", { timeZone: "Asia/Tokyo", month: "long", day: "numeric", hour: "numeric", minute: "2-digit" });

/** Fills the card of a part. */
export function acknowledge(root, say) {
  const card = root.querySelector("[data-read]");
  if (!card) {
    return;
  }
  const path = `/students/${encodeURIComponent(root.dataset.student)}/acknowledgements/${root.dataset.key}`;
  const box = card.querySelector("[data-read-list]");
  const status = card.querySelector("[data-read-say]");

  const person = (one) => h("li", {}, h("b", {}, one.name), one.title ? `（${one.title}）` : "", h("br"), h("span", { class: "tn-mute" }, say("readVersion", one.version, when(one.readAt))));
  const show = (view) => {
    const parts = [];
    if (view.read.length) {
      parts.push(h("ul", { class: "tn-log" }, view.read.map(person)));
    }
    if (view.waiting.length) {
      parts.push(h("p", { class: "tn-s" }, say("readWaiting", view.waiting.join("、"))));
    }
    if (view.before.length) {
      parts.push(h("details", { class: "tn-more" }, h("summary", {}, say("readBefore")), h("ul", { class: "tn-log" }, view.before.map(person))));
    }
    if (view.version > 0 && !view.mine) {
      parts.push(
        view.version === Number(root.dataset.version)
          ? h("button", { type: "button", class: "tn-btn tn-noprint", onclick: () => send(view) }, say("readGo"))
          : h("p", { class: "tn-s" }, say("readBehind")),
      );
    }
    if (!parts.length) {
      parts.push(h("p", { class: "tn-s tn-mute" }, say("readNobody")));
    }
    box.replaceChildren(...parts);
  };
  const send = async (view) => {
    const answer = await ask(root, path, { method: "POST", body: { sha256: view.hash } });
    if (answer.status === 200) {
      show(answer.body);
      status.textContent = say("readDone");
      card.querySelector("h3").focus();
    } else {
      status.textContent = answer.status === 409 ? say("readBehind") : failure(say, answer);
    }
  };
  ask(root, path).then((answer) => (answer.status === 200 ? show(answer.body) : card.remove()));
}
