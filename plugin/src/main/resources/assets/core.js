// SPDX-License-Identifier: Apache-2.0
/**
 * What every fragment needs: mounting, words, requests, the save state, popovers and explanations.
 * Nothing is kept in the browser beyond the page's life.
 */

/** Runs a set-up once for each fragment of a name, also for those a host puts in later. */
export function mount(name, setUp) {
  const mounted = new WeakSet();
  const look = () => {
    for (const root of document.querySelectorAll(`.tng[data-tn="${name}"]`)) {
      if (!mounted.has(root)) {
        mounted.add(root);
        setUp(root);
      }
    }
  };
  look();
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
}

/** Makes an element; attributes by name, `on…` as listeners, texts always as text. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.flat().filter((c) => c !== null && c !== undefined && c !== ""));
  return element;
}

/** Makes the glyph of an attendance code. */
export function glyph(text, family) {
  const wide = [...text].length > 1 ? " tn-c--wide" : "";
  return h("span", { class: `tn-c tn-c--${family}${wide}`, "aria-hidden": "true" }, text);
}

/** Reads the fragment's words; the returned function fills %1, %2 … */
export function wordsOf(root) {
  const table = JSON.parse(root.dataset.words || "{}");
  return (key, ...values) =>
    values.reduce((text, value, i) => text.replaceAll(`%${i + 1}`, String(value)), table[key] ?? key);
}

/** Asks the REST interface. Answers {status, body}; status 0 means that it was not reached. */
export async function ask(root, path, { method = "GET", body } = {}) {
  const headers = { Accept: "application/json" };
  if (method !== "GET") {
    headers["X-CSRF-Token"] = root.dataset.csrf ?? "";
  }
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  try {
    const response = await fetch(root.dataset.api + path, {
      method,
      headers,
      credentials: "same-origin",
      cache: "no-store",
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    let parsed = null;
    try {
      parsed = text ? JSON.parse(text) : null;
    } catch {
      parsed = null;
    }
    return { status: response.status, body: parsed };
  } catch {
    return { status: 0, body: null };
  }
}

/** What to tell a person about an answer that is not a success. */
export function failure(say, answer) {
  if (answer.status === 0) {
    return say("offline");
  }
  if (answer.status === 401) {
    return say("signedOut");
  }
  const body = answer.body ?? {};
  const findings = (body.findings ?? []).map((f) => f.message).filter(Boolean);
  if (findings.length) {
    return findings.join(" ");
  }
  if (body.incident) {
    return say("failedWithNumber", body.incident);
  }
  return body.message || say("failed");
}

/** The chip that says whether everything is saved. */
export function saveState(root, say) {
  const chip = root.querySelector("[data-state]");
  const guard = (event) => event.preventDefault();
  let guarded = false;
  const keep = (wanted) => {
    if (wanted !== guarded) {
      guarded = wanted;
      (wanted ? window.addEventListener : window.removeEventListener)("beforeunload", guard);
    }
  };
  const show = (kind, text) => {
    chip.className = `tn-chip tn-chip--${kind}`;
    chip.textContent = text;
  };
  return {
    clean: () => (keep(false), show("quiet", "")),
    dirty: (text = say("unsaved")) => (keep(true), show("wait", text)),
    saving: () => show("quiet", say("saving")),
    saved: (text) => {
      keep(false);
      show("ok", `✓ ${text ?? say("saved", clock(new Date()))}`);
    },
    failed: (text) => (keep(true), show("err", text)),
  };
}

/** A time of day at the school, 9:05. */
export function clock(date) {
  return date.toLocaleTimeString("ja", { timeZone: "Asia/Tokyo", hour: "numeric", minute: "2-digit" });
}

/** Calls a function when Ctrl+S (or ⌘S) is pressed while the fragment is on the page. */
export function onSaveKey(root, save) {
  document.addEventListener("keydown", (event) => {
    if (root.isConnected && (event.ctrlKey || event.metaKey) && event.code === "KeyS") {
      event.preventDefault();
      save();
    }
  });
}

let opened = null;

/** Closes the open popover, if any; the focus goes back to what opened it. */
export function closePopover(giveBack = true) {
  if (!opened) {
    return;
  }
  const { box, anchor } = opened;
  opened = null;
  const hadFocus = box.contains(document.activeElement);
  box.remove();
  anchor.setAttribute("aria-expanded", "false");
  if (giveBack && (hadFocus || document.activeElement === document.body)) {
    anchor.focus();
  }
}

/** Opens a popover beside an element: never modal, Esc and a click elsewhere close it. */
export function openPopover(root, anchor, title, say, ...content) {
  if (opened?.anchor === anchor) {
    closePopover();
    return null;
  }
  closePopover(false);
  const close = h("button", { type: "button", class: "tn-btn tn-btn--q", onclick: () => closePopover() }, say("close"));
  const heading = h("h4", { id: "tn-pop-title", tabindex: "-1" }, title);
  const box = h(
    "div",
    { class: "tn-pop", role: "dialog", "aria-modal": "false", "aria-labelledby": "tn-pop-title" },
    h("div", { class: "tn-pop__h" }, heading, close),
    ...content,
  );
  root.append(box);
  anchor.setAttribute("aria-expanded", "true");
  opened = { box, anchor };
  place(root, anchor, box);
  heading.focus({ preventScroll: true });
  box.scrollIntoView({ block: "nearest" });
  return box;
}

/** Puts a popover below its anchor, or above it where there is no room, within the fragment. */
function place(root, anchor, box) {
  const frame = root.getBoundingClientRect();
  const at = anchor.getBoundingClientRect();
  const room = frame.width - box.offsetWidth - 8;
  const left = Math.max(8, Math.min(at.left - frame.left - 24, room));
  const below = at.bottom + box.offsetHeight + 10 < window.innerHeight;
  const above = at.top - box.offsetHeight - 6 > 0 && !below;
  const top = above ? at.top - frame.top - box.offsetHeight - 6 : at.bottom - frame.top + 6;
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && opened) {
    event.stopPropagation();
    closePopover();
  }
});
document.addEventListener("pointerdown", (event) => {
  if (opened && !opened.box.contains(event.target) && !opened.anchor.contains(event.target)) {
    closePopover(false);
  }
});

