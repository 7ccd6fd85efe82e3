// SPDX-License-Identifier: Apache-2.0
/** 出席扱い in a student's record: applying, confirming conditions, deciding, keeping the days' record. */
import { ask, failure, mount, saveState, wordsOf } from "./core.js";
import { sendLines } from "./crediting-csv.js";
import { previewer } from "./crediting-preview.js";
import { askWhy, read, refresh, tell } from "./parts.js";

mount("crediting-tab", (root) => {
  const say = wordsOf(root);
  const state = saveState(root, say);
  const one = (selector) => root.querySelector(selector);
  const student = `/students/${encodeURIComponent(root.dataset.student)}`;
  const own = () => `/creditings/${encodeURIComponent(root.dataset.application)}`;
  const preview = previewer(root, say, () => proposed(root), own);
  let busy = false;
  let later = 0;

  /** Sends, says how it went, and draws the parts anew; what is being written stays. */
  const send = async (path, method, body, done, keep = []) => {
    if (busy) {
      return null;
    }
    busy = true;
    state.saving();
    const answer = await ask(root, path, { method, body });
    busy = false;
    if (answer.status >= 200 && answer.status < 300) {
      await refresh(root, keep);
      state.saved(say(done));
      one("[data-notices]").replaceChildren();
      preview.show();
      return answer;
    }
    state.failed(say("notSaved"));
    if (answer.status === 409) {
      await refresh(root, [...keep, "decision", "content"]);
      tell(root, "wait", say("stale"));
    } else {
      tell(root, "err", failure(say, answer));
    }
    return null;
  };

  const confirm = (id, met) => {
    const box = one(`#tn-q-${CSS.escape(id)}`);
    const lines = one(`[data-refs="${CSS.escape(id)}"]`).value.split("\n").map((line) => line.trim()).filter(Boolean);
    const body = { entry: Number(box.dataset.entry), met, note: one(`[data-note="${CSS.escape(id)}"]`).value.trim(), evidence: lines };
    const keep = writing(one("[data-part='decision']")) ? ["decision"] : [];
    return send(`${own()}/conditions/${encodeURIComponent(id)}`, "PUT", body, met ? "confirmed" : "notMet", keep);
  };

  const decide = async () => {
    const body = proposed(root);
    const lacking = !body.outcome ? "chooseOutcome" : body.outcome === "granted" && !body.ranges.length ? "chooseMonths" : body.reason ? "" : "reasonNeeded";
    if (lacking) {
      tell(root, "err", say(lacking));
      (lacking === "reasonNeeded" ? one("#tn-reason") : one("[data-outcomes] input")).focus();
      return;
    }
    await send(`${own()}/decisions`, "POST", { ...body, decision: Number(root.dataset.decision), version: Number(root.dataset.version) }, "decided");
  };

  const apply = async () => {
    const form = one("[data-form='new']");
    const way = form.querySelector("[name='tn-way']:checked")?.value;
    const chosen = form.querySelector("[data-pick]").selectedOptions[0];
    if (!way || (way === "facility" && !chosen)) {
      tell(root, "err", say(way ? "chooseFacility" : "chooseKind"));
      return;
    }
    const other = way === "other" ? otherKind(form) : {};
    const place = way === "facility" ? { kind: chosen.dataset.kind, facilityId: chosen.value } : way === "ict" ? { kind: "8" } : other;
    state.saving();
    const answer = await ask(root, `${student}/creditings`, { method: "POST", body: { ...read(form), ...place } });
    if (answer.status >= 200 && answer.status < 300) {
      state.clean();
      window.location.assign(`${root.dataset.self}?application=${encodeURIComponent(answer.body.id ?? answer.body.row?.id)}`);
    } else {
      state.failed(say("notSaved"));
      tell(root, "err", failure(say, answer));
    }
  };

  const acts = {
    apply,
    decide,
    change: () => send(own(), "PUT", { ...JSON.parse(root.dataset.fixed), ...read(one("[data-form='change']")), version: Number(root.dataset.version) }, "changed"),
    confirm: (button) => confirm(button.dataset.for, button.dataset.met === "true"),
    talk: () => send(`${own()}/consultations`, "POST", read(one("[data-form='talk']")), "sentFor"),
    evidence: () => send(`${student}/evidence`, "POST", { ...read(one("[data-form='evidence']")), facilityId: root.dataset.facility || null }, "noted", ["decision"]),
    "void-evidence": (button) => askWhy(root, button, say, (reason) => send(`/evidence/${encodeURIComponent(button.dataset.id)}/void`, "POST", { reason }, "voided", ["decision"])),
    "void-result": (button) => askWhy(root, button, say, (reason) => send(`${student}/learning-results/${encodeURIComponent(button.dataset.id)}/void`, "POST", { reason }, "voided", ["decision"])),
    result: () => send(`${student}/learning-results`, "POST", read(one("[data-form='result']")), "noted"),
    csv: async () => {
      const kept = await sendLines(root, say, one("[data-csv]").files[0], `${student}/evidence`);
      if (kept > 0) {
        await refresh(root, ["decision"]);
        preview.show();
      }
    },
    "write-visit": () => {
      const form = one("[data-evidence-form]");
      form.open = true;
      form.querySelector("#tn-e-kind").value = "visit";
      form.querySelector("#tn-e-date").focus();
    },
  };

  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act]");
    if (button && root.contains(button) && acts[button.dataset.act]) {
      if (button.matches("button")) {
        event.preventDefault();
      }
      acts[button.dataset.act](button);
    }
  });
  root.addEventListener("change", (event) => {
    const target = event.target;
    if (target.dataset.condition) {
      confirm(target.dataset.condition, target.checked).then((saved) => saved || (target.checked = !target.checked));
    } else if (target.name === "tn-outcome") {
      chosen(root, target.value);
      preview.show();
    } else if (target.dataset.month || target.dataset.ack) {
      preview.show();
    } else if (target.name === "tn-way") {
      for (const part of root.querySelectorAll("[data-form='new'] [data-way]")) {
        part.hidden = part.dataset.way !== target.value;
      }
      one("[data-activity]").hidden = target.value !== "other" || one("[data-other]").value !== "CREDITED_ACTIVITY";
    } else if (target.matches("[data-other]")) {
      one("[data-activity]").hidden = target.value !== "CREDITED_ACTIVITY";
    }
  });
  root.addEventListener("input", (event) => {
    if (event.target.matches("[data-find]")) {
      filter(root, say, event.target.value);
    } else if (event.target.matches("textarea, input[type='text']")) {
      state.dirty();
    }
    if (event.target.id === "tn-reason") {
      clearTimeout(later);
      later = setTimeout(preview.show, 600);
    }
  });
  if (root.dataset.application) {
    preview.show();
  }
  if (window.location.hash === "#tn-decision") {
    one("[data-outcomes] input")?.focus();
  }
  root.dataset.ready = "";
});

