// SPDX-License-Identifier: Apache-2.0
/** The register page: keys, palette, undo, the day's list, locks, conflicts, history. */
import { ask, clock, explainNumbers, failure, mount, onSaveKey, openPopover, saveState, wordsOf } from "./core.js";
import { gridOf, same, valueOf } from "./register-grid.js";
import { queueOf } from "./register-save.js";
import { panelsOf } from "./register-panels.js";

mount("register", (root) => {
  const table = root.querySelector("table.tn-reg");
  if (!table) {
    return;
  }
  const say = wordsOf(root);
  const state = saveState(root, say);
  const path = `/homerooms/${encodeURIComponent(root.dataset.homeroom)}/register`;
  const work = root.querySelector(".tn-work");
  const editable = root.dataset.editable === "true";
  const keys = [...root.querySelectorAll(".tn-key[data-code]")];
  const codes = new Map(keys.filter((k) => k.dataset.code).map((k) => [k.dataset.code, { ...k.dataset }]));
  for (const cell of root.querySelectorAll("td[data-code]:not([data-code=''])")) {
    if (!codes.has(cell.dataset.code)) {
      const { code, family, say: label } = cell.dataset;
      codes.set(code, { code, family, label, glyph: cell.textContent.trim() });
    }
  }
  const byKey = new Map(keys.filter((k) => k.dataset.key).map((k) => [k.dataset.key, k.dataset.code]));
  const server = new Map();
  const undo = [];
  let barred = [];
  const undoButton = root.querySelector('[data-act="undo"]');
  explainNumbers(root, say);

  const id = (cell) => `${cell.parentElement.dataset.student}|${cell.dataset.date}`;
  const grid = gridOf(table, { today: root.dataset.today, codes, say, onMove: (cell, block) => showCell(cell, block) });
  table.querySelectorAll("td[data-date]").forEach((cell) => server.set(id(cell), valueOf(cell)));

  const queue = queueOf(root, say, state, {
    saved: (batch, rows) => {
      batch.forEach((change) => settle(change));
      rows.forEach(refresh);
      countBlanks();
    },
    conflict: (list) => {
      list.forEach((entry) => cellOf(entry).classList.add("tn-clash"));
      panels.conflict(list, { label: (code) => codes.get(code)?.label ?? (code ? code : say("blank")), mine, theirs });
    },
    needs: (kind, message) => panels.needs(kind, message),
    refused: (batch, message) => {
      batch.forEach((change) => revert(change));
      panels.notice(message);
    },
  });
  const panels = panelsOf(root, say, {
    unlock: (reason) => lock(false, reason),
    lock: () => lock(true, ""),
    resume: (reason) => queue.resume(reason),
    giveUp: () => {
      barred = [];
      queue.drop().forEach((change) => revert(change));
    },
    returnFocus: () => grid.current().focus(),
    nameOf: (student) => grid.rows.find((r) => r.dataset.student === student)?.dataset.name ?? "",
  });

  const cellOf = (change) => grid.cell(change.studentId, change.date);
  const settle = (change) => {
    const cell = cellOf(change);
    const now = { code: change.code ?? "", detail: change.detail, facility: change.facility };
    server.set(id(cell), now);
    if (!queue.waits(change.studentId, change.date)) {
      cell.classList.remove("tn-busy", "tn-clash");
    }
  };
  const put = (cell, value, shown) => {
    Object.assign(cell.dataset, value);
    grid.paint(cell, shown);
  };
  const revert = (change) => {
    const cell = cellOf(change);
    put(cell, server.get(id(cell)));
    cell.classList.remove("tn-busy", "tn-clash");
  };
  const send = (cell) => {
    const [studentId, date] = [cell.parentElement.dataset.student, cell.dataset.date];
    const { code, detail, facility } = valueOf(cell);
    const before = server.get(id(cell)).code;
    cell.classList.add("tn-busy");
    queue.add({ studentId, date, code: code || null, detail, facility, expected: before || null });
  };

  /** Writes values into cells, as one step that can be undone; tells whether it could. */
  const write = (changes, { remember = true } = {}) => {
    const real = changes.filter(({ cell, value }) => !same(valueOf(cell), value));
    if (!real.length) {
      return true;
    }
    if (real.some(({ cell }) => grid.head.get(cell.dataset.date).dataset.locked === "true")) {
      barred = real;
      panels.needs("unlock", say("lockedMonth"));
      return false;
    }
    if (remember) {
      undo.push({ cells: real.map(({ cell }) => ({ cell, value: valueOf(cell) })) });
    }
    for (const { cell, value } of real) {
      put(cell, value);
      send(cell);
    }
    showCell(grid.current(), grid.block());
    showUndo();
    return true;
  };
  const enter = (code) => {
    if (!editable) {
      return;
    }
    const cells = grid.block();
    const wrote = write(cells.map((cell) => ({ cell, value: { code, detail: "", facility: "" } })));
    if (wrote && !grid.isRange()) {
      grid.step(0, 1);
    }
  };
  const showUndo = () => undoButton?.setAttribute("aria-disabled", String(undo.length === 0));
  const takeBack = () => {
    const step = undo.pop();
    if (step?.taken) {
      setTaken(step.taken, false);
    } else if (step) {
      write(step.cells, { remember: false });
      grid.go(step.cells[0].cell);
    }
    showUndo();
  };

  const mine = (conflict) => {
    const cell = cellOf(conflict);
    const { code, detail = "", facility = "" } = conflict.change ?? { code: conflict.yours };
    server.set(id(cell), { code: conflict.theirs ?? "", detail: "", facility: "" });
    put(cell, { code: code ?? "", detail, facility });
    cell.classList.remove("tn-clash");
    send(cell);
  };
  const theirs = (conflict) => {
    const cell = cellOf(conflict);
    server.set(id(cell), { code: conflict.theirs ?? "", detail: "", facility: "" });
    revert(conflict);
    if (!table.querySelector(".tn-clash, .tn-busy")) {
      state.clean();
    }
    reload();
  };

  /** Takes over a student's row from an answer, except for cells that still wait. */
  const refresh = (row) => {
    const line = grid.rows.find((r) => r.dataset.student === row.id);
    if (!line) {
      return;
    }
    for (const cell of line.querySelectorAll("td[data-date]")) {
      const mark = row.marks?.[cell.dataset.date];
      if (!queue.waits(row.id, cell.dataset.date) && !cell.classList.contains("tn-clash")) {
        const value = { code: mark?.code ?? "", detail: mark?.detail ?? "", facility: mark?.facility ?? "" };
        server.set(id(cell), value);
        put(cell, value, mark);
        cell.classList.remove("tn-busy");
      }
    }
    for (const total of line.querySelectorAll("td[data-figure]")) {
      const days = row.figures?.[total.dataset.figure];
      total.querySelector("button").textContent = days;
      total.classList.toggle("tn-zero", days === 0);
    }
    countAbsent();
  };
  const countAbsent = () => {
    for (const sum of table.querySelectorAll("tfoot td[data-date]")) {
      const column = [...table.tBodies[0].querySelectorAll(`td[data-date="${sum.dataset.date}"]`)];
      const absent = column.filter((c) => c.dataset.family === "abs").length;
      sum.textContent = grid.head.get(sum.dataset.date).dataset.taken === "true" || absent ? absent : "";
    }
  };
  const reload = async () => {
    const answer = await ask(root, `${path}?month=${root.dataset.month}`);
    if (answer.status === 200) {
      takeOver(answer.body);
    }
  };
  const takeOver = (body) => {
    for (const day of body.days ?? []) {
      const th = grid.head.get(day.date);
      if (th) {
        th.dataset.taken = String(day.taken);
        th.dataset.locked = String(day.locked);
        table.querySelectorAll(`[data-date="${day.date}"]`).forEach((cell) => cell.classList.toggle("tn-lk", day.locked));
      }
    }
    (body.students ?? []).forEach(refresh);
    countAbsent();
    countBlanks();
  };

  const blanksOn = (date) =>
    [...table.tBodies[0].querySelectorAll(`td[data-date="${date}"]`)].filter(
      (cell) => !cell.dataset.code && !cell.classList.contains("tn-out"),
    ).length;
  const countBlanks = () => panels.blanks(root.dataset.today, grid.head.get(root.dataset.today)?.dataset.taken === "true", blanksOn(root.dataset.today));
  const setTaken = async (date, taken) => {
    await queue.flush();
    const number = blanksOn(date);
    state.saving();
    const answer = await ask(root, `${path}/taken`, { method: "POST", body: { date, taken } });
    if (answer.status !== 200 && answer.status !== 204) {
      state.failed(say("notSaved"));
      panels.notice(failure(say, answer));
      return;
    }
    await reload();
    if (taken) {
      undo.push({ taken: date });
      showUndo();
    }
    state.saved(taken ? say("madePresent", number) : undefined);
    showCell(grid.current(), grid.block());
  };
  const lock = async (locked, reason) => {
    await queue.flush();
    const answer = await ask(root, `${path}/lock`, { method: "POST", body: { month: root.dataset.month, locked, reason } });
    if (answer.status !== 200 && answer.status !== 204) {
      return failure(say, answer);
    }
    if (locked) {
      location.reload();
    } else {
      await opened(reason);
    }
    return "";
  };
  /** Shows an opened month as open, and writes what was waiting for that, with the same reason. */
  const opened = async (reason) => {
    const { body } = await ask(root, `${path}?month=${root.dataset.month}`);
    takeOver({ days: body?.days });
    panels.showOpened(reason);
    const waited = barred;
    barred = [];
    await queue.resume(reason);
    write(waited);
  };

  const detail = root.querySelector('[data-in="detail"]');
  const facility = root.querySelector('[data-in="facility"]');
  /** Shows a day's facility; one that the list does not hold is added, so that it is not lost. */
  const chooseFacility = (value) => {
    if (value && ![...facility.options].some((one) => one.value === value)) {
      facility.append(new Option(value, value));
    }
    facility.value = value;
  };
  const takeButton = root.querySelector('[data-act="take-day"]');
  const showCell = (cell, block) => {
    const value = valueOf(cell);
    const family = cell.dataset.family ?? "";
    root.querySelector("[data-cell-name]").textContent = `${cell.parentElement.dataset.name}　${grid.head.get(cell.dataset.date).dataset.long}`;
    root.querySelector("[data-cell-say]").textContent = block.length > 1 ? say("range", block.length) : cell.dataset.say;
    root.querySelector("[data-day-title]").textContent = grid.head.get(cell.dataset.date).dataset.long;
    if (detail && document.activeElement !== detail) {
      detail.value = value.detail;
    }
    if (facility && document.activeElement !== facility) {
      chooseFacility(value.facility);
    }
    const one = editable && block.length === 1 && value.code !== "";
    detail?.closest("label").toggleAttribute("hidden", !one);
    facility?.closest("label").toggleAttribute("hidden", !(one && (family === "cred" || family === "pend")));
    const day = grid.head.get(cell.dataset.date).dataset;
    const open = editable && cell.dataset.date <= root.dataset.today && day.taken !== "true" && day.locked !== "true";
    const blanks = blanksOn(cell.dataset.date);
    takeButton?.toggleAttribute("hidden", !open || cell.dataset.date === root.dataset.today);
    if (takeButton) {
      takeButton.textContent = say("takeDay", blanks);
    }
  };
  for (const input of [detail, facility].filter(Boolean)) {
    input.addEventListener("change", () => {
      const cell = grid.current();
      write([{ cell, value: { ...valueOf(cell), detail: detail.value.trim(), facility: facility.value.trim() } }]);
    });
  }

  const actions = {
    undo: takeBack,
    today: () => setTaken(root.dataset.today, true),
    "take-day": () => setTaken(grid.current().dataset.date, true),
    print: () => window.print(),
    prev: () => grid.day(-1),
    next: () => grid.day(1),
    day: () => view("day", true),
    month: () => view("month", true),
    history: async (button) => {
      const cell = grid.current();
      const box = openPopover(root, button, say("historyOf", cell.parentElement.dataset.name, grid.head.get(cell.dataset.date).dataset.long), say);
      if (box) {
        const query = new URLSearchParams({ studentId: cell.parentElement.dataset.student, date: cell.dataset.date });
        box.append(panels.historyList(await ask(root, `${path}/history?${query}`), cell.parentElement.querySelector("th a")?.getAttribute("href")));
      }
    },
  };
  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || button.getAttribute("aria-disabled") === "true") {
      return;
    }
    if (button.matches(".tn-key[data-code]")) {
      enter(button.dataset.code);
    } else if (actions[button.dataset.act]) {
      actions[button.dataset.act](button);
    }
  });

  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  table.addEventListener("keydown", (event) => {
    if (!event.target.matches("td[data-date]")) {
      return;
    }
    const { code, shiftKey, ctrlKey, metaKey, altKey } = event;
    const command = ctrlKey || metaKey;
    const name = code.replace(/^Key|^Digit|^Numpad(?=\d)/, "");
    if (command && code === "KeyZ") {
      takeBack();
    } else if (command || altKey) {
      return;
    } else if (arrows[code]) {
      grid.step(...arrows[code], shiftKey);
    } else if (code === "Enter" || code === "NumpadEnter") {
      grid.step(0, shiftKey ? -1 : 1);
    } else if (code === "Home" || code === "End") {
      grid.edge(code === "End", shiftKey);
    } else if (code === "Delete" || code === "Backspace") {
      enter("");
    } else if (byKey.has(name) && !shiftKey) {
      enter(byKey.get(name));
    } else {
      return;
    }
    event.preventDefault();
  });

  let chosen = false;
  const view = (name, byHand = false) => {
    chosen ||= byHand;
    work.dataset.view = name;
    root.querySelectorAll('[data-act="day"], [data-act="month"]').forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.act === name)));
  };
  new ResizeObserver(([entry]) => {
    if (!chosen) {
      view(entry.contentRect.width < 600 ? "day" : "month");
    }
  }).observe(root);
  onSaveKey(root, () => queue.flush());
  grid.showDay(grid.current().dataset.date);
  showCell(grid.current(), [grid.current()]);
  const box = root.querySelector(".tn-regbox");
  const column = grid.current();
  box.scrollLeft = Math.max(0, column.offsetLeft - box.clientWidth * 0.62);
  const months = root.querySelector(".tn-months");
  const month = months.querySelector("[aria-current]");
  months.scrollLeft = month.offsetLeft - (months.clientWidth - month.offsetWidth) / 2;
  countBlanks();
  root.dataset.ready = clock(new Date());
});
