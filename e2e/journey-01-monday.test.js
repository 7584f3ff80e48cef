// Monday, 8:21: what is due, why, what to say; one line, one date, the next card is there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './page.js';
import { ask, as, home } from './workplace.js';

let browser;
before(async () => { browser = await open(); });
after(() => browser?.close());

test('journey 1: a demonstration account is one click away and its home is the day', () => as(browser, 'facilitator', async page => {
  await ask(page, '/session', 'DELETE');
  await page.goto(home);
  await page.getByRole('button', { name: /animat/i }).click();
  await page.getByRole('heading', { level: 1, name: 'Ma journée' }).waitFor();
  assert.match(page.url(), /\/t\/\w+\/journee$/);
}));

test('journey 1: a card says why now and what to say; a sentence and two keys bring the next one', () => as(browser, 'facilitator', async page => {
  await page.goto(`${home}/journee`);
  const card = page.locator('article.now');
  const why = await card.locator('h2').innerText();
  assert.ok(why.length > 10, why);
  assert.ok((await page.locator('ol.next > li').count()) <= 8, 'never a list of 500');
  const { body: before_ } = await ask(page, '/territories/vallee/day');
  const done = before_.queue[0];

  await page.keyboard.press('n');
  await page.keyboard.type('Il livre un échantillon lundi, humidité 25 %.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('2');
  await page.getByText(/Noté\. Prochaine fois/).waitFor();
  await page.waitForFunction(old => document.querySelector('article.now h2')?.textContent !== old, why);

  if (done.lead) {
    const { body: lead } = await ask(page, `/territories/vallee/leads/${done.lead}`);
    assert.ok(lead.synergy.log.some(one => one.text.includes('humidité 25')), 'the line is in the log');
    assert.ok(lead.due > before_.today, lead.due);
  }
}));
