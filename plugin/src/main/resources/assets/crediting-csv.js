// SPDX-License-Identifier: Apache-2.0
/** Records of days from a CSV file, all of its lines or none. */
import { ask, failure, h } from "./core.js";
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

/** Sends all lines at once; returns how many were kept: all of them or none. */
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
  const known = ["date", "kind", "minutes", "content", "who", "role", "facilityId"];
  const body = rows.map((row, i) => ({ line: i + 2, ...Object.fromEntries(known.map((name) => [name, row[names.indexOf(name)]?.trim() || null])) }));
  const answer = await ask(root, `${path}/lines`, { method: "POST", body });
  if (answer.status !== 200) {
    const findings = (answer.body?.findings ?? []).map((one) => h("li", {}, one.message));
    tell(root, "err", say("csvFailed"), findings.length ? h("ul", {}, findings) : h("p", {}, failure(say, answer)));
    return 0;
  }
  const kept = answer.body.added + answer.body.changed;
  tell(root, "ok", say("csvDone", kept, answer.body.unchanged));
  return kept;
}
