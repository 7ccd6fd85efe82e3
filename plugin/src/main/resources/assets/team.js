// SPDX-License-Identifier: Apache-2.0
/** A child's team, an emergency, and notices. */
import { ask, failure, h, mount, openPopover, wordsOf } from "./core.js";

const ROLES = ["homeroom", "grade", "subject", "yogo", "counselor", "socialWorker", "coordinator", "administrator", "other"];
let number = 0;

/** A field with its label. */
function field(label, control) {
  control.id = `tn-team-${(number += 1)}`;
  control.classList.add("tn-in");
  return h("div", { class: "tn-f tn-f--12" }, h("label", { for: control.id }, label), control);
}

function select(options) {
  return h("select", {}, options.map(([value, text]) => h("option", { value }, text)));
}

/** Sends a change; shows the page anew when it is done, and says why when it is not. */
function sender(root, say) {
  const status = root.querySelector("[data-say]");
  return async (path, body, box) => {
    const answer = await ask(root, path, { method: "POST", body });
    if (answer.status >= 200 && answer.status < 300) {
      location.reload();
      return;
    }
    const text = answer.status === 409 ? say("conflict") : failure(say, answer);
    status.textContent = text;
    box?.querySelector("[data-refused]")?.replaceChildren(text);
  };
}

const refused = () => h("p", { class: "tn-s", role: "alert", "data-refused": true });
const go = (label, onclick, kind = "tn-btn--go") =>
  h("button", { type: "button", class: `tn-btn ${kind}`, onclick }, label);

mount("team", (root) => {
  const say = wordsOf(root);
  const send = sender(root, say);
  const path = `/students/${encodeURIComponent(root.dataset.student)}/team`;
  const today = root.dataset.today;

  async function add(button) {
    const answer = await ask(root, `${path}/candidates`);
    if (answer.status !== 200) {
      root.querySelector("[data-say]").textContent = failure(say, answer);
      return;
    }
    const who = select(answer.body.candidates.map((one) => [one.staff, `${one.name}（${one.title}）`]));
    const role = select(ROLES.map((one) => [one, say(`role.${one}`)]));
    const first = h("input", { type: "date", value: today });
    const last = h("input", { type: "date", min: today });
    const box = openPopover(
      root, button, say("addTitle"), say,
      field(say("person"), who), field(say("role"), role), field(say("first"), first), field(say("last"), last),
      h("p", { class: "tn-s" }, say("lastHint")), refused(),
      go(say("add"), () =>
        send(path, { staff: who.value, role: role.value, firstOn: first.value || null, lastOn: last.value || null }, box)),
    );
  }

  function end(button) {
    const { id, version, name } = button.dataset;
    const last = h("input", { type: "date", value: today, min: today });
    const to = `${path}/${encodeURIComponent(id)}/end`;
    const box = openPopover(
      root, button, say("endTitle", name), say,
      field(say("endOn"), last),
      go(say("endOn"), () => send(to, { version: Number(version), lastOn: last.value || null }, box)),
      h("p", { class: "tn-s" }, say("endNowHint", name)), refused(),
      go(say("endNow"), () => send(to, { version: Number(version) }, box), ""),
    );
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act]");
    if (button) {
      ({ add, end })[button.dataset.act]?.(button);
    }
  });
  root.dataset.ready = "";
});

mount("emergency", (root) => {
  const say = wordsOf(root);
  const send = sender(root, say);
  root.querySelector("[data-act='emergency']")?.addEventListener("click", () => {
    const reason = root.querySelector("[data-in='reason']").value;
    send(`/students/${encodeURIComponent(root.dataset.student)}/emergencies`, { reason });
  });
  root.dataset.ready = "";
});

mount("emergency-page", (root) => {
  const say = wordsOf(root);
  const status = root.querySelector("[data-say]");
  root.querySelector("[data-act='emergency']")?.addEventListener("click", async () => {
    const child = root.querySelector("input[name='tn-e-child']:checked");
    if (!child) {
      status.textContent = say("chooseChild");
      root.querySelector("input[name='tn-e-child']")?.focus();
      return;
    }
    const reason = root.querySelector("[data-in='reason']").value;
    const student = encodeURIComponent(child.value);
    const answer = await ask(root, `/students/${student}/emergencies`, { method: "POST", body: { reason } });
    if (answer.status === 201) {
      window.location.assign(`${root.dataset.students}/${student}/sheet-common`);
    } else {
      status.textContent = failure(say, answer);
    }
  });
  root.dataset.ready = "";
});

mount("notices", (root) => {
  const say = wordsOf(root);
  const send = sender(root, say);
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act='seen']");
    if (button) {
      send(`/notices/${encodeURIComponent(button.dataset.id)}/seen`);
    }
  });
  root.dataset.ready = "";
});
