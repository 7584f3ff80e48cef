// The new facilitator: finds the way by keyboard, on a phone, in English; every page is readable by all.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { address, open } from './page.js';
import { as, ask, home, settled } from './workplace.js';

let browser;
before(async () => { browser = await open(); });
after(() => browser?.close());

/** Every page with what opens beside it, by role; `LEAD` is the best lead. */
const PAGES = {
  facilitator: ['journee', 'pistes', 'pistes?lead=LEAD', 'pistes?vue=tableau', 'acteurs?open=V001', 'flux?site=V001', 'visite', 'visite?site=V001', 'carte', 'carte?open=V001', 'territoire', 'filieres', 'filieres/wood-boiler', 'projets?open=demo-palettes', 'projets?open=nouveau', 'references?q=bois', 'references?open=figure/processing.baling', 'administration', 'import', 'compte'],
  admin: ['people', 'audit', 'jobs', 'backup', 'territories'].map(part => `administration?part=${part}`),
  company: ['chez-nous', 'pistes?lead=LEAD', 'flux', 'projets?open=demo-palettes'],
  insertion: ['chez-nous'],
  authority: ['territoire', 'carte'],
};

async function barriers(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map(v => `${v.id}: ${v.help} — ${v.nodes.slice(0, 3).map(n => n.target).join(' ')} ${v.nodes[0]?.any[0]?.message ?? ''}`);
}

/** What a person would press or read that lies past the right edge; tables and boards that scroll by themselves may. */
const beyond = page => page.evaluate(() => [...document.querySelectorAll('button, a, select, input, textarea, h1, h2')].filter(one => {
  const box = one.getBoundingClientRect();
  const scrolls = node => node && (['TABLE', 'UL', 'OL'].includes(node.tagName) || node.matches('.board, .scroll')) && ['auto', 'scroll'].includes(getComputedStyle(node).overflowX);
  let within = one.parentElement;
  while (within && !scrolls(within)) within = within.parentElement;
  return box.width > 0 && box.right > innerWidth + 1 && !within;
}).map(one => `past the edge: ${one.tagName} ${(one.getAttribute('aria-label') ?? one.textContent ?? '').slice(0, 40)}`));

for (const [role, pages] of Object.entries(PAGES)) {
  for (const [width, schemes] of [[1400, ['light', 'dark']], [390, ['light']]]) {
    test(`journey 12: no barrier that axe can see, ${role}, ${width} px`, () => as(browser, role, async page => {
      const found = [];
      const lead = (await ask(page, '/territories/vallee/leads?limit=1')).body.leads?.[0]?.id ?? '';
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        for (const path of pages) {
          await page.goto(`${home}/${path.replace('LEAD', encodeURIComponent(lead))}`);
          await settled(page);
          for (const one of [...await barriers(page), ...await beyond(page)]) found.push(`${path} ${colorScheme}: ${one}`);
        }
      }
      assert.deepEqual(found, [], found.join('\n'));
    }, { viewport: { width, height: width === 390 ? 844 : 900 } }));
  }
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
