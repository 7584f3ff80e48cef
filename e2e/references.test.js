// The knowledge base: every fact with its source, and the territory's own figures over the common ones.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './page.js';
import { ask, as, home } from './workplace.js';

let browser;
before(async () => { browser = await open(); });
after(() => browser?.close());

const FIGURE = 'processing.baling';

test('references: a quote from here takes the place of a common figure, with its source, and can be taken back', () => as(browser, 'facilitator', async page => {
  await page.goto(`${home}/references?q=balles&kind=figure&open=figure/${FIGURE}`);
  await page.getByRole('button', { name: 'Mettre une valeur d’ici' }).click();
  await page.getByLabel('Bas').fill('18,5');
  await page.getByLabel('Milieu').fill('20');
  await page.getByLabel('Haut').fill('24');
  await page.getByLabel('D’où on le sait').fill('devis de presse, mars 2026');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.locator('.note', { hasText: 'devis de presse, mars 2026' }).waitFor();
  const [own] = (await ask(page, '/territories/vallee/overrides')).body;
  assert.deepEqual([own.figure, own.range.low, own.range.high], [FIGURE, 18.5, 24]);
  assert.ok(own.common.mid !== own.range.mid, 'the common value is still told');
  await page.getByRole('button', { name: 'Revenir à la valeur commune' }).click();
  await page.getByText('La valeur commune sert ici', { exact: false }).waitFor();
  assert.deepEqual((await ask(page, '/territories/vallee/overrides')).body, []);
}));

test('references: who only reads figures is not offered to change them', () => as(browser, 'authority', async page => {
  await page.goto(`${home}/references?open=figure/${FIGURE}`);
  await page.getByText('La valeur commune sert ici', { exact: false }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Mettre une valeur d’ici' }).count(), 0);
}));
