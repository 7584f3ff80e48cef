// The page that `fe2i diagnose` writes of the invented valley, as a person meets it: mouse or keyboard, wide or narrow, French or English, screen or paper.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { onPage as onAnyPage, open } from './page.js';
import { serve } from './reports.js';

let browser, reports;
before(async () => { reports = await serve(); browser = await open(); });
after(async () => { await browser?.close(); reports?.close(); });
const onPage = (browser, options, test) => onAnyPage(browser, { base: reports.address, ...options }, test);

const visible = (page, selector) => page.locator(selector).filter({ visible: true });
const shown = page => visible(page, 'ol.leads > li');
const unfold = page => page.locator('#more > summary').click();

test('the page opens without a complaint and says what it is', () => onPage(browser, {}, async page => {
  assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
  assert.match(await page.title(), /\S/);
  assert.equal(await page.locator('h1').count(), 1);
  assert.equal(await shown(page).count(), 10, 'the first leads stand open');
  assert.ok(await visible(page, 'tr[data-row]').count() > 20, 'the ranking lists them all');
  await unfold(page);
  assert.ok(await shown(page).count() > 20, 'leads are listed');
  for (const link of await page.locator('nav a[href^="#"]').all()) {
    const target = await link.getAttribute('href');
    assert.equal(await page.locator(target).count(), 1, `${target} is somewhere`);
  }
}));

test('the invented territory says that it is invented', () => onPage(browser, {}, async page => {
  const warning = page.getByRole('note').first();
  assert.ok(await warning.isVisible());
  assert.match(await warning.innerText(), /invent/i);
  assert.match(await page.locator('header').first().innerText(), /fortuite/);
}));

test('the keyboard alone reaches the first lead and opens it', () => onPage(browser, {}, async page => {
  const first = shown(page).first();
  const limit = await page.locator('a[href], button, input, select, summary, [tabindex="0"]').count();
  const onFirst = () => first.evaluate(lead => lead.querySelector('summary') === document.activeElement);
  let presses = 0;
  while (!(await onFirst()) && presses++ < limit) await page.keyboard.press('Tab');
  assert.ok(await onFirst(), `not reached after ${presses} presses of Tab`);
  const focus = await first.locator('summary').evaluate(element => getComputedStyle(element).outlineStyle);
  assert.notEqual(focus, 'none', 'focus can be seen');
  await page.keyboard.press('Enter');
  assert.ok(await first.locator('.facts li').first().isVisible(), 'its facts are shown');
}));

test('the skip link goes past the navigation', () => onPage(browser, {}, async page => {
  await page.keyboard.press('Tab');
  const target = await page.evaluate(() => document.activeElement.getAttribute('href'));
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => location.hash), target);
}));

test('a lead gives its reasons, its figures, the law and the question', () => onPage(browser, {}, async page => {
  const first = shown(page).first();
  await first.locator('summary').first().click();
  assert.equal(await first.locator('.body h3').count(), 4);
  for (const part of await first.locator('.body > div').all()) {
    const text = (await part.innerText()).trim().split('\n');
    assert.ok(text.length > 1, `empty: ${text[0]}`);
  }
}));

test('no lead shows a number that is none', () => onPage(browser, {}, async page => {
  const text = await page.locator('main').innerText();
  for (const slip of ['NaN', 'undefined', 'null', '{$', 'Some(', 'None']) assert.ok(!text.includes(slip), `« ${slip} » on the page`);
}));

