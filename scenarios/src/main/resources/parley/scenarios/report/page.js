'use strict';
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const sections = all('.scenario');
const links = all('nav a');
let shown = null;

// One scenario at a time; without this script they stand one below the other.
function show(section) {
  shown = section;
  sections.forEach(each => { each.hidden = each !== section; });
  links.forEach(link => {
    if (link.hash === '#' + section.id) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  });
}

function follow() {
  const target = document.getElementById(location.hash.slice(1));
  const section = target && target.closest('.scenario')
    || sections.find(each => each.dataset.verdict !== 'passed') || sections[0];
  if (!section) return;
  show(section);
  if (target && target !== section) target.focus();
}

function step(by) {
  const open = links.filter(link => !link.parentElement.hidden);
  const now = open.findIndex(link => link.hash === '#' + shown.id);
  const next = open[Math.max(0, Math.min(open.length - 1, now + by))];
  if (next) { location.hash = next.hash; next.scrollIntoView({ block: 'nearest' }); }
}

function move(by) {
  const rows = all('.step, .arrow > summary', shown).filter(row => row.offsetParent !== null);
  const now = rows.indexOf(document.activeElement);
  const next = rows[now < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, now + by))];
  if (next) { next.focus(); next.scrollIntoView({ block: 'nearest' }); }
}

// Hides the lanes of clients that are not wanted, and what went to or from nobody else.
function filterClients(section) {
  const boxes = all('[type=checkbox][data-client]', section);
  const wanted = new Set(boxes.filter(box => box.checked).map(box => box.dataset.client));
  section.style.setProperty('--columns',
    ['var(--t)', 'var(--w)', ...boxes.map(box => box.checked ? 'var(--w)' : '0')].join(' '));
  all('b[data-client], i[data-client]', section).forEach(mark => {
    mark.hidden = mark.dataset.client !== '' && !wanted.has(mark.dataset.client);
  });
  all('.arrow', section).forEach(arrow => {
    const seen = arrow.dataset.clients.split(' ').filter(client => wanted.has(client));
    arrow.hidden = seen.length === 0;
    if (seen.length) arrow.querySelector('.wire').style.gridColumnEnd = Math.max(...seen.map(Number)) + 4;
  });
}

function filterScenarios() {
  const text = document.getElementById('filter').value.toLowerCase();
  const bad = document.getElementById('only-bad').checked;
  links.forEach(link => {
    const item = link.parentElement;
    item.hidden = !link.textContent.toLowerCase().includes(text) || bad && item.dataset.verdict === 'passed';
  });
}

function theme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
}

function toggle(box) {
  if (box) { box.checked = !box.checked; box.dispatchEvent(new Event('change', { bubbles: true })); }
}

const keys = {
  j: () => move(1), k: () => move(-1), n: () => step(1), p: () => step(-1), t: theme,
  a: () => toggle(shown.querySelector('.answers')),
  f: () => { const failed = shown.querySelector('.step.failed'); if (failed) { failed.focus(); failed.scrollIntoView({ block: 'center' }); } },
  '/': () => document.getElementById('filter').focus(),
  '?': () => document.getElementById('keys').showModal(),
};

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target.matches('[type=search]')) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  if (document.querySelector('dialog[open]') || !shown) return;
  const key = /^[1-9]$/.test(event.key)
    ? () => toggle(shown.querySelector(`[type=checkbox][data-client="${event.key - 1}"]`)) : keys[event.key];
  if (key) { event.preventDefault(); key(); }
});
document.addEventListener('change', event => {
  const section = event.target.closest('.scenario');
  if (event.target.matches('.answers')) section.classList.toggle('with-answers', event.target.checked);
  else if (section) filterClients(section);
  else filterScenarios();
});
document.getElementById('filter').addEventListener('input', filterScenarios);
document.getElementById('theme').addEventListener('click', theme);
document.getElementById('help').addEventListener('click', keys['?']);
addEventListener('hashchange', follow);
follow();
