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
