// What programs come in with, and what only an administration presses: tokens, outlines.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, open } from './page.js';
import { as, ask, home, settled } from './workplace.js';

let browser;
before(async () => { browser = await open(); });
after(() => browser?.close());

const reads = (path, secret) => fetch(address + path, { headers: { Authorization: `Bearer ${secret}` } });

test('a token made in « Mon compte » opens layers and feed, writes nothing, and is taken back', () => as(browser, 'facilitator', async page => {
  await page.goto(`${home}/compte`);
  await settled(page);
  await page.getByLabel('Pour quel programme').fill('Lecteur de flux');
  await page.getByRole('button', { name: 'Faire un jeton' }).click();
  const secret = await page.locator('.note code').first().textContent();
  const feed = await reads('/api/v1/territories/vallee/changes.atom', secret);
  assert.equal(feed.status, 200);
  const text = await feed.text();
  const wellFormed = await page.evaluate(xml => {
    const read = new DOMParser().parseFromString(xml, 'application/xml');
    const ids = [...read.querySelectorAll('entry > id')].map(id => id.textContent);
    return !read.querySelector('parsererror') && ids.length > 0 && new Set(ids).size === ids.length;
  }, text);
  assert.ok(wellFormed, text.slice(0, 500));
  const write = await fetch(`${address}/api/v1/territories/vallee/ideas/x`, { method: 'PUT', headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' }, body: '{"title":"x"}' });
  assert.equal(write.status, 403);
  await page.getByRole('button', { name: 'Reprendre le jeton « Lecteur de flux »' }).click();
  await page.getByText('le programme n’entre plus').waitFor();
  assert.equal((await reads('/api/v1/territories/vallee/changes.atom', secret)).status, 401);
}));

test('outlines come in by the button, are on the map, and go out again', () => as(browser, 'facilitator', async page => {
  await page.goto(`${home}/administration?part=backup`);
  await settled(page);
  const square = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { code: '57999', nom: 'Commune inventée' }, geometry: { type: 'Polygon', coordinates: [[[6.1, 49.3], [6.2, 49.3], [6.2, 49.4], [6.1, 49.4], [6.1, 49.3]]] } }] };
  await page.setInputFiles('input[type=file]', { name: 'communes.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify(square)) });
  const remove = page.getByRole('button', { name: 'Retirer' });
  await remove.waitFor();
  const communes = async () => (await ask(page, '/territories/vallee/map')).body.features.filter(one => one.properties.type === 'commune').length;
  assert.equal(await communes(), 1);
  await remove.click();
  await remove.waitFor({ state: 'detached' });
  assert.equal(await communes(), 0);
}));

test('the log says in words who changed what, from what to what, and leads there', () => as(browser, 'admin', async page => {
  const at = '/territories/vallee/flows', flow = { site: 'V001', direction: 'gives-out', wording: 'sciure du journal', stated: '3 t/an' };
  const made = (await ask(page, `${at}/log-1`, 'PUT', flow)).body;
  await ask(page, `${at}/log-1`, 'PUT', { ...flow, stated: '5 t/an', revision: made.revision });
  await page.goto(`${home}/administration?part=audit`);
  await page.getByText('flux, changement : sciure du journal — Métallerie Orne').waitFor();
  assert.match(await page.locator('tbody tr').first().innerText(), /Quantité, comme dite : 3 t\/an → 5 t\/an/);
  assert.doesNotMatch(await page.locator('tbody').innerText(), /log-1/, 'no raw id');
  await page.getByRole('link', { name: 'sciure du journal — Métallerie Orne' }).first().click();
  await page.getByRole('heading', { name: 'sciure du journal' }).waitFor();
}));

test('long work says of whom, since when, how long and how it ended', () => as(browser, 'admin', async page => {
  await ask(page, '/territories/vallee/whatif', 'POST', { add: [{ name: 'Port d’essai', activity: '52.10B', people: 20, commune: 'Illange' }], remove: [] });
  await page.goto(`${home}/administration?part=jobs`);
  const row = page.locator('tbody tr').filter({ hasText: '+ Port d’essai' });
  await row.getByText('fait', { exact: true }).waitFor({ timeout: 120_000 });
  assert.match(await row.innerText(), /Administrat.*\d+(,\d+)?\s(s|min)/s);
}));

test('the API can be read and tried without leaving the program', () => as(browser, 'facilitator', async page => {
  await page.goto(`${home}/compte`);
  await page.getByRole('link', { name: 'API' }).click();
  await page.getByLabel('Chercher une route').fill('/flows');
  await page.getByText('/api/v1/territories/{t}/flows', { exact: true }).click();
  const route = page.locator('details[open]');
  assert.match(await route.innerText(), /Rôles\s: .*entreprise/i);
  await route.getByRole('button', { name: 'GET' }).click();
  await route.getByText(/^200/).first().waitFor();
  assert.match(await route.locator('pre.answer').innerText(), /"total"/);
}));
