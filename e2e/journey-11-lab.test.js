// The lab: figures and open data, nobody's flows.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './page.js';
import { ask, as, home } from './workplace.js';

let browser;
before(async () => { browser = await open(); });
after(() => browser?.close());

test('journey 11: a lab reads figures and references, and no company’s name in what it is given', () => as(browser, 'lab', async page => {
  await page.goto(`${home}/territoire`);
  await page.locator('details.tile').first().waitFor();
  const { body: territory } = await ask(page, '/territories/vallee/flows?limit=1000');
  const text = JSON.stringify(territory);
  for (const name of ['Métallerie Orne', 'Aciéries de la Haute-Vallée']) assert.ok(!text.includes(name), `${name} is told to the lab`);
  await page.goto(`${home}/references?q=palette`);
  await page.locator('tbody button').first().click();
  await page.getByRole('complementary').getByRole('heading', { name: 'Sources' }).waitFor();
}));
