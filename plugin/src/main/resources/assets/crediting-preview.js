// SPDX-License-Identifier: Apache-2.0
/** What a decision would change: figures, remarks and days, asked anew whenever the choice changes. */
import { ask, failure, glyph, h } from "./core.js";

const FIGURES = ["schoolDays", "exemptDays", "requiredDays", "daysAbsent", "daysPresent", "creditedDays"];

/** Returns what asks for the preview and shows it; of two questions the later one counts. */
export function previewer(root, say, proposed, own) {
  let asked = 0;
  const show = async () => {
    if (!root.querySelector("[data-preview]")) {
      return;
    }
    const number = ++asked;
    const said = proposed();
    // Before a choice the preview of "look further" tells the figures as they are.
    const body = said.outcome ? said : { ...said, outcome: "waiting" };
    const answer = await ask(root, `${own()}/preview`, { method: "POST", body });
    if (number !== asked) {
      return;
    }
    if (answer.status !== 200) {
      fill(root, "preview", h("p", { class: "tn-s" }, failure(say, answer)));
      return;
    }
    draw(root, say, answer.body, said);
  };
  return { show };
}

function fill(root, name, ...content) {
  root.querySelector(`[data-${name}]`).replaceChildren(...content.flat().filter(Boolean));
}

function draw(root, say, view, said) {
  const chosen = Boolean(said.outcome);
  fill(root, "preview", table(say, view, chosen), chosen ? [bars(say, view)] : []);
  summary(root, say, view, chosen);
  fill(root, "remarks", remarks(say, view, chosen));
  fill(root, "days", dayList(say, view, chosen));
  showFindings(root, say, chosen ? (view.findings ?? []).filter((finding) => said.reason || finding.code !== "REASON_NEEDED") : [], said);
}

/** What the rule would say; a notice's own text can be stood by. */
function showFindings(root, say, findings, said) {
  const spot = root.querySelector("[data-findings]");
  const boxes = findings.map((finding) => {
    const answerable = ["PRECEDENT_IS_NO_GROUND", "AUTOMATIC_GRANT_IS_IMPROPER"].includes(finding.code);
    const box = h("input", { type: "checkbox", "data-ack": finding.code, checked: (said.acknowledged ?? []).includes(finding.code) });
    const text = h("div", {}, h("p", {}, finding.message), answerable ? h("label", { class: "tn-check" }, box, say("standBy")) : null);
    const quiet = finding.severity === "NOTICE" && !answerable;
    return quiet ? h("p", { class: "tn-s tn-mute" }, finding.message) : h("div", { class: "tn-note tn-note--wait" }, h("span", { "aria-hidden": "true" }, "!"), text);
  });
  const held = document.activeElement?.dataset?.ack;
  spot?.replaceChildren(...boxes);
  if (held) {
    spot?.querySelector(`[data-ack="${held}"]`)?.focus({ preventScroll: true });
  }
}

function table(say, view, chosen) {
  const [, month, day] = view.countedTo.split("-").map(Number);
  const rows = FIGURES.map((name) => {
    const [now, after] = [view.now[name], view.after[name]];
    const same = now === after;
    return h(
      "tr",
      { class: name === "creditedDays" ? "tn-inner" : null },
      h("th", { scope: "row" }, say(name)),
      h("td", { class: same ? "tn-same" : null }, now),
      chosen ? h("td", { "aria-hidden": "true" }, same ? "" : "→") : null,
      chosen ? h("td", { class: same ? "tn-same" : "tn-after", "data-after": name }, after) : null,
    );
  });
  const head = [h("th", { scope: "col" }, say("countedTo", `${month}/${day}`)), h("th", { scope: "col" }, say("now"))];
  if (chosen) {
    head.push(h("td", {}), h("th", { scope: "col" }, say("after")));
  }
  return h("table", { class: "tn-ba" }, h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows));
}

/** The figures in one sentence beside the button; on a narrow page the table stands far below it. */
function summary(root, say, view, chosen) {
  const spot = root.querySelector("[data-preview-line]");
  if (spot) {
    spot.textContent = chosen ? sentence(say, view) : "";
  }
}

function sentence(say, { now, after }) {
  return say("bars", now.daysPresent, now.creditedDays, now.daysAbsent, after.daysPresent, after.creditedDays, after.daysAbsent);
}

function bars(say, view) {
  const bar = (figures) => {
    const at = figures.daysPresent - figures.creditedDays;
    const part = (kind, days) => (days > 0 ? h("span", { class: `tn-k-${kind}`, "data-width": days }, days) : null);
    const row = h("div", { class: "tn-barrow" }, part("in", at), part("cred", figures.creditedDays), part("abs", figures.daysAbsent));
    for (const span of row.children) {
      span.style.flex = `${span.dataset.width} 1 0`;
    }
    return row;
  };
  const { now, after } = view;
  const label = sentence(say, view);
  return h(
    "div",
    {},
    h("div", { class: "tn-bars", role: "img", "aria-label": label }, h("span", {}, say("now")), bar(now), h("span", {}, say("after")), bar(after)),
    h("p", { class: "tn-legend" }, h("span", {}, glyph("・", "in"), say("legendPresent")), h("span", {}, glyph("①", "cred"), say("legendCredited")), h("span", {}, glyph("病", "abs"), say("legendAbsent"))),
  );
}

function remarks(say, view, chosen) {
  const lines = view.remarks.map((remark) => h("div", {}, chosen && remark.isNew ? h("mark", {}, remark.text, h("span", { class: "tn-vh" }, `（${say("remarkNew")}）`)) : remark.text));
  const gone = chosen ? view.remarksGone.map((text) => h("div", {}, h("del", {}, text), h("span", { class: "tn-vh" }, `（${say("remarkGone")}）`))) : [];
  if (!lines.length && !gone.length) {
    return [h("p", { class: "tn-s tn-mute" }, say("remarksNone"))];
  }
  return [h("div", { class: "tn-biko" }, lines, gone), h("p", { class: "tn-prompt" }, say("remarksNote"))];
}

function dayList(say, view, chosen) {
  if (!view.days.length) {
    return [h("p", { class: "tn-s tn-mute" }, say("noDays"))];
  }
  const months = new Map();
  for (const day of view.days) {
    const month = Number(day.date.slice(5, 7));
    months.set(month, [...(months.get(month) ?? []), day]);
  }
  const credited = (day) => (chosen ? day.moves || (day.after === "PRESENT" && !day.why) : day.before === "PRESENT");
  const rows = [...months].map(([month, days]) => {
    const whys = [...new Set(days.map((day) => (chosen ? day.why : "")).filter(Boolean))].map((why) => say(`why.${why}`));
    return h(
      "p",
      { class: "tn-daylist" },
      `${say("month", month)}　`,
      days.flatMap((day) => [h("span", {}, glyph(day.glyph, credited(day) ? "cred" : "pend"), ` ${say("day", Number(day.date.slice(8)))}`), "　"]),
      whys.join("、"),
    );
  });
  const moving = view.days.filter((day) => day.moves).length;
  return chosen && moving ? [h("p", { "data-moving": moving }, say("moves", moving)), ...rows] : rows;
}
