// SPDX-License-Identifier: Apache-2.0
/** What is written on a part of the sheet, read from its fields and put back into them. */

const FIELDS = ".tn-in[data-text], .tn-in[data-column]";

/** Lists the fields that people write in. */
export const fieldsOf = (root) => [...root.querySelectorAll(FIELDS)];

/** Says where a cell stands: table, row and column. */
export function placeOf(input) {
  const row = input.closest("tr[data-row]");
  return {
    table: input.dataset.table ?? input.closest("table[data-table]").dataset.table,
    row: input.dataset.row ?? row.dataset.row,
    column: input.dataset.column,
    below: input.dataset.row ? undefined : row.dataset.below,
  };
}

/** Reads the whole content; what is blank is left out. */
export function read(root) {
  const texts = {};
  const tables = {};
  for (const input of fieldsOf(root)) {
    if (!input.value.trim()) {
      continue;
    }
    if (input.dataset.text) {
      texts[input.dataset.text] = input.value;
      continue;
    }
    const place = placeOf(input);
    const rows = (tables[place.table] ??= []);
    let row = rows.find((one) => one.id === place.row);
    if (!row) {
      row = { id: place.row, cells: place.below ? { below: place.below } : {} };
      rows.push(row);
    }
    row.cells[place.column] = input.value;
  }
  return { texts, tables };
}

/** Puts a content into the fields, with as many rows as it needs; what it lacks becomes blank. */
export function write(root, content) {
  for (const input of root.querySelectorAll(".tn-in[data-text]")) {
    input.value = content.texts?.[input.dataset.text] ?? "";
  }
  const wanted = new Map();
  for (const [table, rows] of Object.entries(content.tables ?? {})) {
    for (const row of rows) {
      wanted.set(`${table}/${row.id}`, row.cells);
      const there = rowOf(root, table, row.id);
      if (!there && root.querySelector(`template[data-new-row="${CSS.escape(table)}"]`)) {
        addRow(root, table, row.cells.below, row.id);
      }
    }
  }
  for (const input of root.querySelectorAll(".tn-in[data-column]")) {
    const place = placeOf(input);
    input.value = wanted.get(`${place.table}/${place.row}`)?.[place.column] ?? "";
  }
  for (const fold of root.querySelectorAll("details.tn-fold")) {
    fold.open ||= [...fold.querySelectorAll(".tn-in")].some((input) => input.value);
  }
}

/** Finds a row of a table. */
export function rowOf(root, table, id) {
  return root.querySelector(`table[data-table="${CSS.escape(table)}"] tr[data-row="${CSS.escape(id)}"]`);
}

/** Finds the field of a place. */
export function fieldAt(root, place) {
  if (!place.row) {
    return root.querySelector(`.tn-in[data-text="${CSS.escape(place.field)}"]`);
  }
  return fieldsOf(root).find((input) => {
    const at = input.dataset.column ? placeOf(input) : {};
    return at.table === place.field && at.row === place.row && at.column === place.column;
  });
}

/** Adds a row, below a line of the form or at the end; its id is new unless one is given. */
export function addRow(root, table, below, id = newId()) {
  const shape = root.querySelector(`template[data-new-row="${CSS.escape(table)}"]`);
  const row = shape.content.querySelector("tr").cloneNode(true);
  const body = root.querySelector(`table[data-table="${CSS.escape(table)}"] tbody`);
  const line = below ? rowOf(root, table, below) : null;
  row.dataset.row = id;
  if (line) {
    row.dataset.below = below;
    const head = row.querySelector("th");
    head?.replaceChildren(...[...line.querySelector("th").childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.cloneNode()));
    const last = [...body.querySelectorAll(`tr[data-below="${CSS.escape(below)}"]`)].at(-1) ?? line;
    last.after(row);
  } else {
    body.append(row);
  }
  return row;
}

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(5));
  return `r${[...bytes].map((b) => b.toString(16).padStart(2, "0")).join("")}`;
}
