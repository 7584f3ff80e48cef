// A messy spreadsheet: title lines, free headings, a total; headings are corrected from a list, refused lines come back, and the next file
// of the same sender needs no correction.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './page.js';
import { ask, as, home } from './workplace.js';

let browser;
before(async () => { browser = await open(); });
after(() => browser?.close());

const TITLES = ['Suivi bennes — usine;;;', ';;;', 'truc évacué;qté (t ou m3);benne;parti chez'];
const lines = (...lines) => Buffer.from([...TITLES, ...lines, 'TOTAL;99;;'].join('\r\n'));
const FILE = lines('sangles textiles usées;12;;Tri du Val', 'films étirables propres;3,5;;Tri du Val', 'huiles usagées;beaucoup trop;;Centre');
const NEXT = lines('chutes de mousse;2;;Tri du Val');
const drop = (page, name, buffer) => page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });

test('journey 2: three headings corrected from a list, refused lines come back, the next file needs no correction', () => as(browser, 'facilitator', async page => {
  const flows = async word => (await ask(page, `/territories/vallee/flows?q=${word}`)).body.total;
  assert.equal(await flows('sangles'), 0);
  await page.goto(`${home}/import`);
  await drop(page, 'dechets 2025 v3 DEF.csv', FILE);
  await page.getByRole('heading', { name: 'Colonnes' }).waitFor();
  for (const [heading, field] of [['truc évacué', 'wording'], ['qté (t ou m3)', 'quantity:t'], ['benne', ''], ['parti chez', 'destination']]) {
    const answered = page.waitForResponse(response => response.url().endsWith('/confirm'));
    const select = page.getByLabel(`« ${heading} »`, { exact: false });
    if (await select.inputValue() === field) { void answered.catch(() => undefined); continue; }
    await select.selectOption(field);
    await answered;
  }
  await page.getByLabel('À qui est ce fichier ?').selectOption('V012');
  await page.getByLabel('Expéditeur', { exact: false }).fill('achats');
  await page.getByText('sangles textiles usées').first().waitFor();
  const said = await page.locator('main').innerText();
  assert.match(said, /beaucoup trop/, 'the refused line and why');
  assert.doesNotMatch(said, /TOTAL/, 'a total is no flow');
  assert.equal(await flows('sangles'), 0, 'nothing entered unseen');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Les récupérer/ }).click()]);
  assert.match(file.suggestedFilename(), /dechets.*rejets/i);
  await page.getByRole('button', { name: /Faire entrer/ }).click();
  await page.getByRole('link', { name: 'Voir les pistes' }).waitFor({ timeout: 60_000 });
  const entered = (await ask(page, '/territories/vallee/flows?q=sangles')).body.flows[0];
  assert.equal(entered.site.id, 'V012');
  assert.equal(entered.tonnes.mid, 12);
  await drop(page, 'dechets 2026.csv', NEXT);
  await page.getByText('chutes de mousse').first().waitFor();
  assert.equal(await page.getByLabel('« truc évacué »', { exact: false }).inputValue(), 'wording', 'remembered');
  assert.equal(await page.getByLabel('À qui est ce fichier ?').inputValue(), 'V012');
  assert.equal(await page.locator('select.doubt').count(), 0, 'no correction needed');
}));
