// SPDX-License-Identifier: Apache-2.0
/** The register as a grid: where the keyboard is, ranges, and how a cell looks. */
import { glyph } from "./core.js";

/** Reads a cell: {code, detail, facility}. */
export function valueOf(cell) {
  const { code = "", detail = "", facility = "" } = cell.dataset;
  return { code, detail, facility };
}

/** Tells whether two cell values are the same. */
export function same(a, b) {
  return a.code === b.code && a.detail === b.detail && a.facility === b.facility;
}

/** A grid over the table; `onMove` hears of every move, `canEdit` is asked for each cell. */
export function gridOf(table, { today, codes, say, onMove }) {
  const head = new Map([...table.tHead.querySelectorAll("th[data-date]")].map((th) => [th.dataset.date, th]));
  const rows = [...table.tBodies[0].rows];
  const dates = [...head.keys()];
  const places = [...table.closest(".tng").querySelectorAll('[data-in="facility"] option')];
  const placeName = (facility) => places.find((one) => facility && one.value === facility)?.textContent ?? facility;
  const index = new Map();
  for (const [y, row] of rows.entries()) {
    for (const cell of row.querySelectorAll("td[data-date]")) {
      index.set(`${y}|${cell.dataset.date}`, cell);
    }
  }
  const cellAt = (x, y) => index.get(`${y}|${dates[x]}`);
  const place = (cell) => ({ x: dates.indexOf(cell.dataset.date), y: rows.indexOf(cell.parentElement) });
  let at = table.querySelector("td.tn-at") ?? cellAt(0, 0);
  let anchor = at;

  const block = () => {
    const a = place(anchor);
    const b = place(at);
    const cells = [];
    for (let y = Math.min(a.y, b.y); y <= Math.max(a.y, b.y); y++) {
      for (let x = Math.min(a.x, b.x); x <= Math.max(a.x, b.x); x++) {
        cells.push(cellAt(x, y));
      }
    }
    return cells.filter((cell) => cell && !cell.classList.contains("tn-out"));
  };

  const mark = () => {
    for (const cell of table.querySelectorAll('td[aria-selected="true"]')) {
      cell.setAttribute("aria-selected", "false");
    }
    if (at !== anchor) {
      block().forEach((cell) => cell.setAttribute("aria-selected", "true"));
    }
    table.querySelectorAll(".tn-hot").forEach((th) => th.classList.remove("tn-hot"));
    head.get(at.dataset.date)?.classList.add("tn-hot");
    at.parentElement.cells[0].classList.add("tn-hot");
  };

  const go = (cell, { extend = false, focus = true } = {}) => {
    if (!cell) {
      return;
    }
    at.classList.remove("tn-at");
    at.tabIndex = -1;
    at = cell;
    if (!extend) {
      anchor = cell;
    }
    cell.classList.add("tn-at");
    cell.tabIndex = 0;
    showDay(cell.dataset.date);
    if (focus) {
      cell.focus({ preventScroll: true });
      reveal(cell);
    }
    mark();
    onMove(cell, block());
  };

  const step = (dx, dy, extend) => {
    const { x, y } = place(at);
    const to = cellAt(Math.max(0, Math.min(dates.length - 1, x + dx)), Math.max(0, Math.min(rows.length - 1, y + dy)));
    go(to, { extend });
  };

  const showDay = (date) => {
    if (table.dataset.on === date) {
      return;
    }
    table.dataset.on = date;
    table.querySelectorAll(".tn-on").forEach((cell) => cell.classList.remove("tn-on"));
    table.querySelectorAll(`[data-date="${date}"]`).forEach((cell) => cell.classList.add("tn-on"));
  };

  /** Draws a cell from its values and the state of its day. */
  const paint = (cell, shown) => {
    const { code, detail, facility } = valueOf(cell);
    const known = codes.get(code);
    const sign = shown?.glyph ? shown : known;
    const day = head.get(cell.dataset.date).dataset;
    let mark = null;
    let text;
    if (cell.classList.contains("tn-out")) {
      text = say("notEnrolled");
    } else if (code) {
      mark = glyph(sign?.glyph ?? "?", sign?.family ?? "in");
      text = [sign?.label ?? code, detail, placeName(facility)].filter(Boolean).join(" ");
      if (shown?.pending) {
        text += ` ${say("pending")}`;
      }
    } else if (day.taken === "true") {
      mark = glyph("・", "in");
      text = say("present");
    } else if (cell.dataset.date <= today) {
      mark = glyph("", "todo");
      text = say("blank");
    } else {
      text = say("notYet");
    }
    cell.replaceChildren(...(mark ? [mark] : []));
    cell.dataset.say = text;
    cell.dataset.family = code ? (sign?.family ?? "") : "";
    cell.setAttribute("aria-label", text);
    cell.toggleAttribute("data-more", Boolean(detail || facility));
  };

  table.addEventListener("click", (event) => {
    const cell = event.target.closest("td[data-date]");
    if (cell) {
      go(cell, { extend: event.shiftKey });
    }
  });
  table.addEventListener("focusin", () => mark());

  return {
    rows,
    head,
    dates,
    block,
    step,
    go,
    paint,
    showDay,
    current: () => at,
    isRange: () => at !== anchor,
    cell: (student, date) => index.get(`${rows.findIndex((r) => r.dataset.student === student)}|${date}`),
    edge: (last, extend) => go(cellAt(last ? dates.length - 1 : 0, place(at).y), { extend }),
    day: (offset) => {
      const { x, y } = place(at);
      go(cellAt(x + offset, y), { focus: false });
    },
  };
}

/** Scrolls a cell out from under the sticky head and the sticky names. */
function reveal(cell) {
  const box = cell.closest(".tn-regbox");
  const c = cell.getBoundingClientRect();
  const b = box.getBoundingClientRect();
  const name = cell.parentElement.cells[0].offsetWidth;
  const top = box.querySelector("thead").offsetHeight;
  if (c.left < b.left + name) {
    box.scrollLeft -= b.left + name - c.left + 8;
  } else if (c.right > b.right - 16) {
    box.scrollLeft += c.right - b.right + 24;
  }
  const foot = box.querySelector("tfoot")?.offsetHeight ?? 0;
  if (c.top < b.top + top) {
    box.scrollTop -= b.top + top - c.top + 4;
  } else if (c.bottom > b.bottom - foot) {
    box.scrollTop += c.bottom - b.bottom + foot + 4;
  }
  const now = cell.getBoundingClientRect();
  if (now.top < 60 || now.bottom > window.innerHeight - 60) {
    cell.scrollIntoView({ block: "center", inline: "nearest" });
  }
}
