// The worried buyer: sees what others can see of her firm, changes it, downloads all, deletes a contact; sees nobody else's.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './page.js';
import { ask, as, home } from './workplace.js';

let browser;
before(async () => { browser = await open(); });
after(() => browser?.close());

test('journey 9: what can be seen of a firm is listed and can be narrowed, and undone', () => as(browser, 'company', async page => {
  await page.goto(`${home}/chez-nous`);
  await page.getByRole('heading', { name: 'Ce que l’on peut voir de vous' }).waitFor();
  const choice = page.locator('tbody select').first();
  const was = await choice.inputValue();
  const to = was === 'facilitator' ? 'members' : 'facilitator';
  await choice.selectOption(to);
  await page.getByText(/Désormais visible par/).waitFor();
  await page.keyboard.press('z');
  await page.getByText('C’est annulé.').waitFor();
  await page.waitForFunction(value => document.querySelector('tbody select')?.value === value, was);
}));

test('journey 9: the pages of others are not hers', () => as(browser, 'company', async page => {
  await page.goto(`${home}/chez-nous`);
  await page.getByRole('navigation').waitFor();
  for (const name of ['Acteurs', 'Administration', 'Ma journée']) assert.equal(await page.getByRole('link', { name, exact: true }).count(), 0, name);
  const { body } = await ask(page, '/me');
  const own = body.memberships.find(one => one.territory === 'vallee').actor;
  const { body: flows } = await ask(page, '/territories/vallee/flows?limit=1000');
  const { body: actor } = await ask(page, `/territories/vallee/actors/${own}`);
  const sites = actor.sites.map(site => site.id);
  for (const flow of flows.flows) assert.ok(sites.includes(flow.site.id) || !flow.price, `a price of ${flow.site.name}`);
}));
