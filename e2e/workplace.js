// The workplace of a running `fe2i demo`, entered as a person of a role, in a browser without a past.
import assert from 'node:assert/strict';
import { address, held, slow } from './page.js';

/** The invented territory everything here happens on. */
export const home = `${address}/t/vallee`;

/**
 * Enters as `role` by the demonstration's button, runs `test(page, context)`, and fails on any complaint of the browser: console, script,
 * request to elsewhere, answer of 500 or more. Answers that a test provokes (409, 422) are its own to check.
 */
export async function as(browser, role, test, options = {}) {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1400, height: 900 }, acceptDownloads: true, ...slow, ...options });
  const page = await context.newPage();
  await held(context, page);
  const complaints = watch(page);
  try {
    await page.goto(address);
    await page.locator('.roles button').first().waitFor();
    await page.evaluate(async role => {
      const answer = await fetch('/api/v1/session/demo', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ role }) });
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    }, role);
    complaints.length = 0;
    await test(page, context);
  } finally {
    await context.close();
  }
  assert.deepEqual(complaints, []);
}

/** Notes what a page complains of. */
export function watch(page) {
  const complaints = [];
  const own = url => url.startsWith(address) || /^(data|blob):/.test(url);
  page.on('console', message => {
    const expected = /the server responded with a status of 4\d\d|net::ERR_(INTERNET_DISCONNECTED|FAILED)|GPU stall|GL Driver|Service Worker registration blocked/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !expected) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', error => complaints.push(`script: ${error.message}`));
  page.on('request', request => own(request.url()) || complaints.push(`elsewhere: ${request.url()}`));
  page.on('response', response => response.status() >= 500 && complaints.push(`${response.status()}: ${response.url()}`));
  return complaints;
}

/** Waits until the page has its heading and nothing of it is still being loaded, twice in a row: one part may ask for the next. */
export async function settled(page) {
  const still = () => page.evaluate(() => Boolean(document.querySelector('h1') && !document.querySelector('.wait, .opening, .blank')));
  await page.waitForLoadState('load');
  for (let calm = 0; calm < 2; calm = (await still()) ? calm + 1 : 0) await page.waitForTimeout(200);
}

/** Asks the API as the person of the page; answers the JSON. */
export const ask = (page, path, method = 'GET', body = undefined) => page.evaluate(async ([path, method, body]) => {
  const answer = await fetch(`/api/v1${path}`, { method, headers: { 'Content-Type': 'application/json', 'Accept-Language': 'fr' }, ...(body ? { body: JSON.stringify(body) } : {}) });
  const text = await answer.text();
  return { status: answer.status, body: text ? JSON.parse(text) : null };
}, [path, method, body]);
