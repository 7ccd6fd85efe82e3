// SPDX-License-Identifier: Apache-2.0
/** What one has to do: done with one click. */
import { ask, failure, mount, wordsOf } from "./core.js";

mount("tasks", (root) => {
  const say = wordsOf(root);
  const spot = root.querySelector("[data-say]");
  root.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-act='done']");
    if (!button || button.getAttribute("aria-disabled") === "true") {
      return;
    }
    const line = button.closest("li");
    const { kind, student, part, row, version } = line.dataset;
    button.setAttribute("aria-disabled", "true");
    const answer =
      kind === "watch"
        ? await ask(root, `/watch/tasks/${encodeURIComponent(row)}`, { method: "PUT", body: { version: Number(version), done: true } })
        : await ask(root, `/students/${encodeURIComponent(student)}/sheets/${part}/rows/${encodeURIComponent(row)}/done`, { method: "POST", body: { version: Number(version) } });
    if (answer.status !== 200) {
      button.removeAttribute("aria-disabled");
      spot.textContent = answer.status === 409 ? say("changed") : failure(say, answer);
      return;
    }
    spot.textContent = say("done", line.querySelector("b").textContent);
    for (const other of root.querySelectorAll(`li[data-student="${CSS.escape(student)}"]`)) {
      if (part && other.dataset.part === part) {
        other.dataset.version = answer.body.version;
      }
    }
    const list = line.parentElement;
    const next = line.nextElementSibling ?? line.previousElementSibling;
    line.remove();
    if (!list.children.length) {
      list.closest("section").remove();
    }
    (next?.querySelector("button, a") ?? root.querySelector("h2")).focus();
  });
});
