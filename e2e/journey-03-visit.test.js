// The visit: lines typed without network are read on the device, wait there, and are sent when the network is back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './page.js';
import { ask, as, home } from './workplace.js';

let browser;
before(async () => { browser = await open(); });
after(() => browser?.close());

test('journey 3: a line typed without network is understood, kept, and sent later', () => as(browser, 'facilitator', async (page, context) => {
  await page.goto(`${home}/visite?site=V001`);
  await page.getByRole('heading', { level: 1, name: 'Métallerie Orne' }).waitFor();
  const total = async () => (await ask(page, '/territories/vallee/flows?site=V001&q=palettes')).body.total;
  const before_ = await total();
  await context.setOffline(true);
  const line = page.getByLabel('Ce qu’on vous dit');
  await line.fill('palettes perdues une benne 30m3 par semaine, repris 45 €/t par le prestataire');
  await page.locator('.reading').first().waitFor();
  assert.match(await page.locator('.reading').first().innerText(), /1.560.m³|t\/an/);
  await line.press('Enter');
  // Who pays is asked here and now: nobody can ask later.
  await page.getByRole('button', { name: 'payé' }).click();
  await page.getByText('1 ligne attend').waitFor();
  await context.setOffline(false);
  await page.getByText('tout est envoyé').waitFor();
  assert.equal(await total(), before_ + 1);
}, { viewport: { width: 390, height: 844 } }));
