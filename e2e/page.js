// A page in a browser without a past.
import { chromium } from 'playwright-core';

const FLAGS = [
  '--headless', '--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** Where `fe2i demo` answers; crates/fe2i/tests/browser.rs sets it. */
export const address = process.env.FE2I_URL ?? fail('FE2I_URL is not set: run `cargo test -p fe2i --test browser`');

function fail(message) {
  throw new Error(message);
}

/** A number that a slow network and a busy machine are drawn from; `FE2I_SLOW=7 node --test`. Unset, nothing is held back. */
const SLOW = Number(process.env.FE2I_SLOW ?? 0);

/** Holds every answer of the API back by 0 to 1.5 s and slows the page's own work down, when asked for. */
export async function held(context, page) {
  if (!SLOW) return;
  let state = SLOW >>> 0;
  const random = () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state / 2 ** 32; };
  await context.route('**/api/v1/**', async route => {
    await new Promise(resolve => setTimeout(resolve, random() * 1500));
    await route.continue().catch(() => undefined);
  });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 3 });
}

/** A service worker asks for itself, past what holds the page's own questions back. */
export const slow = SLOW ? { serviceWorkers: 'block' } : {};

/** Opens the browser; playwright gives it a fresh profile and removes it. */
export function open() {
  const executablePath = process.env.FE2I_CHROMIUM ?? 'chromium';
  return chromium.launch({ executablePath, args: FLAGS, timeout: 60_000 });
}

/**
 * Opens `path` in a new context, runs `test` on the page, and fails on any error or warning in the console, any script error, any failed
 * request and any request to elsewhere.
 */
export async function onPage(browser, { path = '/', base = address, ...options }, test) {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', message => ['error', 'warning'].includes(message.type()) && complaints.push(`console: ${message.text()}`));
  page.on('pageerror', error => complaints.push(`script: ${error.message}`));
  page.on('requestfailed', request => complaints.push(`failed: ${request.url()}`));
  page.on('request', request => request.url().startsWith(base) || request.url().startsWith('data:') || complaints.push(`elsewhere: ${request.url()}`));
  page.on('response', response => response.status() >= 400 && complaints.push(`${response.status()}: ${response.url()}`));
  try {
    await page.goto(base + path, { waitUntil: 'load' });
    await test(page);
  } finally {
    await context.close();
  }
  if (complaints.length) throw new Error(complaints.join('\n'));
}
