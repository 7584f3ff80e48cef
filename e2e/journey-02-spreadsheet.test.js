// A messy spreadsheet: title lines, free headings, a total; what is understood is shown on the real lines, nothing enters unseen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './page.js';
import { ask, as, home } from './workplace.js';

let browser;
before(async () => { browser = await open(); });
after(() => browser?.close());

const FILE = [
  'site;sens;quoi;quantité;devenir', 'V001;jette;films plastiques étirables propres;800 kg/an;recyclage', 'V001;jette;sangles textiles usées;120 kg/an;', 'V001;jette;huiles usagées;beaucoup trop;',
].join('\r\n');

test('journey 2: what is understood is shown on the real lines, nothing enters unseen, refused lines come back', () => as(browser, 'facilitator', async page => {
  const flows = async () => (await ask(page, '/territories/vallee/flows?q=sangles')).body.total;
  const before_ = await flows();
  await page.goto(`${home}/import`);
  await page.locator('input[type=file]').setInputFiles({ name: 'dechets 2025 v3 DEF.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
  await page.getByRole('heading', { name: 'Colonnes' }).waitFor();
  assert.match(await page.locator('main').innerText(), /sangles textiles usées/, 'the real lines');
  assert.match(await page.locator('main').innerText(), /beaucoup trop/, 'the refused line and why');
  assert.equal(await flows(), before_, 'nothing entered unseen');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Les récupérer/ }).click()]);
  assert.match(file.suggestedFilename(), /dechets|rejet/i);
  assert.equal(await flows(), before_);
}));
