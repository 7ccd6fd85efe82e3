// SPDX-License-Identifier: Apache-2.0
/**
 * The way of a mark to the server: changes wait a moment, go together, and each says which mark it
 * replaces. What can't be saved stays on the screen and is never thrown away without a word.
 */
import { ask, failure } from "./core.js";

const WAIT_MS = 350;

/**
 * Makes the queue.
 *
 * @param root the fragment
 * @param heard what happens then: saved(rows), conflict(list), needs(kind, message), refused(list,
 *     message)
 */
export function queueOf(root, say, state, heard) {
  const waiting = new Map();
  let sending = null;
  let held = false;
  let timer = 0;
  let reason = "";

  const key = (change) => `${change.studentId}|${change.date}`;

  const add = (change) => {
    const earlier = waiting.get(key(change));
    waiting.set(key(change), earlier ? { ...change, expected: earlier.expected } : change);
    state.dirty();
    schedule();
  };

  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(flush, WAIT_MS);
  };

  const flush = async () => {
    clearTimeout(timer);
    if (sending || held || waiting.size === 0) {
      return;
    }
    sending = [...waiting.values()];
    waiting.clear();
    state.saving();
    const path = `/homerooms/${encodeURIComponent(root.dataset.homeroom)}/register/marks`;
    const answer = await ask(root, path, { method: "POST", body: { changes: sending, reason } });
    const batch = sending;
    sending = null;
    settle(batch, answer);
    if (waiting.size && !held && answer.status === 200) {
      schedule();
    }
  };

  const settle = (batch, answer) => {
    const codes = (answer.body?.findings ?? []).map((f) => f.code);
    if (answer.status === 200) {
      heard.saved(batch, answer.body.students ?? []);
      if (waiting.size) {
        state.dirty();
      } else {
        state.saved();
      }
    } else if (answer.status === 409) {
      const conflicts = answer.body?.conflicts ?? [];
      const hit = new Set(conflicts.map(key));
      back(batch.filter((change) => !hit.has(key(change))));
      heard.conflict(
        conflicts.map((c) => ({ ...c, change: batch.find((change) => key(change) === key(c)) })),
      );
      state.failed(say("conflict"));
      if (waiting.size) {
        schedule();
      }
    } else if (codes.includes("MONTH_LOCKED") || codes.includes("REASON_NEEDED")) {
      back(batch);
      held = true;
      state.failed(say("waitingForYou"));
      heard.needs(codes.includes("MONTH_LOCKED") ? "unlock" : "reason", failure(say, answer));
    } else if (answer.status === 422 || answer.status === 400 || answer.status === 403) {
      heard.refused(batch, failure(say, answer));
      state.failed(say("notSaved"));
    } else {
      back(batch);
      held = true;
      state.failed(say("notSaved"));
      heard.needs("retry", failure(say, answer));
    }
  };

  /** Puts changes back to wait, below what was typed since. */
  const back = (batch) => {
    for (const change of batch) {
      const newer = waiting.get(key(change));
      waiting.set(key(change), newer ? { ...newer, expected: change.expected } : change);
    }
  };

  return {
    add,
    flush,
    waits: (student, date) => waiting.has(`${student}|${date}`),
    reason: () => reason,
    resume: (given) => {
      if (given !== undefined) {
        reason = given;
      }
      held = false;
      return flush();
    },
    /** Gives up what waits, for example because nobody may unlock; returns it. */
    drop: () => {
      const dropped = [...waiting.values()];
      waiting.clear();
      held = false;
      state.clean();
      return dropped;
    },
  };
}
