// SPDX-License-Identifier: Apache-2.0
/** A job over all schools: starts it, shows how far it is, and what the last one came to. */
import { ask, failure } from "./core.js";

const EVERY = 1000;

/**
 * Shows what the last job came to, or the job under way: also of a page that was closed since.
 *
 * @param job where the job is, which day it tells of a school, and what to show beside
 */
export async function showCity(root, say, city, job) {
  const parts = {
    job,
    button: city.querySelector("[data-act='count-city']"),
    bar: city.querySelector("progress"),
    told: city.querySelector("[data-into]"),
    files: city.querySelector("[data-files]"),
  };
  parts.button.addEventListener("click", () => start(root, say, parts));
  await showCounted(root, say, parts);
}

async function showCounted(root, say, parts) {
  const answer = await ask(root, parts.job.path);
  if (answer.status !== 200) {
    parts.told.textContent = failure(say, answer);
    return;
  }
  const { schools, job } = answer.body;
  const upTo = schools.map(parts.job.day).sort()[0];
  parts.files.hidden = !schools.length;
  parts.told.textContent = schools.length ? say("cityCounted", schools.length, upTo) : say("cityNever");
  if (schools.length) {
    await parts.job.show?.(parts);
  }
  if (job) {
    await follow(root, say, parts, job);
  }
}

async function start(root, say, parts) {
  parts.button.disabled = true;
  const answer = await ask(root, parts.job.path, { method: "POST" });
  if (answer.status !== 202) {
    parts.told.textContent = failure(say, answer);
    parts.button.disabled = false;
    return;
  }
  await follow(root, say, parts, answer.body.id);
}

async function follow(root, say, parts, job) {
  parts.button.disabled = true;
  parts.bar.hidden = false;
  let state = "queued";
  while (state === "queued" || state === "running") {
    const answer = await ask(root, `/jobs/${encodeURIComponent(job)}`);
    if (answer.status !== 200) {
      parts.told.textContent = failure(say, answer);
      break;
    }
    state = answer.body.state;
    const { done, total } = answer.body.progress;
    const percent = total > 0 ? Math.round((100 * done) / total) : 0;
    parts.bar.value = percent;
    parts.told.textContent = state === "queued" ? say("cityQueued") : say("cityRunning", percent);
    if (state === "queued" || state === "running") {
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
  }
  parts.bar.hidden = true;
  parts.button.disabled = false;
  if (state === "succeeded") {
    await showCounted(root, say, parts);
  } else if (state === "failed" || state === "cancelled") {
    parts.told.textContent = say("cityFailed");
  }
}
