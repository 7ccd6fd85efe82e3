// SPDX-License-Identifier: Apache-2.0
/** What a school decides: each choice is saved when it is made, and put back when it could not be. */
import { ask, clock, failure, mount, saveState, wordsOf } from "./core.js";

mount("settings", (root) => {
  const say = wordsOf(root);
  const state = saveState(root, say);
  const path = `/schools/${encodeURIComponent(root.dataset.school)}/register-settings`;
  const kept = {};
  for (const input of root.querySelectorAll("[data-setting]")) {
    if (input.type !== "radio" || input.checked) {
      kept[input.dataset.setting] = input.value;
    }
  }
  const show = (name, value) => {
    for (const input of root.querySelectorAll(`[data-setting="${CSS.escape(name)}"]`)) {
      if (input.type === "radio") {
        input.checked = input.value === value;
      } else {
        input.value = value;
      }
    }
  };
  root.addEventListener("change", async (event) => {
    const input = event.target.closest("[data-setting]");
    if (!input) {
      return;
    }
    const name = input.dataset.setting;
    state.saving();
    const answer = await ask(root, path, { method: "PUT", body: { [name]: input.value } });
    if (answer.status === 200) {
      kept[name] = input.value;
      state.saved(say("settingSaved", clock(new Date())));
    } else {
      show(name, kept[name]);
      state.failed(failure(say, answer));
    }
  });
});
