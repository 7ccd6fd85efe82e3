// SPDX-License-Identifier: Apache-2.0
/** What stands beside the fields of a part: its versions, its life, and the columns of the years. */
import { ask, failure, h, openPopover } from "./core.js";

/** Shows what a version changed, word by word. */
export function versions(root, say, path) {
  root.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-difference]");
    if (!button) {
      return;
    }
    const to = Number(button.dataset.difference);
    const box = openPopover(root, button, say("difference", to), say);
    if (!box) {
      return;
    }
    const answer = await ask(root, `${path}/difference?from=${to - 1}&to=${to}`);
    if (answer.status !== 200) {
      box.append(h("p", {}, failure(say, answer)));
      return;
    }
    const places = answer.body.places;
    box.append(...(places.length ? places.map(place) : [h("p", {}, say("noDifference"))]));
  });
}

function place(one) {
  const tags = { SAME: "span", ADDED: "ins", REMOVED: "del" };
  const english = document.documentElement.lang === "en" && one.label.en;
  return h("div", { class: "tn-diff" }, h("div", { class: "tn-diff__w" }, english || one.label.ja), h("div", {}, one.pieces.map((piece) => h(tags[piece.change], {}, piece.text))));
}

/** Takes steps in the part's life, with the reason where one is needed. */
export function steps(root, say, path, { clean, tell, show, reload }) {
  const go = async (action, reason) => {
    const answer = await ask(root, `${path}/state`, { method: "POST", body: { action, version: Number(root.dataset.version), reason } });
    if (answer.status === 200) {
      reload();
    } else {
      show(tell("err", answer.status === 409 ? say("conflict") : failure(say, answer)));
    }
  };
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (!button) {
      return;
    }
    if (!clean()) {
      show(tell("err", say("unsaved")));
      return;
    }
    const action = button.dataset.step;
    if (["submit", "approve"].includes(action)) {
      go(action, "");
      return;
    }
    const field = h("textarea", { class: "tn-in", rows: 2, maxlength: 1000, "aria-label": say("why") });
    const done = () => (field.value.trim() ? go(action, field.value.trim()) : field.focus());
    const box = openPopover(root, button, `${button.innerText.trim()}（${say("why")}）`, say, field, h("button", { type: "button", class: "tn-btn tn-btn--go", onclick: done }, say("whyGo")));
    if (box) {
      field.focus();
    }
  });
}

/** Fills the columns of the common sheet's year table. */
export async function fillYears(root, say) {
  const table = root.querySelector("[data-years]");
  if (!table) {
    return;
  }
  const answer = await ask(root, `/students/${encodeURIComponent(root.dataset.student)}/year-columns`);
  table.removeAttribute("aria-busy");
  if (answer.status !== 200) {
    root.querySelector("[data-counted-to]").textContent = failure(say, answer);
    return;
  }
  for (const note of root.querySelectorAll("[data-absent]")) {
    note.hidden = note.dataset.absent !== (answer.body.columns.at(-1)?.daysAbsent ?? "guidanceRecord");
  }
  for (const column of answer.body.columns) {
    const day = column.countedTo ? short(column.countedTo) : "";
    for (const cell of table.querySelectorAll(`td[data-on="${column.schoolYear}"]`)) {
      cell.textContent = day;
    }
    for (const cell of table.querySelectorAll(`td[data-of="${column.schoolYear}"]`)) {
      const sum = column.sums[cell.dataset.sum];
      cell.textContent = sum ?? "";
      cell.classList.toggle("tn-zero", sum === 0);
    }
    if (column.open && day) {
      root.querySelector("[data-counted-to]").textContent = say("countedTo", day);
    }
  }
}

const short = (iso) => {
  const [, month, day] = iso.split("-").map(Number);
  return `${month}/${day}`;
};

/** On a narrow page, shows the present column and the present day first. */
export function scrollToNow(root) {
  const walk = root.querySelector("[data-heat]");
  if (walk) {
    walk.scrollLeft = Math.max(0, Number(walk.dataset.x ?? 0) - walk.clientWidth * 0.7);
  }
  for (const box of root.querySelectorAll("[data-scroll-now]")) {
    const now = box.querySelector("thead .tn-cur");
    if (now && box.scrollWidth > box.clientWidth) {
      box.scrollLeft = Math.max(0, now.offsetLeft - box.clientWidth + now.offsetWidth * 2);
    }
  }
}
