// Flux, by keyboard alone: the site, the words, and what must be answered before a line is kept.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './page.js';
import { as, ask, home, settled } from './workplace.js';

let browser;
before(async () => { browser = await open(); });
after(() => browser?.close());

const flows = async page => (await ask(page, '/territories/vallee/flows?site=V001&limit=500')).body.flows;
const focused = (page, name) => page.waitForFunction(name => document.activeElement?.textContent?.trim() === name || document.activeElement?.getAttribute('aria-label') === name, name);

test('part of a name and Enter choose the site; what is kept is what was shown', () => as(browser, 'facilitator', async page => {
  await page.goto(`${home}/flux`);
  await settled(page);
  await page.getByLabel('Choisir un site').first().click();
  await page.keyboard.type('Métall');
  await page.keyboard.press('Enter');
  await focused(page, 'En toutes lettres');
  const known = (await flows(page)).length;
  await page.keyboard.type('on cherche un cariste le mardi');
  await page.locator('.reading option:checked').filter({ hasText: 'cariste' }).waitFor({ state: 'attached' });
  assert.equal(await page.locator('form.entry select').first().inputValue(), 'needs', 'the words tell the direction');
  await page.keyboard.press('Enter');
  await focused(page, 'C’est autre chose, garder');
  await page.keyboard.press('Enter');
  await page.getByText('Gardé chez Métallerie Orne').waitFor();
  const after = await flows(page), kept = after.find(one => one.stated === 'un cariste le mardi');
  assert.equal(after.length, known + 1);
  assert.deepEqual([kept.direction, kept.resource.name], ['needs', 'cariste']);
}));

test('a price asks who pays, a second entry of the same thing asks whether it is one, and neither is lost', () => as(browser, 'facilitator', async page => {
  await page.goto(`${home}/flux?site=V001`);
  await settled(page);
  const line = page.getByLabel('En toutes lettres').first(), known = (await flows(page)).length;
  await line.fill('palettes perdues une benne 30m3 par semaine, repris 45 €/t par le prestataire');
  await line.press('Enter');
  await focused(page, 'payé');
  assert.equal((await flows(page)).length, known, 'nothing is kept before it is answered');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await focused(page, 'C’est autre chose, garder');
  assert.match(await page.locator('.questions').innerText(), /palettes perdues cassées/);
  await page.keyboard.press('Enter');
  await page.getByText('Gardé chez Métallerie Orne').waitFor();
  const kept = (await flows(page)).find(one => one.wording === 'palettes perdues');
  assert.ok(kept.price_sealed, 'the price is kept, sealed');
  assert.equal(kept.fate, 'repris par le prestataire');
}));

test('a site without a place is told so, and gets one by its commune', () => as(browser, 'facilitator', async page => {
  const path = '/territories/vallee/sites/essai-sans-lieu';
  const made = await ask(page, path, 'PUT', { actor: 'V001', name: 'Dépôt sans lieu' });
  assert.equal(made.status, 200);
  await page.goto(`${home}/acteurs?open=essai-sans-lieu`);
  const sheet = page.getByRole('complementary', { name: 'Site' });
  await sheet.getByText('Ce site n’a pas de lieu').waitFor();
  await sheet.getByRole('button', { name: 'Modifier' }).click();
  await sheet.getByLabel('Commune').fill('Florange');
  await sheet.getByRole('button', { name: 'Enregistrer' }).click();
  await sheet.getByText('Ce site n’a pas de lieu').waitFor({ state: 'detached' });
  const site = (await ask(page, path)).body;
  assert.deepEqual([site.commune, site.precision, Math.round(site.lat)], ['Florange', 'commune', 49]);
  assert.equal((await ask(page, `${path}?revision=${site.revision}`, 'DELETE')).status, 200);
}));