test('the filters narrow the list, the count follows, an empty list says so', () => onPage(browser, {}, async page => {
  await unfold(page);
  const all = await shown(page).count();
  const form = page.getByRole('search');
  const count = async () => Number((await page.locator('#shown').innerText()).replace(/\D/g, ''));
  assert.equal(await count(), all);

  const kinds = form.locator('input[name="kind"]');
  const kind = await shown(page).first().getAttribute('data-kind');
  await form.locator(`input[name="kind"][value="${kind}"]`).uncheck();
  assert.equal(await page.locator(`ol.leads > li[data-kind="${kind}"]`).filter({ visible: true }).count(), 0);
  assert.equal(await count(), await shown(page).count());
  assert.ok(await count() < all);
  for (const box of await kinds.all()) await box.check();
  assert.equal(await count(), all);

  await form.locator('input[name="text"]').fill('PALETTES');
  const found = await shown(page).count();
  assert.ok(found > 0 && found < all, `${found} of ${all}`);
  await form.locator('input[name="text"]').fill('xqzzv');
  assert.equal(await shown(page).count(), 0);
  assert.ok(await page.locator('#none').isVisible());
}));

test('French and English are the same page in two languages', async () => {
  const read = path => {
    let seen;
    return onPage(browser, { path }, async page => {
      seen = { lang: await page.locator('html').getAttribute('lang'), title: await page.locator('#leads h2').innerText(), leads: await shown(page).evaluateAll(list => list.map(lead => lead.dataset.lead)) };
    }).then(() => seen);
  };
  const [french, english] = [await read('/'), await read('/en')];
  assert.deepEqual([french.lang, english.lang], ['fr', 'en']);
  assert.notEqual(french.title, english.title);
  assert.deepEqual(french.leads, english.leads);
});

for (const [name, path] of [['French', '/'], ['English', '/en']]) {
  test(`no barrier that axe can see, ${name}`, () => onPage(browser, { path }, async page => {
    // What is folded away is looked at too.
    await page.evaluate(() => [...document.querySelectorAll('details')].slice(0, 8).forEach(one => { one.open = true; }));
    await page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
      const told = violations.map(v => `${v.id} (${v.impact}): ${v.help}\n    ${v.nodes.slice(0, 4).map(n => `${n.target} ${n.any[0]?.message ?? ''}`).join('\n    ')}`);
      assert.deepEqual(told, [], `${colorScheme}:\n${told.join('\n')}`);
    }
  }));
}

for (const width of [390, 768, 1280]) {
  test(`nothing sticks out at ${width} px`, () => onPage(browser, { viewport: { width, height: 844 } }, async page => {
    await page.evaluate(() => [...document.querySelectorAll('details')].slice(0, 8).forEach(one => { one.open = true; }));
    const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    const culprits = await page.evaluate(() => [...document.querySelectorAll('main *, header *')]
      .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll, svg, .hidden'))
      .slice(0, 5).map(e => `${e.tagName}.${e.className}`));
    assert.ok(wide <= room, `${wide} px of content in ${room}: ${culprits.join(', ')}`);
  }));
}

test('on paper the controls are gone and the leads are there', () => onPage(browser, {}, async page => {
  await page.emulateMedia({ media: 'print' });
  for (const control of ['nav', 'form.filters', 'button', 'input']) {
    assert.equal(await visible(page, control).count(), 0, `${control} is printed`);
  }
  await page.waitForFunction(() => document.querySelector('#more').open);
  assert.ok(await shown(page).count() > 20);
  assert.ok(await page.getByRole('note').first().isVisible(), 'the warning is printed');
  const pdf = await page.pdf({ format: 'A4' });
  assert.ok(pdf.length > 20_000);
}));

test('without script the leads can still be read', () => onPage(browser, { javaScriptEnabled: false }, async page => {
  assert.ok(await page.locator('ol.leads > li').count() > 20);
  await page.locator('ol.leads > li summary').first().click();
  assert.ok(await page.locator('ol.leads > li .facts li').first().isVisible());
}));

test('a line of the ranking opens its lead, also one that is folded away', () => onPage(browser, {}, async page => {
  await page.locator('tr[data-row="30"] a').click();
  const lead = page.locator('ol.leads > li[data-lead="30"]');
  assert.ok(await lead.locator('.facts li').first().isVisible());
}));
