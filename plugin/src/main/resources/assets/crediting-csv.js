// SPDX-License-Identifier: Apache-2.0
/** Records of days from a CSV file, sent line by line; it stops at the first line that is not accepted. */
import { ask, failure } from "./core.js";
import { tell } from "./parts.js";

/** Splits a text by RFC 4180 into rows of cells. */
export function cellsOf(text) {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  const end = () => {
    rows.at(-1).push(cell);
    cell = "";
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        cell += c;
        i++;
      } else if (c === '"') {
        quoted = false;
      } else {
        cell += c;
      }
    } else if (c === '"') {
      quoted = true;
    } else if (c === ",") {
      end();
    } else if (c === "\n") {
      end();
      rows.push([]);
    } else if (c !== "\r") {
      cell += c;
    }
  }
  end();
  return rows.filter((row) => row.some((one) => one.trim()));
}

/** Sends each line; returns how many were kept. */
export async function sendLines(root, say, file, path) {
  if (!file) {
    return 0;
  }
  const [head = [], ...rows] = cellsOf((await file.text()).replace(/^\uFEFF/u, ""));
  const names = head.map((name) => name.trim());
  if (!names.includes("date") || !names.includes("kind")) {
    tell(root, "err", say("csvHeader"));
    return 0;
  }
  let kept = 0;
  for (const row of rows) {
    const values = Object.fromEntries(names.map((name, i) => [name, (row[i] ?? "").trim() || null]));
    const minutes = values.minutes === null || values.minutes === undefined ? null : Number(values.minutes);
    const answer = await ask(root, path, { method: "POST", body: { date: values.date, kind: values.kind, minutes, content: values.content, who: values.who, role: values.role } });
    if (answer.status < 200 || answer.status >= 300) {
      tell(root, "err", say("csvRow", kept + 2, failure(say, answer)), say("csvFailed", kept + 2, kept));
      return kept;
    }
    kept++;
  }
  tell(root, "ok", say("csvDone", kept));
  return kept;
}
