// SPDX-License-Identifier: Apache-2.0
/** When two people wrote in one place: both texts, and a person who chooses. */
import { clock, h } from "./core.js";
import { fieldAt, write } from "./sheet-content.js";

/**
 * Shows the places that both changed; calls back when the fields hold what was chosen. Where
 * somebody typed on before choosing, the two are compared again, so that nothing typed is lost.
 */
export function showConflict(root, say, answer, { same, again }, chosen) {
  const who = answer.savedBy;
  const at = answer.savedAt ? clock(new Date(answer.savedAt)) : "";
  const take = (which) => () => {
    if (!same()) {
      again();
      return;
    }
    write(root, answer.merged);
    for (const place of answer.conflicts) {
      const field = fieldAt(root, place);
      if (field) {
        field.value = place[which];
      }
    }
    root.dataset.version = answer.version;
    chosen();
  };
  const button = (which, word, kind = "") =>
    h("button", { type: "button", class: `tn-btn${kind}`, onclick: take(which), "data-choose": which }, say(word));
  const title = say("conflictTitle", who, at);
  const box = h(
    "div",
    { class: "tn-note tn-note--wait", role: "group", "aria-label": title, tabindex: "-1", "data-conflict": true },
    h("span", { "aria-hidden": "true" }, "!"),
    h(
      "div",
      {},
      h("p", {}, h("b", {}, title)),
      h("p", {}, say("conflictText"), " ", say("conflictFew")),
      ...answer.conflicts.map((place) => pair(root, say, place, who)),
      h("p", { class: "tn-row" }, button("both", "keepBoth", " tn-btn--go"), button("theirs", "takeTheirs"), button("yours", "takeMine")),
    ),
  );
  root.querySelector("[data-notices]").replaceChildren(box);
  box.focus({ preventScroll: true });
  box.scrollIntoView({ block: "center" });
}

function pair(root, say, place, who) {
  return h(
    "div",
    { class: "tn-diff" },
    h("div", { class: "tn-diff__w" }, labelOf(root, place)),
    h("div", {}, h("b", {}, say("theirs", who)), ...marked(place.before, place.theirs, say)),
    h("div", {}, h("b", {}, say("yours")), ...marked(place.before, place.yours, say)),
  );
}

/** Returns the words over a field. */
function labelOf(root, place) {
  const field = fieldAt(root, place);
  const section = field?.closest(".tn-card")?.querySelector("h3")?.firstChild?.textContent?.trim() ?? "";
  const label = field?.getAttribute("aria-label") ?? root.querySelector(`label[for="${field?.id}"]`)?.innerText ?? "";
  return !label || label === section ? section : label.includes(section) ? label : `${section} ${label}`;
}

/** Underlines what a writer put between what stayed at both ends. */
function marked(before, after, say) {
  if (!after) {
    return [say("empty")];
  }
  const [old, young] = [[...before], [...after]];
  let start = 0;
  while (start < old.length && start < young.length && old[start] === young[start]) {
    start++;
  }
  let end = 0;
  while (end < old.length - start && end < young.length - start && old[old.length - 1 - end] === young[young.length - 1 - end]) {
    end++;
  }
  const text = (from, to) => young.slice(from, to).join("");
  return [text(0, start), h("ins", {}, text(start, young.length - end)), text(young.length - end)];
}
