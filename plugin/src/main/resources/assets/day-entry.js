// SPDX-License-Identifier: Apache-2.0
/** Days typed with the era: a date field becomes a text field while somebody types 令和8年11月20日 or R8.11.20. */

const ERAS = [
  ["明治", "M", 1868, "1868-10-23", "1912-07-29"],
  ["大正", "T", 1912, "1912-07-30", "1926-12-24"],
  ["昭和", "S", 1926, "1926-12-25", "1989-01-07"],
  ["平成", "H", 1989, "1989-01-08", "2019-04-30"],
  ["令和", "R", 2019, "2019-05-01", "2999-12-31"],
];
const NUMBERS = "(\\d{1,4}|元)\\s*[年./-]\\s*(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})日?";
const ERA = new RegExp(`^(明治|大正|昭和|平成|令和|[MTSHR])\\s*${NUMBERS}$`, "i");
const WESTERN = new RegExp(`^(?:西暦)?${NUMBERS}$`);
const SHORT = /^(\d{1,2})\s*[月./-]\s*(\d{1,2})日?$/;

/** Reads a day as the server does; an empty text where it is none. */
export function readDay(text, schoolYear) {
  const plain = text.normalize("NFKC").trim().replace("−", "-");
  const era = ERA.exec(plain);
  if (era) {
    const [, , first, from, to] = ERAS.find(([name, letter]) => name === era[1] || letter === era[1].toUpperCase());
    const day = iso(first + (era[2] === "元" ? 1 : Number(era[2])) - 1, era[3], era[4]);
    return day >= from && day <= to ? day : "";
  }
  const western = WESTERN.exec(plain);
  if (western) {
    return western[1].length === 4 ? iso(Number(western[1]), western[2], western[3]) : "";
  }
  const brief = SHORT.exec(plain);
  return brief ? iso(schoolYear + (Number(brief[1]) < 4 ? 1 : 0), brief[1], brief[2]) : "";
}

function iso(year, month, day) {
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : "";
}

/** Lets people type or paste a day as they write it on paper into every date field of the page. */
export function acceptDays(root, say) {
  const year = Number(root.dataset.year) || schoolYearOf(new Date());
  const open = (input, text) => {
    input.dataset.day = input.value;
    input.type = "text";
    input.value = text;
    input.focus();
  };
  const settle = (input) => {
    const typed = input.value.trim();
    const day = typed ? readDay(typed, year) : "";
    const bad = typed !== "" && !day;
    input.setAttribute("aria-invalid", String(bad));
    tellBeside(input, bad ? say("dayShape") : "");
    if (bad) {
      return;
    }
    input.type = "date";
    delete input.dataset.day;
    input.value = day;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const dated = (event) => event.target.closest?.("input.tn-in[type='date']:not([readonly])");
  root.addEventListener("keydown", (event) => {
    const input = dated(event);
    const letter = event.key.length === 1 && /[a-z]/i.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (input && (letter || event.key === "Process")) {
      if (letter) {
        event.preventDefault();
      }
      open(input, letter ? event.key.toUpperCase() : "");
    } else if (event.key === "Escape" && event.target.dataset?.day !== undefined) {
      event.target.value = event.target.dataset.day;
      settle(event.target);
    } else if (event.key === "Enter" && event.target.dataset?.day !== undefined) {
      settle(event.target);
    }
  });
  root.addEventListener("paste", (event) => {
    const input = dated(event);
    const text = event.clipboardData?.getData("text") ?? "";
    if (input && text.trim()) {
      event.preventDefault();
      open(input, text.trim());
      settle(input);
    }
  });
  root.addEventListener("focusout", (event) => {
    if (event.target.dataset?.day !== undefined) {
      settle(event.target);
    }
  });
}

function tellBeside(input, text) {
  let spot = input.nextElementSibling?.matches(".tn-daysay") ? input.nextElementSibling : null;
  if (!text) {
    spot?.remove();
    input.removeAttribute("aria-errormessage");
    return;
  }
  if (!spot) {
    spot = document.createElement("small");
    spot.className = "tn-daysay";
    spot.setAttribute("role", "alert");
    spot.id = `tn-day-${Math.random().toString(36).slice(2)}`;
    input.after(spot);
  }
  spot.textContent = text;
  input.setAttribute("aria-errormessage", spot.id);
}

function schoolYearOf(date) {
  return date.getFullYear() - (date.getMonth() < 3 ? 1 : 0);
}
