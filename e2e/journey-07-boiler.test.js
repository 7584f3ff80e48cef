// The boiler: pick pallet wood, see who could supply and where heat is wanted, plan, choose a point of the front, read who gains what, take
// the dossier along.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { open } from './page.js';
import { as, ask, home } from './workplace.js';

let browser;
before(async () => { browser = await open(); });
after(() => browser?.close());

/** Complaints of axe at the page as it stands. */
async function faults(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] }));
  return violations.map(v => `${v.id}: ${v.nodes.map(node => node.html.slice(0, 160)).join(' | ')}`);
}

/** Asks for the boiler and waits for its study. */
async function planned(page) {
  await page.goto(`${home}/filieres/wood-boiler`);
  await page.getByRole('heading', { name: /\d+ apports/ }).waitFor();
  await page.getByLabel(/plan prudent/).check();
  await page.getByRole('button', { name: 'Calculer le plan' }).click();
  await page.getByRole('heading', { name: 'Choisir un point' }).waitFor({ timeout: 240_000 });
}

test('journey 7: the leads suggest the boiler; its question lists supplies with ranges and seasons, sites with a heat load', () => as(browser, 'facilitator', async page => {
  await page.goto(`${home}/filieres`);
  await page.getByRole('heading', { name: 'Suggérées par les pistes' }).waitFor({ timeout: 60_000 });
  await page.getByRole('heading', { name: /ne permet pas encore, et pourquoi/ }).waitFor();
  assert.ok(await page.getByText('personne ne donne').first().isVisible(), 'what is not possible says why without being unfolded');
  assert.deepEqual(await faults(page), []);
  await page.locator('.cards').getByRole('link', { name: /chaufferie bois/ }).first().click();
  await page.getByRole('heading', { name: /\d+ apports/ }).waitFor();
  const supplies = await page.locator('table tbody tr').count();
  assert.ok(supplies >= 30, `${supplies} supplies`);
  assert.ok(await page.locator('table .bar').count() >= supplies, 'ranges drawn');
  assert.ok(await page.locator('table svg[role=img]').count() + await page.getByText('non dite').count() >= supplies, 'seasons drawn, or said to be unknown');
  await page.getByRole('heading', { name: /^\d+ lieux pesés sur \d+ possibles$/ }).waitFor();
  assert.ok(await page.getByText('prix donné, scellé').count() >= 1, 'who gave a price is told that it stays sealed');
  assert.ok(await page.locator('.spots li').filter({ hasText: /Besoin [\d\s]+ MWh/ }).count() >= 3, 'sites with a heat load');
  assert.deepEqual(await faults(page), []);
}));

test('journey 7: the front, the point with two insertion posts more, who gains what, the dossier', () => as(browser, 'facilitator', async page => {
  await planned(page);
  const points = page.locator('.point');
  assert.ok(await points.count() >= 2, 'a choice');
  const hours = async ix => Number((await points.nth(ix).innerText()).match(/([\d\s]+)\sh d’insertion/)[1].replace(/\D/g, ''));
  const first = await hours(0);
  const all = await Promise.all([...Array(await points.count()).keys()].map(hours));
  const more = all.findIndex(h => h - first >= 2 * 1505);
  assert.ok(more > 0, `a point with two posts more: ${all}`);
  const said = Number((await page.getByText(/^\d+ plans\. Chacun est là/).innerText()).match(/^\d+/)[0]);
  assert.deepEqual([said, await page.locator('.front svg circle').count(), await page.locator('.front svg .name').count()], [all.length, all.length, all.length], 'as many plans said, drawn and numbered as listed');
  const across = await page.locator('.front svg .tick[text-anchor=middle]').allTextContents();
  assert.ok(across.length >= 3 && across.every(tick => !/[−-]/.test(tick)), `hours and tonnes avoided are never below zero: ${across}`);
  assert.equal(await page.locator('.point .chip').filter({ hasText: 'plan prudent' }).count(), 1, 'the careful plan is one of the points');
  await page.getByText(/Plan prudent\s:.*pire dixième/s).waitFor();
  // By keyboard, as by a click on the drawing.
  await points.nth(0).locator('input').focus();
  for (let step = 0; step < more; step += 1) await page.keyboard.press('ArrowDown');
  assert.ok(await points.nth(more).locator('input').isChecked());
  assert.match(await points.nth(more).innerText(), /laisse [\d\s]+€ de gain par an.*heures d’insertion de plus par an, soit [\d\s,]+€ l’heure/s);
  for (const title of [/^Carte$/, /^D’où cela vient/, /^Apports et besoins/, /^Trésorerie/, /^Qui gagne quoi$/, /^Emplois$/, /^Collecte commune$/]) await page.getByRole('heading', { name: title }).first().waitFor();
  await page.getByText('Temps de retour').first().waitFor();
  await page.getByText('Coût complet de la production').waitFor();
  await page.getByText('Seuil d’équilibre demandé aux apporteurs').waitFor();
  assert.match(await page.locator('.partners').innerText(), /seul,? .*ensemble/s);
  assert.doesNotMatch(await page.locator('.partners').innerText(), /vous payez 0\s€/, 'a usual price is no invoice');
  assert.match(await page.locator('.kinds').innerText(), /ACI.*montant en vigueur depuis le/s);
  await page.getByRole('img', { name: /Gain annuel si un prix bouge/ }).waitFor();
  assert.deepEqual(await faults(page), []);
  for (const [name, start] of [['Dossier PDF', '%PDF'], ['Dossier XLSX', 'PK'], ['PDF partenaires', '%PDF']]) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
    assert.equal(readFileSync(await file.path()).subarray(0, start.length).toString(), start, name);
  }
}));

test('journey 7: a stopped search keeps the best plan so far', () => as(browser, 'facilitator', async page => {
  await page.goto(`${home}/filieres/wood-boiler`);
  await page.getByRole('button', { name: 'Calculer le plan' }).click();
  const stop = page.getByRole('button', { name: /Arrêter/ });
  const done = page.getByRole('heading', { name: /Choisir un point|Rien n’ouvre/ });
  // A quick machine may be done before anybody can stop it.
  await stop.or(done).first().waitFor();
  if (await stop.isVisible()) await stop.click({ timeout: 2_000 }).catch(() => {});
  await done.or(page.getByText('Rien n’ouvre')).first().waitFor({ timeout: 240_000 });
}));

test('journey 7: on a phone nothing runs over the edge', () => as(browser, 'facilitator', async page => {
  await page.goto(`${home}/filieres`);
  await page.getByRole('link', { name: /chaufferie bois/i }).first().click();
  await page.waitForURL(/filieres\//);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'question or study');
  await page.goto(`${home}/filieres`);
  const study = page.locator('a[href*="/filieres/etude/"]').first();
  await study.click();
  await page.getByRole('heading', { name: /Choisir un point|Rien n’ouvre|chaufferie/i }).first().waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'study');
}, { viewport: { width: 390, height: 844 }, hasTouch: true }));

test('journey 7: a company sees no chain of others', () => as(browser, 'company', async page => {
  assert.equal((await ask(page, '/territories/vallee/chains')).status, 403);
  assert.equal((await ask(page, '/territories/vallee/chains/wood-boiler/question')).status, 403);
  assert.equal((await ask(page, '/territories/vallee/chains', 'POST', { plant: 'wood-boiler' })).status, 403);
}));
