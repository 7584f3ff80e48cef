// A messy spreadsheet: title lines, free headings, a total; what is understood is shown on the real lines, nothing enters unseen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './page.js';
import { ask, as, home } from './workplace.js';

let browser;
before(async () => { browser = await open(); });
after(() => browser?.close());

const FILE = [
  'Suivi des déchets 2025;;;;', ';;;;', 'Déchet;qté (t ou m3);exutoire;prestataire;remarque',
  'palettes cassées;12 t/an;recyclage;Bennes & Collecte du Val;', 'cartons;3,5 t/an;recyclage;;', 'films plastiques;800 kg/an;;;', 'huiles usagées;beaucoup;;;', 'TOTAL;16,3;;;',
].join('\r\n');

test('journey 2: a buyer’s file is understood, corrected from a list, entered, and its sender remembered', () => as(browser, 'facilitator', async page => {
  const drop = async () => {
    await page.goto(`${home}/import`);
    await page.locator('input[type=file]').setInputFiles({ name: 'dechets 2025 v3 DEF.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
    await page.getByRole('heading', { name: 'Colonnes' }).waitFor();
  };
  const flows = async () => (await ask(page, '/territories/vallee/flows?q=films+plastiques')).body.total;
  const before_ = await flows();
  await drop();
  const headings = await page.locator('tbody td:first-child').allInnerTexts();
  assert.ok(headings.some(text => /Déchet/.test(text)), headings.join(' | '));
  await page.locator('select').filter({ has: page.locator('option', { hasText: 'Métallerie Orne' }) }).first().selectOption({ label: 'Métallerie Orne' });
  await page.getByRole('textbox').first().fill('achats@exemple.invalid');
  assert.equal(await flows(), before_, 'nothing entered unseen');
  await page.getByRole('button', { name: /Faire entrer/ }).click();
  await page.getByRole('heading', { name: /entrées|entrée/ }).waitFor();
  assert.ok(await flows() > before_);
}));
