// SPDX-License-Identifier: Apache-2.0
/** The files attached to a part: choosing, dropping, voiding; the list is drawn anew in place. */
import { failure, h, openPopover, closePopover, ask } from "./core.js";

/** Lets people attach and void files. */
export function attach(root, say, path) {
  const part = () => root.querySelector("[data-files]");
  if (!part()) {
    return;
  }
  const tell = (text) => {
    part().querySelector("[data-file-say]").textContent = text;
  };

  const redraw = async (text) => {
    const response = await fetch(window.location.href, { credentials: "same-origin", cache: "no-store" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("[data-files]");
    const section = part().querySelector("#tn-file-section")?.value;
    if (fresh) {
      part().replaceWith(fresh);
      const select = part().querySelector("#tn-file-section");
      if (select && section) {
        select.value = section;
      }
    }
    tell(text);
    (part().querySelector("#tn-file") ?? part().querySelector("h3")).focus();
  };

  const send = async (file) => {
    const query = new URLSearchParams({ section: part().querySelector("#tn-file-section").value, name: file.name });
    tell(say("fileSending", file.name));
    let answer;
    try {
      const response = await fetch(`${root.dataset.api}${path}/attachments?${query}`, {
        method: "POST",
        headers: { Accept: "application/json", "Content-Type": "application/octet-stream", "X-CSRF-Token": root.dataset.csrf ?? "" },
        credentials: "same-origin",
        body: file,
      });
      answer = { status: response.status, body: await response.json().catch(() => null) };
    } catch {
      answer = { status: 0, body: null };
    }
    return answer.status === 201 ? redraw(say("fileAdded", file.name)) : tell(failure(say, answer));
  };

  const voidFile = (button) => {
    const why = h("textarea", { class: "tn-in", rows: 2, maxlength: 1000, "aria-label": say("fileWhy") });
    const refused = h("p", { class: "tn-s", role: "alert" });
    const go = async () => {
      const answer = await ask(root, `${path}/attachments/${button.dataset.fileVoid}/void`, { method: "POST", body: { reason: why.value } });
      if (answer.status === 200) {
        closePopover(false);
        await redraw(say("fileVoidDone"));
      } else {
        refused.textContent = failure(say, answer);
      }
    };
    if (openPopover(root, button, say("fileWhy"), say, why, refused, h("button", { type: "button", class: "tn-btn", onclick: go }, say("fileVoidGo")))) {
      why.focus();
    }
  };

  root.addEventListener("click", (event) => {
    const gone = event.target.closest("[data-file-void]");
    if (gone) {
      voidFile(gone);
    } else if (event.target.closest("[data-file-add]")) {
      const input = part().querySelector("#tn-file");
      if (input.files[0]) {
        send(input.files[0]);
      } else {
        tell(say("fileNone"));
        input.focus();
      }
    }
  });
  for (const kind of ["dragover", "dragleave", "drop"]) {
    root.addEventListener(kind, (event) => {
      const place = event.target.closest?.("[data-drop]");
      if (!place || !event.dataTransfer?.types.includes("Files")) {
        return;
      }
      event.preventDefault();
      place.classList.toggle("tn-drop--over", kind === "dragover");
      if (kind === "drop" && event.dataTransfer.files[0]) {
        send(event.dataTransfer.files[0]);
      }
    });
  }
}
