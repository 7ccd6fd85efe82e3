// SPDX-License-Identifier: Apache-2.0
/** Restricted notes: a content is only in the popover that was opened for it, and goes with it. */
import { ask, failure, h, mount, openPopover, wordsOf } from "./core.js";

const refused = () => h("p", { class: "tn-s", role: "alert", "data-refused": true });
const go = (label, onclick) => h("button", { type: "button", class: "tn-btn tn-btn--go", onclick }, label);

function reasonField(label) {
  const text = h("textarea", { id: "tn-note-reason", class: "tn-in", maxlength: 1000, rows: 2 });
  return { text, line: h("div", { class: "tn-f tn-f--12" }, h("label", { for: "tn-note-reason" }, label), text) };
}

mount("notes", (root) => {
  const say = wordsOf(root);
  const status = root.querySelector("[data-say]");
  const path = `/students/${encodeURIComponent(root.dataset.student)}/notes`;
  const value = (name) => root.querySelector(`[data-in='${name}']`).value;

  async function post(to, body, box) {
    const answer = await ask(root, to, { method: "POST", body });
    if (answer.status >= 200 && answer.status < 300) {
      status.textContent = "";
      return answer;
    }
    const text = failure(say, answer);
    status.textContent = text;
    box?.querySelector("[data-refused]")?.replaceChildren(text);
    return null;
  }

  function open(button) {
    const reason = reasonField(say("reason"));
    const to = `${path}/${encodeURIComponent(button.dataset.id)}/opening`;
    const box = openPopover(
      root, button, say("openTitle"), say, reason.line,
      h("p", { class: "tn-s", "data-hint": true }, say("reasonHint")), refused(),
      go(say("open"), async () => {
        const answer = await post(to, { reason: reason.text.value }, box);
        if (answer) {
          const content = h("p", { "data-content": true, tabindex: "-1" });
          content.append(...answer.body.content.split("\n").flatMap((line, i) => (i ? [h("br"), line] : [line])));
          box.querySelector(".tn-f").replaceWith(content);
          box.querySelector(".tn-btn--go").remove();
          box.querySelector("[data-hint]").remove();
          box.querySelector("[data-refused]").replaceChildren();
          content.focus();
        }
      }),
    );
  }

  function voidNote(button) {
    const reason = reasonField(say("voidReason"));
    const to = `${path}/${encodeURIComponent(button.dataset.id)}/voids`;
    const box = openPopover(
      root, button, say("voidTitle"), say, reason.line, refused(),
      go(say("void"), async () => (await post(to, { reason: reason.text.value }, box)) && location.reload()),
    );
  }

  async function write() {
    const roles = [...root.querySelectorAll("[data-role]:checked")].map((one) => one.value);
    const body = { kind: value("kind"), on: value("on") || null, roles, content: value("content") };
    if (await post(path, body)) {
      location.reload();
    }
  }

  async function report() {
    if (await post(`${path}/concerns`, { content: value("report") })) {
      root.querySelector("[data-in='report']").value = "";
      status.textContent = say("received");
    }
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act]");
    if (button) {
      ({ open, void: voidNote, write, report })[button.dataset.act]?.(button);
    }
  });
  root.dataset.ready = "";
});
