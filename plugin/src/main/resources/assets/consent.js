// SPDX-License-Identifier: Apache-2.0
/** 同意と提供, and 保存と廃棄: every form says where it goes; the parts are drawn anew after it was kept. */
import { ask, failure, mount, saveState, wordsOf } from "./core.js";
import { read, refresh, tell } from "./parts.js";

for (const name of ["consent-tab", "retention", "settings"]) {
  mount(name, setUp);
}

function setUp(root) {
  const say = wordsOf(root);
  const state = saveState(root, say);
  let busy = false;

  const send = async (form) => {
    if (busy) {
      return;
    }
    busy = true;
    state.saving();
    const answer = await ask(root, form.dataset.path, { method: form.dataset.method, body: bodyOf(form) });
    busy = false;
    if (answer.status >= 200 && answer.status < 300) {
      const card = form.closest("section[id]")?.id;
      await refresh(root);
      state.saved(say("done"));
      root.querySelector("[data-notices]").replaceChildren();
      const again = card && root.querySelector(`#${CSS.escape(card)} h3`);
      if (again) {
        again.tabIndex = -1;
        again.focus({ preventScroll: true });
      }
      return;
    }
    state.failed(say("notSaved"));
    tell(root, "err", answer.status === 409 ? say("stale") : failure(say, answer));
  };

  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act='send']");
    if (button && root.contains(button)) {
      send(button.closest("[data-form]"));
    }
  });
  root.addEventListener("input", (event) => {
    if (event.target.matches("textarea, input[type='text']")) {
      state.dirty();
    }
  });
  root.dataset.ready = "";
}

/** Reads a form: its fields, its lists of ticked boxes, and the version it was drawn from. */
function bodyOf(form) {
  const body = read(form);
  for (const field of form.querySelectorAll("[data-kind='boolean']")) {
    body[field.dataset.field] = field.value === "" ? null : field.value === "true";
  }
  for (const chosen of form.querySelectorAll("input[type='radio'][data-field]")) {
    if (chosen.checked) {
      body[chosen.dataset.field] = chosen.value;
    } else if (body[chosen.dataset.field] === chosen.value) {
      body[chosen.dataset.field] = null;
    }
  }
  for (const box of form.querySelectorAll("[data-list]")) {
    body[box.dataset.list] ??= [];
    if (box.checked) {
      body[box.dataset.list].push(box.value);
    }
  }
  if (!Object.keys(body).length && form.dataset.form.startsWith("send")) {
    return undefined;
  }
  if (!/^(ask|send)/u.test(form.dataset.form)) {
    body.version = Number(form.dataset.version);
  }
  return body;
}
