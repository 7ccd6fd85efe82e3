// SPDX-License-Identifier: Apache-2.0
/** 出欠の記録 of a student: why a number and why a day, the texts beside the figures, open years. */
import {
  ask, explainNumbers, failure, h, mount, onSaveKey, openPopover, saveState, wordsOf,
} from "./core.js";

mount("guidance-record", (root) => {
  const say = wordsOf(root);
  const state = saveState(root, say);
  explainNumbers(root, say);
  explainDays(root, say);
  fillOpenYears(root, say);
  root.querySelector("[data-plain]")?.addEventListener("change", (event) => {
    for (const day of root.querySelectorAll("[data-plain-day]")) {
      day.hidden = !event.target.checked;
    }
  });
  if (root.dataset.editable !== "true") {
    return;
  }
  root.addEventListener("input", (event) => {
    if (event.target.matches("[data-note], [data-text], [data-carry], [data-leaving]")) {
      state.dirty();
    }
  });
  let busy = false;
  const save = async () => {
    if (busy) {
      return;
    }
    busy = true;
    state.saving();
    const query = new URLSearchParams({ schoolYear: root.dataset.year, school: root.dataset.school });
    const path = `/students/${encodeURIComponent(root.dataset.student)}/guidance-record/notes?${query}`;
    const answer = await ask(root, path, { method: "PUT", body: notes(root) });
    busy = false;
    if (answer.status === 200) {
      root.dataset.version = String(answer.body.notes.version);
      state.saved();
      return;
    }
    const text = answer.status === 409 ? say("conflict", answer.body?.savedBy ?? "") : failure(say, answer);
    state.failed(text);
    root.querySelector("[data-notices]").replaceChildren(
      h("div", { class: "tn-note tn-note--err", role: "group" }, h("span"), h("div", {}, h("p", {}, text))),
    );
  };
  root.addEventListener("click", (event) => {
    if (event.target.closest("[data-act='save']")) {
      save();
    }
  });
  onSaveKey(root, save);
});

/** Everything that was typed. */
function notes(root) {
  const value = (name) => root.querySelector(`[data-note='${name}']`)?.value ?? "";
  const leaving = {};
  for (const field of root.querySelectorAll("[data-leaving]")) {
    const name = field.dataset.leaving;
    if (field.type === "checkbox") {
      leaving[name] = field.checked;
    } else if (field.type === "number") {
      leaving[name] = Number(field.value || 0);
    } else {
      leaving[name] = field.type === "date" && !field.value ? null : field.value;
    }
  }
  const online = [...root.querySelectorAll("[data-online]")].map((row) => ({
    cause: row.dataset.online,
    method: row.querySelector("[data-text='method']").value,
    other: row.querySelector("[data-text='other']").value,
  }));
  const picks = [...root.querySelectorAll("[data-carry]")];
  return {
    version: Number(root.dataset.version),
    carried: picks.length ? picks.filter((one) => one.checked).map((one) => one.dataset.carry) : null,
    excerptNote: value("excerptNote"),
    online,
    leaving: Object.keys(leaving).length ? leaving : null,
    repeatReason: value("repeatReason"),
  };
}

/** Lets every day answer "why?" with its chain of facts; the chains are read once. */
function explainDays(root, say) {
  let reading = null;
  const read = () => {
    reading ??= ask(
      root,
      `/students/${encodeURIComponent(root.dataset.student)}/days?schoolYear=${root.dataset.year}`,
    );
    return reading;
  };
  root.addEventListener("click", async (event) => {
    const button = event.target.closest(".tn-why[data-day]");
    if (!button) {
      return;
    }
    const box = openPopover(root, button, say("reading"), say);
    if (!box) {
      return;
    }
    const answer = await read();
    const heading = box.querySelector("h4");
    if (answer.status !== 200) {
      reading = null;
      heading.textContent = failure(say, answer);
      return;
    }
    heading.textContent = say("because", button.getAttribute("aria-label"));
    const facts = answer.body.days.filter((day) => day.date === button.dataset.day).flatMap((day) => day.because);
    box.append(
      h(
        "ol",
        { class: "tn-chain" },
        facts.map((fact) =>
          h("li", {}, fact.text, fact.basis ? h("small", {}, say("basis", fact.basis)) : null),
        ),
      ),
    );
  });
}

/** Counts the years that are neither closed nor shown, one after another. */
async function fillOpenYears(root, say) {
  const years = new Set(
    [...root.querySelectorAll("tr[data-row-state='open']")].map((row) => row.dataset.rowYear),
  );
  for (const year of years) {
    const rows = [...root.querySelectorAll(`tr[data-row-state='open'][data-row-year='${year}']`)];
    rows.forEach((row) => (row.querySelector("[data-reading]").textContent = say("readingYear")));
    const answer = await ask(
      root,
      `/students/${encodeURIComponent(root.dataset.student)}/guidance-record?schoolYear=${year}`,
    );
    const counted =
      answer.status === 200 ? answer.body.rows.filter((row) => String(row.schoolYear) === year) : [];
    rows.forEach((row, i) => fillRow(row, counted[i], answer, say));
  }
}

function fillRow(row, counted, answer, say) {
  const note = row.querySelector("[data-reading]");
  if (!counted) {
    note.textContent = failure(say, answer);
    return;
  }
  for (const cell of row.querySelectorAll("[data-figure-cell]")) {
    cell.textContent = counted.figures[cell.dataset.figureCell] ?? "";
  }
  note.parentElement.replaceChildren(
    counted.remarks.map((item) => item.text).join(" ／ "),
  );
}
