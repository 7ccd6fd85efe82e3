// SPDX-License-Identifier: Apache-2.0
// The import page: sends a file, follows its job, shows what was found.
const root = document.querySelector('[data-tn="imports"]');
const words = JSON.parse(root.dataset.words);
const find = (selector) => root.querySelector(selector);
const headers = { 'X-CSRF-Token': root.dataset.csrf };
const CHIPS = { ERROR: 'err', WARNING: 'wait', NOTICE: 'quiet' };
let job = '';
let sending = false;

const say = (text) => {
  const place = find('[data-say]');
  if (place.textContent !== text) place.textContent = text;
};
const kindOf = (kind) => find(`[data-in="kind"] option[value="${CSS.escape(kind)}"]`)?.textContent || kind;
const timeOf = (one) => one.requestedAt.slice(0, 16).replace('T', ' ');
const titleOf = (one) => kindOf(one.kind) + (one.dryRun ? words.dryRun : '');

function stateOf(one) {
  if (one.dryRun && one.state === 'succeeded') return words.dryRunDone;
  if (one.dryRun && one.state === 'failed') return words.dryRunFailed;
  return words[one.state];
}

function counted(counts) {
  return words.counts.replace('ADDED', counts.added).replace('CHANGED', counts.changed)
    .replace('SAME', counts.unchanged).replace('ENDED', counts.ended).replace('REFUSED', counts.refused);
}

function cell(label, content) {
  const made = document.createElement('td');
  made.dataset.l = label;
  if (content) made.append(content);
  return made;
}

function chip(severity) {
  const made = document.createElement('span');
  made.className = `tn-chip tn-chip--${CHIPS[severity] || 'quiet'}`;
  made.textContent = words[severity] || severity;
  return made;
}

function showFindings(findings) {
  find('[data-findings] tbody').replaceChildren(...findings.map((one) => {
    const row = document.createElement('tr');
    row.append(cell(words.severity, chip(one.severity)), cell(words.where, one.file),
      cell(words.line, one.line ? String(one.line) : ''), cell(words.column, one.column),
      cell(words.message, one.message), cell(words.value, one.value));
    return row;
  }));
  find('[data-findings]').hidden = findings.length === 0;
}

function pastRow(one) {
  const row = document.createElement('tr');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'tn-btn tn-btn--q';
  button.dataset.job = one.id;
  const more = document.createElement('span');
  more.className = 'tn-vh';
  more.textContent = ` ${kindOf(one.kind)} ${timeOf(one)}`;
  button.append(words.show, more);
  const last = document.createElement('td');
  last.append(button);
  row.append(cell(words.when, timeOf(one)), cell(words.kind, titleOf(one)),
    cell(words.state, stateOf(one)), cell(words.by, one.requestedBy), last);
  return row;
}

async function showPast() {
  const answer = await fetch(`${root.dataset.api}/jobs?limit=20`, { headers });
  if (!answer.ok) return;
  const jobs = (await answer.json()).items;
  const held = document.activeElement?.dataset?.job;
  find('[data-past] tbody').replaceChildren(...jobs.map(pastRow));
  find('[data-past]').hidden = jobs.length === 0;
  find('[data-none]')?.remove();
  if (held) find(`[data-job="${CSS.escape(held)}"]`)?.focus();
}

function show(state) {
  const open = state.state === 'queued' || state.state === 'running';
  const percent = state.progress.total > 0 ? Math.round(100 * state.progress.done / state.progress.total) : 0;
  find('[data-bar]').hidden = !open;
  find('[data-bar] progress').value = percent;
  find('[data-percent]').textContent = `${percent}%`;
  find('[data-act="cancel"]').hidden = !open;
  const text = `${titleOf(state)} ${timeOf(state)}：${stateOf(state)}`;
  say(open ? text : `${text}。${counted(state.counts)}`);
  showFindings(state.findings);
  return open;
}

async function follow(id) {
  job = id;
  for (let open = true; open && job === id;) {
    const answer = await fetch(`${root.dataset.api}/jobs/${encodeURIComponent(id)}`, { headers });
    if (!answer.ok) throw new Error(String(answer.status));
    const state = await answer.json();
    if (job === id) open = show(state);
    if (open) await new Promise((next) => { setTimeout(next, 700); });
  }
  await showPast();
}

async function submit(dryRun) {
  const file = find('[data-in="file"]').files[0];
  if (!file) {
    say(words.chooseFile);
    find('[data-in="file"]').focus();
    return '';
  }
  const form = new FormData();
  form.append('file', file);
  say(words.sending);
  showFindings([]);
  const kind = encodeURIComponent(find('[data-in="kind"]').value);
  const answer = await fetch(`${root.dataset.api}/imports?kind=${kind}&dryRun=${dryRun}`, { method: 'POST', headers, body: form });
  const body = await answer.json();
  if (answer.status === 202) return body.id;
  say(body.message || words.notSent);
  return '';
}

async function send(dryRun) {
  if (sending) return;
  sending = true;
  let id = '';
  try {
    id = await submit(dryRun);
  } catch {
    say(words.notSent);
  } finally {
    sending = false;
  }
  if (id) await follow(id);
}

root.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  const lost = () => say(words.lost);
  if (button.dataset.act === 'check') send(true).catch(lost);
  if (button.dataset.act === 'send') send(false).catch(lost);
  if (button.dataset.job) follow(button.dataset.job).catch(lost);
  if (button.dataset.act === 'cancel') {
    fetch(`${root.dataset.api}/jobs/${encodeURIComponent(job)}/cancel`, { method: 'POST', headers }).catch(lost);
  }
});
