// SPDX-License-Identifier: Apache-2.0
/** Parts of a page that are drawn anew after something was saved, without losing place or focus. */
import { closePopover, h, openPopover } from "./core.js";

/** Fetches the page again and puts its parts in place of the old ones; open folds stay open. */
export async function refresh(root, keep = []) {
  let page;
  try {
    const response = await fetch(window.location.href, { credentials: "same-origin", cache: "no-store" });
    if (!response.ok) {
      return;
    }
    page = new DOMParser().parseFromString(await response.text(), "text/html");
  } catch {
    return;
  }
  const fresh = page.querySelector(`.tng[data-tn="${root.dataset.tn}"]`);
  if (!fresh) {
    return;
  }
  const focus = document.activeElement?.id;
  for (const [name, value] of Object.entries(fresh.dataset)) {
    root.dataset[name] = value;
  }
  for (const part of root.querySelectorAll("[data-part]")) {
    const next = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
    if (next && !keep.includes(part.dataset.part)) {
      part.replaceWith(next);
    }
  }
  if (focus && document.activeElement?.id !== focus) {
    root.querySelector(`#${CSS.escape(focus)}`)?.focus({ preventScroll: true });
  }
}

/** Reads the fields of a form by their names; empty ones are left out as null. */
export function read(form) {
  const values = {};
  for (const field of form.querySelectorAll("[data-field]")) {
    if (field.type === "checkbox") {
      values[field.dataset.field] = field.checked;
    } else if (field.type === "number") {
      values[field.dataset.field] = field.value === "" ? null : Number(field.value);
    } else {
      values[field.dataset.field] = field.value.trim() || null;
    }
  }
  return values;
}

/** Says something at the head of the page and brings it to sight. */
export function tell(root, kind, title, ...content) {
  const box = h("div", { class: `tn-note tn-note--${kind}`, role: "group", "aria-label": title, tabindex: "-1" }, h("span", { "aria-hidden": "true" }, kind === "err" ? "!" : "✓"), h("div", {}, h("p", {}, h("b", {}, title)), ...content));
  root.querySelector("[data-notices]").replaceChildren(box);
  box.focus({ preventScroll: true });
  box.scrollIntoView({ block: "nearest" });
}

/** Asks beside a button why something is voided; calls back with the reason. */
export function askWhy(root, button, say, then) {
  const field = h("textarea", { class: "tn-in", rows: 2, maxlength: 1000, "aria-label": say("voidWhy"), "data-why": true });
  const go = () => {
    const reason = field.value.trim();
    if (reason) {
      closePopover();
      then(reason);
    } else {
      field.focus();
    }
  };
  if (openPopover(root, button, say("voidWhy"), say, field, h("button", { type: "button", class: "tn-btn", onclick: go }, say("voidGo")))) {
    field.focus();
  }
}
