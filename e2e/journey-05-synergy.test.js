// A lead becomes a synergy: each company answers on its own page without an account; names appear only when both said yes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, held, open, slow } from './page.js';
import { ask, as, home, watch } from './workplace.js';

let browser;
before(async () => { browser = await open(); });
after(() => browser?.close());

/** Opens a link as somebody who has no account. */
async function stranger(link, work) {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 390, height: 844 }, ...slow });
  const page = await context.newPage();
  await held(context, page);
  const complaints = watch(page);
  await page.goto(link);
  await work(page);
  await context.close();
  assert.deepEqual(complaints, []);
}

test('journey 5: introduced only by two yes, prices sealed', () => as(browser, 'facilitator', async page => {
  const { body: { leads } } = await ask(page, '/territories/vallee/leads?kind=substitution&support=said&stage=new');
  const lead = leads.find(one => new Set(one.sites.map(site => site.id)).size === 2);
  await page.goto(`${home}/pistes?lead=${lead.id}`);
  const sheet = page.getByRole('complementary', { name: 'Piste' });
  await sheet.getByRole('button', { name: 'Proposer' }).click();
  await sheet.getByRole('heading', { name: 'Mise en relation' }).waitFor();
  const links = [];
  for (const at of [0, 1]) {
    await sheet.getByRole('button', { name: 'Inviter' }).first().click();
    await sheet.locator('input[readonly]').nth(at).waitFor();
    links.push(await sheet.locator('input[readonly]').nth(at).inputValue());
  }
  const names = lead.sites.map(site => site.name);

  await stranger(links[0], async own => {
    await own.getByRole('heading', { name: 'Acceptez-vous d’être mis en relation ?' }).waitFor();
    const text = await own.locator('main').innerText();
    assert.equal(names.filter(name => text.includes(name)).length, 1, 'its own side only');
    await own.getByRole('button', { name: 'Oui, mettez-nous en relation' }).click();
    await own.getByText('L’autre n’a pas encore répondu').waitFor();
  });
  await stranger(links[1], async own => {
    await own.getByRole('button', { name: 'Oui, mettez-nous en relation' }).click();
    await own.getByText('Votre partenaire :').waitFor();
  });
  const { body: after_ } = await ask(page, `/territories/vallee/leads/${lead.id}`);
  assert.deepEqual(after_.synergy.invitations.map(one => one.answer), ['accepted', 'accepted']);
  assert.ok(after_.synergy.moves.includes('discussed'));
}));

test('journey 5: a link that was never given opens nothing', () => stranger(`${address}/invite/unknown`, async page => {
  await page.getByRole('alert').waitFor();
}));