/** Lets every number with a dotted line answer "why?". */
export function explainNumbers(root, say) {
  root.addEventListener("click", async (event) => {
    const button = event.target.closest(".tn-why[data-figure]");
    if (!button || !root.contains(button)) {
      return;
    }
    const { student, year, month = "", figure } = button.dataset;
    const query = new URLSearchParams({ schoolYear: year, month, figure });
    const box = openPopover(root, button, say("reading"), say);
    if (!box) {
      return;
    }
    const answer = await ask(root, `/students/${encodeURIComponent(student)}/explanation?${query}`);
    if (opened?.box !== box) {
      return;
    }
    fill(box, answer, say);
    place(root, button, box);
  });
}

function fill(box, answer, say) {
  const heading = box.querySelector("h4");
  if (answer.status !== 200) {
    heading.textContent = failure(say, answer);
    return;
  }
  const { title, lines = [], total, note } = answer.body;
  heading.textContent = title;
  const rows = lines.map((line) =>
    h(
      "tr",
      { class: line.part === "sum" ? "tn-eq" : null },
      h(
        "td",
        {},
        line.glyph ? glyph(line.glyph, line.family) : null,
        line.glyph ? " " : null,
        link(line),
        (line.dates ?? []).length ? h("small", {}, days(line.dates)) : null,
        line.basis ? h("small", {}, line.basis) : null,
      ),
      h("td", {}, line.days === null || line.days === undefined ? "" : say("days", signed(line.days))),
    ),
  );
  const summed = lines.some((line) => line.part === "sum");
  if (!summed && total !== null && total !== undefined) {
    rows.push(h("tr", { class: "tn-eq" }, h("td", {}, say("total")), h("td", {}, say("days", total))));
  }
  box.append(h("table", { class: "tn-sum" }, h("tbody", {}, rows)));
  if (note) {
    box.append(h("p", { class: "tn-s" }, note));
  }
}

function link(line) {
  const local = typeof line.link === "string" && /^\/(?!\/)/.test(line.link);
  return local ? h("a", { href: line.link }, line.label) : line.label;
}

function signed(number) {
  return number < 0 ? `−${-number}` : String(number);
}

/** Days of a list, in short: 10/5・7・19–21. */
export function days(dates) {
  const parts = [];
  let month = 0;
  for (const iso of dates) {
    const [, m, d] = iso.split("-").map(Number);
    parts.push(m === month ? `・${d}` : `${month ? "、" : ""}${m}/${d}`);
    month = m;
  }
  return parts.join("");
}
