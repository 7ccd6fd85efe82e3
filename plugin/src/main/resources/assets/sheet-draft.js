// SPDX-License-Identifier: Apache-2.0
/**
 * The draft of a part: kept on the server while somebody types, never in the browser. It is sent
 * soon after the last key, at the latest three seconds after the first, and at once when the person
 * leaves.
 */
import { ask, clock, h } from "./core.js";

const QUIET = 1500;
// Leaves two seconds for the request, so that at most five seconds of typing can be lost.
const LONGEST = 3000;
const LOOK = 30000;
const PATIENCE = 8000;

/**
 * Keeps drafts.
 *
 * @param read returns the content as it stands
 * @param clean tells whether it is as it was saved
 */
export function keepDrafts(root, { path, say, read, clean, told }) {
  let timer = 0;
  let first = 0;
  let sent = "";
  const version = () => Number(root.dataset.version);

  // One request after the other, so that an older draft never arrives after a newer one.
  let queue = Promise.resolve();
  const send = () => (queue = queue.then(put));
  const put = async () => {
    clearTimeout(timer);
    first = 0;
    const body = JSON.stringify({ version: version(), content: read() });
    if (clean() || body === sent) {
      return;
    }
    const late = wait(PATIENCE).then(() => ({ status: 0 }));
    const answer = await Promise.race([ask(root, `${path}/draft`, { method: "PUT", body: JSON.parse(body) }), late]);
    if (answer.status === 200) {
      sent = body;
      told.kept(say("draftKept", clock(new Date())));
      look(answer.body);
    } else if (!clean()) {
      told.failed(say("draftFailed"));
      timer = setTimeout(send, LONGEST);
    }
  };
  const leave = () => {
    const body = JSON.stringify({ version: version(), content: read() });
    if (clean() || body === sent || !first) {
      return;
    }
    // keepalive lets the request outlive the page.
    fetch(`${root.dataset.api}${path}/draft`, {
      method: "PUT",
      keepalive: true,
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-Token": root.dataset.csrf ?? "" },
      body,
    }).then((answer) => {
      if (answer.ok) {
        sent = body;
        first = 0;
      }
    }, () => {});
  };
  const look = ({ others = [], version: newest = 0 }) => {
    const spot = root.querySelector("[data-others]");
    const names = others.map((one) => one.name).join("・");
    const text = others.length ? say("others", names, clock(new Date(others.at(-1).at))) : "";
    if (spot.textContent !== text) {
      spot.replaceChildren(text && h("span", { class: "tn-chip tn-chip--wait" }, text));
    }
    told.newest(newest);
  };

  const later = () => {
    first ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(send, Math.max(0, Math.min(QUIET, first + LONGEST - Date.now())));
  };

  root.addEventListener("input", later);
  root.addEventListener("focusout", () => first && send());
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && leave());
  window.addEventListener("pagehide", leave);
  const every = setInterval(async () => {
    if (!root.isConnected) {
      clearInterval(every);
    } else if (document.visibilityState === "visible") {
      const answer = await ask(root, `${path}/draft`);
      if (answer.status === 200) {
        look(answer.body);
      }
    }
  }, LOOK);

  return {
    /** Asks for the draft of an earlier visit and gives it back before any new one is sent. */
    find(restore) {
      queue = queue.then(async () => {
        const answer = await Promise.race([ask(root, `${path}/draft`), wait(PATIENCE).then(() => ({ status: 0 }))]);
        if (answer.status === 200) {
          look(answer.body);
          restore(answer.body.draft ?? null);
        }
      });
    },
    /** Waits for a draft that is on its way, but not for long. */
    idle: () => Promise.race([queue, wait(QUIET)]),
    later,
    /** Forgets what waits to be sent, because it was saved. */
    settle() {
      clearTimeout(timer);
      first = 0;
      sent = "";
    },
    drop: () => ask(root, `${path}/draft`, { method: "DELETE" }),
  };
}

const wait = (time) => new Promise((done) => setTimeout(done, time));
