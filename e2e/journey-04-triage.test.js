// Triage by keyboard: j and k, p proposes, e puts off, x and a number set aside; z undoes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './page.js';
import { ask, as, home } from './workplace.js';

let browser;
before(async () => { browser = await open(); });
after(() => browser?.close());

const rows = page => page.locator('li[data-lead]');
const current = page => page.locator('li[data-lead].current').getAttribute('data-lead');
const stage = async (page, id) => (await ask(page, `/territories/vallee/leads/${id}`)).body;

test('journey 4: each lead is a sentence and four figures with ranges', () => as(browser, 'facilitator', async page => {
  await page.goto(`${home}/pistes?stage=new`);
  await rows(page).first().waitFor();
  const first = rows(page).first();
  assert.ok((await first.locator('.sentence').innerText()).length > 30);
  assert.equal(await first.locator('.figure').count(), 4);
  await page.keyboard.press('o');
  const sheet = page.getByRole('complementary', { name: 'Piste' });
  await sheet.getByText('Sur quoi ça repose').waitFor();
  assert.ok(await sheet.locator('.facts li').count() > 1, 'the chain of facts');
}));

test('journey 4: keys move, propose, put off, set aside with a numbered reason, and undo', () => as(browser, 'facilitator', async page => {
  await page.goto(`${home}/pistes?stage=new`);
  await rows(page).first().waitFor();
  const first = await current(page);
  await page.keyboard.press('j');
  const second = await current(page);
  assert.notEqual(first, second);
  await page.keyboard.press('k');
  assert.equal(await current(page), first);

  await page.keyboard.press('p');
  await page.getByText('Piste proposée.').waitFor();
  assert.equal((await stage(page, first)).stage, 'proposed');

  const late = await current(page);
  await page.keyboard.press('e');
  await page.getByText('Remise à dans deux semaines.').waitFor();
  assert.ok((await stage(page, late)).due, 'has a date');

  const aside = await current(page);
  await page.keyboard.press('x');
  await page.getByText('trop loin', { exact: false }).first().waitFor();
  await page.keyboard.press('4');
  await page.getByText('Mise de côté : trop loin.').waitFor();
  const after_ = await stage(page, aside);
  assert.deepEqual([after_.stage, after_.reason], ['set-aside', 'too-far']);

  await page.keyboard.press('z');
  await page.getByText('C’est annulé.').waitFor();
  assert.equal((await stage(page, aside)).stage, 'detected');
}));

test('journey 4: in the whole list the place goes on after what was just treated', () => as(browser, 'facilitator', async page => {
  await page.goto(`${home}/pistes`);
  await rows(page).first().waitFor();
  const listed = async () => (await rows(page).evaluateAll(all => all.map(one => one.dataset.lead)));
  for (let i = 0; i < 8; i++) await page.keyboard.press('j');
  const treated = [];
  for (let turn = 0; turn < 3; turn++) {
    const before = await current(page);
    assert.ok(!treated.includes(before), `turn ${turn} comes back to what was treated`);
    treated.push(before);
    await page.keyboard.press('e');
    await page.getByText('Remise à dans deux semaines.').last().waitFor();
    // What was put off comes back in a list of all stages, at its own rank.
    await page.waitForFunction(id => document.querySelector(`li[data-lead="${id}"]`), before);
  }
  assert.ok((await listed()).includes(treated[0]));
  await rows(page).nth(2).click();
  await page.getByRole('complementary', { name: 'Piste' }).waitFor();
  await page.goBack();
  await page.getByRole('complementary', { name: 'Piste' }).waitFor({ state: 'detached' });
  assert.ok(page.url().includes('/pistes'), 'the way back closes the sheet and stays here');
}));

test('journey 4: several at once', () => as(browser, 'facilitator', async page => {
  await page.goto(`${home}/pistes?stage=new`);
  await rows(page).nth(3).waitFor();
  await page.keyboard.press(' ');
  await page.keyboard.press(' ');
  await page.getByText('2 cochées').waitFor();
  await page.keyboard.press('x');
  await page.keyboard.press('3');
  await page.getByText('2 mises de côté : trop peu.').waitFor();
}));
