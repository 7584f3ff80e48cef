// The new facilitator: finds the way by keyboard, on a phone, in English; every page is readable by all.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { address, open } from './page.js';
import { as, home, settled } from './workplace.js';

let browser;
before(async () => { browser = await open(); });
after(() => browser?.close());

const PAGES = { facilitator: ['journee', 'pistes', 'pistes?vue=tableau', 'acteurs?open=V001', 'flux?site=V001', 'visite', 'visite?site=V001', 'carte', 'territoire', 'projets', 'references?q=bois', 'administration', 'import'], company: ['chez-nous', 'pistes', 'flux'], authority: ['territoire', 'carte'] };

async function barriers(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map(v => `${v.id}: ${v.help} — ${v.nodes.slice(0, 3).map(n => n.target).join(' ')} ${v.nodes[0]?.any[0]?.message ?? ''}`);
}

for (const [role, pages] of Object.entries(PAGES)) {
  test(`journey 12: no barrier that axe can see, light and dark, ${role}`, () => as(browser, role, async page => {
    const found = [];
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      for (const path of pages) {
        await page.goto(`${home}/${path}`);
        await settled(page);
        for (const one of await barriers(page)) found.push(`${path} ${colorScheme}: ${one}`);
      }
    }
    assert.deepEqual(found, [], found.join('\n'));
  }));
}

test('journey 12: nothing sticks out of a phone, no text is missing, in both languages', () => as(browser, 'facilitator', async page => {
  for (const lang of ['fr', 'en']) {
    await page.evaluate(lang => localStorage.setItem('fe2i.lang', lang), lang);
    for (const path of PAGES.facilitator) {
      await page.goto(`${home}/${path}`);
      await settled(page);
      const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(wide <= room, `${path}: ${wide} px in ${room}`);
      const text = await page.locator('body').innerText();
      for (const slip of ['⟦', 'undefined', 'NaN', '[object']) assert.ok(!text.includes(slip), `${lang} ${path}: « ${slip} » ${text.slice(Math.max(0, text.indexOf(slip) - 40), text.indexOf(slip) + 60)}`);
    }
  }
}, { viewport: { width: 390, height: 844 } }));

test('journey 12: the keyboard goes everywhere', () => as(browser, 'facilitator', async page => {
  await page.goto(`${home}/journee`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const [letter, title] of [['p', 'Pistes et synergies'], ['a', 'Acteurs'], ['f', 'Flux'], ['t', 'Territoire'], ['j', 'Ma journée']]) {
    await page.keyboard.press('g');
    await page.keyboard.press(letter);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  }
  await page.keyboard.press('?');
  await page.getByRole('complementary', { name: 'Touches' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('complementary', { name: 'Touches' }).waitFor({ state: 'detached' });
}));

test('journey 12: the first page is light', () => as(browser, 'facilitator', async page => {
  const sizes = [];
  page.on('response', response => { if (response.url().startsWith(address) && !response.url().includes('/api/')) sizes.push(response.headerValue('content-length')); });
  await page.goto(`${home}/journee`, { waitUntil: 'load' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const bytes = (await Promise.all(sizes)).reduce((sum, one) => sum + Number(one), 0);
  assert.ok(bytes > 10_000 && bytes < 150_000, `${bytes} bytes`);
}));
