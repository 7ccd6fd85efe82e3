// SPDX-License-Identifier: Apache-2.0
/** シートの印刷: starts the job, shows how far it is, and hands out what was printed. */
import { ask, failure, h, mount, wordsOf } from "./core.js";

const EVERY = 1000;

mount("class-print", (root) => {
  const say = wordsOf(root);
  const parts = {
    button: root.querySelector("[data-act='print']"),
    bar: root.querySelector("progress"),
    told: root.querySelector("[data-told]"),
    ready: root.querySelector("[data-ready]"),
  };
  parts.button.addEventListener("click", () => start(root, say, parts));
  show(root, say, parts);
});

function query(root) {
  return `homeroom=${encodeURIComponent(root.dataset.homeroom)}`;
}

/** Shows what can be fetched; a job that is under way is followed, also on a page opened anew. */
async function show(root, say, parts) {
  const answer = await ask(root, `/class-prints?${query(root)}`);
  if (answer.status !== 200) {
    parts.told.textContent = failure(say, answer);
    return;
  }
  parts.ready.replaceChildren(...answer.body.ready.map((one) => line(root, say, parts, one)));
  if (answer.body.job) {
    await follow(root, say, parts, answer.body.job);
  }
}

function line(root, say, parts, one) {
  const name = `${say("ready", say(`part.${one.part}`), one.students)}`;
  const made = new Date(one.madeAt).toLocaleString("ja", { timeZone: "Asia/Tokyo", month: "long", day: "numeric", hour: "numeric", minute: "2-digit" });
  const drop = async () => {
    const answer = await ask(root, `/class-prints/${encodeURIComponent(one.id)}`, { method: "DELETE" });
    parts.told.textContent = answer.status === 204 ? say("dropped") : failure(say, answer);
    await show(root, say, parts);
    parts.button.focus();
  };
  return h(
    "li",
    {},
    h("b", {}, name),
    " ",
    h("span", { class: "tn-mute" }, say("made", made)),
    h(
      "p",
      { class: "tn-row" },
      one.students ? h("a", { class: "tn-btn", href: `${root.dataset.api}/class-prints/${encodeURIComponent(one.id)}.pdf`, target: "_blank", rel: "noopener", "aria-label": `${say("fetch")} ${name} ${made}` }, say("fetch")) : say("none"),
      h("button", { type: "button", class: "tn-btn tn-btn--q", "aria-label": `${say("drop")} ${name} ${made}`, onclick: drop }, say("drop")),
    ),
    one.leftOut ? h("p", { class: "tn-s tn-mute" }, say("leftOut", one.leftOut)) : null,
  );
}

async function start(root, say, parts) {
  const part = root.querySelector("[name='tn-part']:checked").value;
  const answer = await ask(root, `/class-prints?${query(root)}&part=${part}`, { method: "POST" });
  if (answer.status === 202) {
    await follow(root, say, parts, answer.body.id);
  } else {
    parts.told.textContent = failure(say, answer);
  }
}

async function follow(root, say, parts, job) {
  parts.button.disabled = true;
  parts.bar.hidden = false;
  let state = "queued";
  while (state === "queued" || state === "running") {
    const answer = await ask(root, `/jobs/${encodeURIComponent(job)}`);
    if (answer.status !== 200) {
      parts.told.textContent = failure(say, answer);
      break;
    }
    state = answer.body.state;
    const { done, total } = answer.body.progress;
    parts.bar.value = total > 0 ? Math.round((100 * done) / total) : 0;
    parts.told.textContent = state === "queued" || !total ? say("queued") : say("running", total, done);
    if (state === "queued" || state === "running") {
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
  }
  parts.bar.hidden = true;
  parts.button.disabled = false;
  if (state === "succeeded") {
    parts.told.textContent = "";
    await show(root, say, parts);
    parts.ready.querySelector("a")?.focus();
  } else if (state === "failed" || state === "cancelled") {
    parts.told.textContent = say("broken");
  }
}
