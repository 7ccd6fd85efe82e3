// SPDX-License-Identifier: Apache-2.0
// The import page: sends a file, follows its job, shows what was found.
const root = document.querySelector('[data-tn="imports"]');
const words = JSON.parse(root.dataset.words);
const find = (selector) => root.querySelector(selector);
const headers = { 'X-CSRF-Token': root.dataset.csrf };
let job = '';

const say = (text) => { find('[data-say]').textContent = text; };

function counted(counts) {
  return words.counts.replace('ADDED', counts.added).replace('CHANGED', counts.changed)
    .replace('SAME', counts.unchanged).replace('ENDED', counts.ended).replace('REFUSED', counts.refused);
}

function showFindings(findings) {
  const body = find('[data-findings] tbody');
  body.replaceChildren(...findings.map((one) => {
    const row = document.createElement('tr');
    for (const text of [one.file, one.line || '', one.column, one.message, one.value]) {
      const cell = document.createElement('td');
      cell.textContent = text;
      row.append(cell);
    }
    return row;
  }));
  find('[data-findings]').hidden = findings.length === 0;
}

function show(state) {
  const open = state.state === 'queued' || state.state === 'running';
  const bar = find('[data-bar]');
  bar.hidden = !open;
  bar.value = state.progress.total > 0 ? Math.round(100 * state.progress.done / state.progress.total) : 0;
  find('[data-act="cancel"]').hidden = !open;
  const done = state.dryRun && state.state === 'succeeded' ? words.dryRunDone : words[state.state];
  say(open ? done : `${done} ${counted(state.counts)}`);
  showFindings(state.findings);
  return open;
}

async function follow(id) {
  job = id;
  for (let open = true; open && job === id;) {
    const answer = await fetch(`${root.dataset.api}/jobs/${encodeURIComponent(id)}`, { headers });
    if (!answer.ok) throw new Error(String(answer.status));
    open = show(await answer.json());
    if (open) await new Promise((next) => { setTimeout(next, 700); });
  }
}

async function send(dryRun) {
  const file = find('[data-in="file"]').files[0];
  if (!file) {
    say(words.chooseFile);
    find('[data-in="file"]').focus();
    return;
  }
  const form = new FormData();
  form.append('file', file);
  say(words.sending);
  const kind = encodeURIComponent(find('[data-in="kind"]').value);
  const answer = await fetch(`${root.dataset.api}/imports?kind=${kind}&dryRun=${dryRun}`, { method: 'POST', headers, body: form });
  const body = await answer.json();
  if (answer.status !== 202) {
    say(body.message || words.notSent);
    return;
  }
  await follow(body.id);
}

root.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  const failed = () => say(words.notSent);
  if (button.dataset.act === 'check') send(true).catch(failed);
  if (button.dataset.act === 'send') send(false).catch(failed);
  if (button.dataset.job) follow(button.dataset.job).catch(failed);
  if (button.dataset.act === 'cancel') {
    fetch(`${root.dataset.api}/jobs/${encodeURIComponent(job)}/cancel`, { method: 'POST', headers }).catch(failed);
  }
});
