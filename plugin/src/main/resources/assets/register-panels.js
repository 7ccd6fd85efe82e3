// SPDX-License-Identifier: Apache-2.0
/** What the register says beside the grid: unlocking, reasons, conflicts, blanks, history. */
import { clock, failure, h } from "./core.js";

/** Makes the panels of a register; `does` holds what their buttons set going. */
export function panelsOf(root, say, does) {
  const spot = root.querySelector("[data-notices]");
  const lockPanel = root.querySelector("[data-lock]");
  const button = (text, action, kind = "") => h("button", { type: "button", class: `tn-btn ${kind}`, onclick: action }, text);

  const note = (kind, title, ...content) => {
    const box = h("div", { class: `tn-note tn-note--${kind}`, role: "group", "aria-label": title, tabindex: "-1" }, h("span", { "aria-hidden": "true" }, "!"), h("div", {}, h("p", {}, h("b", {}, title)), ...content));
    spot.replaceChildren(box);
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
    return box;
  };
  const clear = () => {
    spot.replaceChildren();
    does.returnFocus();
  };

  const askReason = (title, message, goLabel, go, giveUp) => {
    const input = h("input", { class: "tn-in", type: "text", maxlength: "500", "aria-label": say("reason") });
    const told = h("p", { class: "tn-s", role: "alert" });
    const run = async () => {
      if (!input.value.trim()) {
        told.textContent = say("reasonMissing");
        input.focus();
        return;
      }
      const refusal = await go(input.value.trim());
      if (refusal) {
        told.textContent = refusal;
      } else {
        clear();
      }
    };
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) {
        event.preventDefault();
        run();
      } else if (event.key === "Escape") {
        giveUp();
        clear();
      }
    });
    note(
      "wait",
      title,
      h("p", {}, message),
      h("label", { class: "tn-s" }, say("reason"), input),
      told,
      h("div", { class: "tn-row" }, button(goLabel, run, "tn-btn--go"), button(say("cancel"), () => (giveUp(), clear()))),
    );
    input.focus();
  };

  const unlock = (message) => {
    if (root.dataset.canUnlock !== "true") {
      note("wait", say("lockedTitle"), h("p", {}, say("lockedWho")), h("div", { class: "tn-row" }, button(say("close"), () => (does.giveUp(), clear()))));
      return;
    }
    askReason(say("lockedTitle"), message, say("unlock"), does.unlock, does.giveUp);
  };

  lockPanel?.addEventListener("click", () => {
    if (lockPanel.dataset.lock === "unlock") {
      unlock(say("lockedMonth"));
      return;
    }
    note(
      "wait",
      say("lockTitle"),
      h("p", {}, say("lockText")),
      h(
        "div",
        { class: "tn-row" },
        button(
          say("lock"),
          async () => {
            const refusal = await does.lock();
            if (refusal) {
              note("err", refusal);
            }
          },
          "tn-btn--go",
        ),
        button(say("cancel"), clear),
      ),
    );
  });

  return {
    notice: (message) => note("err", message, h("div", { class: "tn-row" }, button(say("close"), clear))),

    needs: (kind, message) => {
      if (kind === "unlock") {
        unlock(message);
      } else if (kind === "reason") {
        askReason(say("reasonTitle"), message, say("saveWithReason"), async (reason) => void (await does.resume(reason)), does.giveUp);
      } else {
        note("err", message, h("p", {}, say("stillHere")), h("div", { class: "tn-row" }, button(say("again"), () => (clear(), does.resume()), "tn-btn--go")));
      }
    },

    conflict: (list, { label, mine, theirs }) => {
      const left = new Set(list);
      const done = (entry, box) => {
        left.delete(entry);
        box.remove();
        if (left.size === 0) {
          clear();
        }
      };
      const entries = list.map((entry) => {
        const [, m, d] = entry.date.split("-").map(Number);
        const box = h(
          "div",
          { class: "tn-diff" },
          h("div", { class: "tn-diff__w" }, `${does.nameOf(entry.studentId)}　${m}/${d}`),
          h("div", {}, h("b", {}, entry.savedBy ? say("theirs", entry.savedBy, clock(new Date(entry.savedAt))) : say("theirsUnnamed")), label(entry.theirs ?? "")),
          h("div", {}, h("b", {}, say("yours")), label(entry.yours ?? "")),
        );
        box.append(
          h("div", { class: "tn-diff__w tn-row" }, button(say("takeTheirs"), () => (theirs(entry), done(entry, box))), button(say("takeMine"), () => (mine(entry), done(entry, box)))),
        );
        return box;
      });
      note("wait", say("conflictTitle"), h("p", {}, say("conflictText")), ...entries);
    },

    showOpened: (reason) => {
      const line = root.querySelector("[data-lock-line]");
      line.textContent = say("openedNow", reason);
      lockPanel.dataset.lock = "lock";
      lockPanel.querySelector("span").textContent = say("lockMonth");
    },

    blanks: (today, taken, number) => {
      const line = root.querySelector("[data-today-note]");
      if (!line) {
        return;
      }
      line.querySelector("[data-blanks]").textContent = taken ? say("takenAlready") : say("blanksLeft", number);
      const go = line.querySelector('[data-act="today"]');
      if (go) {
        go.textContent = say("makePresent", number);
        go.hidden = taken;
      }
    },

    historyList: (answer, record) => {
      if (answer.status !== 200) {
        return h("p", {}, failure(say, answer));
      }
      const name = (mark) => (mark ? [mark.label, mark.detail, mark.facilityName].filter(Boolean).join(" ") : say("blank"));
      const entries = answer.body?.history ?? [];
      const past = entries.length ? log(entries, name) : h("p", {}, say("historyEmpty"));
      return h("div", {}, backing(answer.body?.decision, record), past);
    },
  };

  /** Names the decision that lets the day count as present, with a link to it for those who may read it. */
  function backing(decision, record) {
    if (!decision) {
      return null;
    }
    const on = decision.decidedOn ? new Date(`${decision.decidedOn}T00:00`).toLocaleDateString(root.lang || "ja", { dateStyle: "medium" }) : "";
    const link = decision.readable && record ? h("a", { href: `${record}/crediting?application=${encodeURIComponent(decision.application)}` }, say("openCrediting")) : null;
    return h("p", { "data-backing": true }, say("backedBy", decision.facility || say("backedNowhere"), on), link ? " " : null, link);
  }

  function log(entries, name) {
    return h(
        "ul",
        { class: "tn-log" },
        entries.map((entry) =>
          h(
            "li",
            {},
            h("time", { datetime: entry.changedAt }, new Date(entry.changedAt).toLocaleString(root.lang || "ja", { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Tokyo" })),
            ` ${[entry.title, entry.changedBy].filter(Boolean).join(" ")}`,
            h("div", {}, `${name(entry.before)} → ${name(entry.after)}`),
            entry.reason ? h("div", { class: "tn-s" }, say("reasonWas", entry.reason)) : null,
          ),
        ),
      );
  }
}
