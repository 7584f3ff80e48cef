// The committee: figures that open on where they come from, the Sankey, the map, « et si ? ».
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './page.js';
import { as, home } from './workplace.js';

let browser;
before(async () => { browser = await open(); });
after(() => browser?.close());

test('journey 6: any figure opens on where it comes from', () => as(browser, 'facilitator', async page => {
  await page.goto(`${home}/territoire`);
  const tile = page.locator('details.tile').filter({ hasText: 'Tonnes rejetées' }).first();
  await tile.locator('summary').click();
  assert.match(await tile.locator('div').innerText(), /Somme de \d+ flux dits.*(mesuré|registre|déclaré) \d+/s, 'how each flow is known');
  await tile.getByRole('link', { name: 'Lire ces flux' }).waitFor();
  await page.getByRole('img', { name: /Diagramme/ }).waitFor();
  assert.ok(await page.locator('svg path').count() > 3, 'ribbons');
}));

test('journey 6: the map is drawn without any other server and says what is missing', () => as(browser, 'facilitator', async page => {
  await page.goto(`${home}/carte`);
  await page.locator('.map[data-ready=true]').waitFor();
  assert.match(await page.locator('.legend').innerText(), /sites/);
  assert.match(await page.locator('.legend').innerText(), /au 30 juin 2026/);
}));

test('journey 6: and if the steelworks closes? and the river port?', () => as(browser, 'facilitator', async page => {
  await page.goto(`${home}/territoire`);
  await page.locator('#et-si').getByLabel('Choisir un site').fill('Aciéries de la Haute-Vallée');
  await page.getByRole('button', { name: /Retirer Aciéries/ }).waitFor();
  await page.getByLabel('Nom', { exact: true }).fill('Port fluvial');
  await page.getByLabel('Code NAF').fill('52.10B');
  await page.getByLabel('Effectif').fill('200');
  await page.getByRole('button', { name: 'Voir ce qui change' }).click();
  await page.getByText(/de moins\./).waitFor({ timeout: 120_000 });
  assert.match(await page.locator('#et-si .big').innerText(), /\d+/);
}));
