// SPDX-License-Identifier: Apache-2.0
/**
 * The draft of a part: kept on the server while somebody types, never in the browser. It is sent two
 * seconds after the last key, at the latest five seconds after the first, and at once when the
 * person leaves.
 */
import { ask, clock, h } from "./core.js";

const QUIET = 2000;
const LONGEST = 4500;
const LOOK = 30000;

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

  const send = async () => {
    clearTimeout(timer);
    first = 0;
    const body = JSON.stringify({ version: version(), content: read() });
    if (clean() || body === sent) {
      return;
    }
    const answer = await ask(root, `${path}/draft`, { method: "PUT", body: JSON.parse(body) });
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

  root.addEventListener("input", () => {
    first ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(send, Math.max(0, Math.min(QUIET, first + LONGEST - Date.now())));
  });
  root.addEventListener("focusout", leave);
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
    /** Asks for the draft of an earlier visit. */
    async find() {
      const answer = await ask(root, `${path}/draft`);
      if (answer.status !== 200) {
        return null;
      }
      look(answer.body);
      return answer.body.draft ?? null;
    },
    /** Forgets what waits to be sent, because it was saved. */
    settle() {
      clearTimeout(timer);
      first = 0;
      sent = "";
    },
    drop: () => ask(root, `${path}/draft`, { method: "DELETE" }),
  };
}