/** Returns the kind that is neither a place nor learning at home; activities name their conditions. */
function otherKind(form) {
  const kind = form.querySelector("[data-other]").value;
  return kind === "CREDITED_ACTIVITY" ? { kind, list: form.querySelector("[data-list]").value } : { kind };
}

/** Tells whether somebody is writing a decision. */
function writing(part) {
  return Boolean(part?.querySelector("[name='tn-outcome']:checked"));
}

/** Shows what belongs to a choice; a grant gets a draft of its reason, nothing else does. */
function chosen(root, outcome) {
  const months = root.querySelector("[data-months]");
  months.hidden = outcome !== "granted";
  root.querySelector("[data-when='refused']").hidden = outcome !== "refused";
  const reason = root.querySelector("#tn-reason");
  const note = root.querySelector("[data-draft-note]");
  if (outcome === "granted" && !reason.value.trim()) {
    reason.value = reason.dataset.draft;
    note.hidden = false;
  } else if (outcome !== "granted" && reason.value === reason.dataset.draft) {
    reason.value = "";
    note.hidden = true;
  }
}

/** Reads the decision that is being written; months that follow one another make one range. */
function proposed(root) {
  const form = root.querySelector("[data-form='decide']");
  const outcome = form?.querySelector("[name='tn-outcome']:checked")?.value ?? "";
  const ranges = [];
  if (outcome === "granted") {
    let follows = false;
    for (const month of form.querySelectorAll("[data-month]")) {
      if (month.checked && follows) {
        ranges.at(-1).lastOn = month.dataset.last;
      } else if (month.checked) {
        ranges.push({ firstOn: month.dataset.first, lastOn: month.dataset.last });
      }
      follows = month.checked;
    }
  }
  return {
    outcome,
    ranges,
    reason: form?.querySelector("#tn-reason").value.trim() ?? "",
    nextStep: form?.querySelector("#tn-next").value.trim() ?? "",
    guardianToldOn: form?.querySelector("#tn-told").value || null,
    acknowledged: [...(form?.querySelectorAll("[data-ack]:checked") ?? [])].map((box) => box.dataset.ack),
  };
}

/** Leaves only the places in the list that hold every word. */
function filter(root, say, text) {
  const words = text.normalize("NFKC").toLowerCase().split(/\s+/u).filter(Boolean);
  let found = 0;
  for (const option of root.querySelectorAll("[data-pick] option")) {
    const label = option.textContent.normalize("NFKC").toLowerCase();
    option.hidden = !words.every((word) => label.includes(word));
    found += option.hidden ? 0 : 1;
  }
  root.querySelector("[data-found]").textContent = say("noFacility", found);
}
