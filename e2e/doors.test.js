// The ways in, on a real `fe2i serve`: a mailed link, a second factor, an OpenID Connect provider; and the backup taken from the page.
// Mail goes to a real SMTP server (aiosmtpd), the provider is a real one (oidc-provider); both on loopback.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { open } from './page.js';
import { provider } from './provider.js';

const PROGRAM = process.env.FE2I_BIN ?? 'fe2i';
const SMTP = spawnSync('python3', ['-c', 'import aiosmtpd']).status === 0;
const EMAIL = 'claire@example.org';
let browser, folder, address, database, idp, mails = '', children = [];

const free = () => new Promise(resolve => { const s = createServer().listen(0, '127.0.0.1', () => { const { port } = s.address(); s.close(() => resolve(port)); }); });
const program = (...args) => execFileSync(PROGRAM, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
async function until(what, found) {
  for (let i = 0; i < 300; i++) {
    const value = await found();
    if (value) return value;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`never: ${what}`);
}
const listens = port => new Promise(resolve => {
  const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
  socket.on('error', () => resolve(false));
});
const answers = url => fetch(url).then(answer => answer.ok, () => false);

before(async () => {
  browser = await open();
  folder = mkdtempSync(join(tmpdir(), 'fe2i-doors-'));
  database = `sqlite://${join(folder, 'doors.sqlite')}`;
  const [port, smtp] = [await free(), await free()];
  address = `http://127.0.0.1:${port}`;
  program('import', 'essai', join(import.meta.dirname, '../scenarios/vallee'), '--database', database);
  program('user', 'add', EMAIL, '--name', 'Claire', '--admin', '--territory', 'essai', '--role', 'admin', '--database', database);
  idp = await provider({ id: 'fe2i', secret: 'un secret de test assez long' }, `${address}/api/v1/oidc/callback`);
  const mail = SMTP ? ['--smtp', `smtp://127.0.0.1:${smtp}`, '--mail-from', 'fe2i <fe2i@example.org>'] : [];
  if (SMTP) {
    const server = spawn('python3', ['-u', '-m', 'aiosmtpd', '-n', '-l', `127.0.0.1:${smtp}`, '-c', 'aiosmtpd.handlers.Debugging', 'stdout']);
    server.stdout.on('data', data => { mails += data; });
    children.push(server);
    await until('the mail server listens', () => listens(smtp));
  } else if (process.env.FE2I_REQUIRE_ALL === '1') {
    throw new Error('python3 -m pip install aiosmtpd');
  }
  const serve = spawn(PROGRAM, ['serve', '--listen', `127.0.0.1:${port}`, '--public-url', address, '--database', database, ...mail,
    '--oidc-issuer', idp.issuer, '--oidc-client', 'fe2i', '--oidc-secret', 'un secret de test assez long', '--oidc-name', 'Connexion de test'], { stdio: ['ignore', 'ignore', 'inherit'] });
  children.push(serve);
  await until('the server answers', () => answers(`${address}/healthz`));
});
after(async () => {
  await browser?.close();
  children.forEach(child => child.kill());
  idp?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function visit(work) {
  const context = await browser.newContext({ locale: 'fr-FR', acceptDownloads: true });
  const page = await context.newPage();
  try { await page.goto(address); await work(page); } finally { await context.close(); }
}
const says = (page, text) => page.getByText(text, { exact: false }).first().waitFor({ timeout: 20_000 });
async function login(page, password) {
  await page.getByLabel('Adresse électronique').fill(EMAIL);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Entrer' }).click();
}
/** The six digits of now (RFC 6238). */
function code(secret, later = 0) {
  const bits = [...secret].map(sign => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map(byte => parseInt(byte, 2)));
  const window = Buffer.alloc(8);
  window.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const digest = createHmac('sha1', key).update(window).digest();
  return String((digest.readUInt32BE(digest[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const PASSWORD = 'une phrase assez longue';
let second;

test('a forgotten password: the mailed link sets a new one, once', { skip: SMTP ? false : 'aiosmtpd is not installed' }, () => visit(async page => {
  await page.getByRole('button', { name: 'Mot de passe oublié' }).click();
  await page.getByLabel('Adresse électronique').fill(EMAIL);
  await page.getByRole('button', { name: 'Recevoir un lien' }).click();
  const plain = () => mails.replace(/=\r?\n/g, '').replace(/=3D/g, '=');
  const link = await until('the mail', () => plain().match(/http:\/\/127\.0\.0\.1:\d+\/password\/reset\/[0-9a-f]{64}/)?.[0]);
  assert.match(mails, /claire@example\.org/);
  const token = link.split('/').pop();
  await page.goto(link);
  await page.getByLabel('Au moins douze caractères').fill(PASSWORD);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.waitForURL(`${address}/`);
  await login(page, PASSWORD);
  await page.getByRole('navigation').waitFor({ timeout: 60_000 });
  const again = await page.evaluate(([token, password]) => fetch('/api/v1/password/reset', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ token, password }) }).then(answer => answer.status), [token, PASSWORD]);
  assert.equal(again, 422, 'a link works once');
}));

test('a second factor is offered, proved, asked at login and taken away', { skip: SMTP ? false : 'needs the password of the test before' }, () => visit(async page => {
  await login(page, PASSWORD);
  await page.getByRole('navigation').waitFor({ timeout: 60_000 });
  await page.goto(`${address}/t/essai/compte`);
  await page.getByRole('button', { name: 'Mettre un second facteur' }).click();
  await page.getByAltText('Code à scanner', { exact: false }).waitFor();
  const secret = second = await page.locator('code').innerText();
  await page.getByLabel('Code de votre application').fill('000000');
  await page.getByRole('button', { name: 'Activer' }).click();
  await says(page, 'ce code n’est pas le bon');
  await page.getByLabel('Code de votre application').fill(code(secret));
  await page.getByRole('button', { name: 'Activer' }).click();
  await says(page, 'Retirer');
  await visit(async other => {
    await login(other, PASSWORD);
    await other.getByLabel('Code de votre application').fill(code(secret));
    await other.getByRole('button', { name: 'Entrer' }).click();
    await other.getByRole('navigation').waitFor({ timeout: 60_000 });
  });
}));

async function atProvider(page, name) {
  await page.getByRole('link', { name: /Connexion de test/ }).click();
  await page.getByPlaceholder('Enter any login').fill(name);
  await page.getByPlaceholder('and password').fill('x');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('who the provider vouches for comes in by a checked address, and by its own name from then on', () => visit(async page => {
  await atProvider(page, 'claire');
  if (second) {
    // The provider asked a password only: the account's own factor is still to come, and nothing is open before.
    await says(page, 'second facteur');
    assert.equal(await page.evaluate(() => fetch('/api/v1/me').then(answer => answer.status)), 401);
    await page.getByLabel('Code de votre application').fill('000000');
    await page.getByRole('button', { name: 'Entrer' }).click();
    await says(page, 'pas le bon');
    // A code opens one session only: the next one, which is taken half a minute early.
    await page.getByLabel('Code de votre application').fill(code(second, 1));
    await page.getByRole('button', { name: 'Entrer' }).click();
  }
  await page.getByRole('navigation').waitFor({ timeout: 60_000 });
  const me = await page.evaluate(() => fetch('/api/v1/me').then(answer => answer.json()));
  assert.equal(me.person.email, EMAIL);
  const archive = page.waitForEvent('download');
  await page.goto(`${address}/t/essai/administration?part=backup`);
  await page.getByRole('link', { name: 'Télécharger une sauvegarde' }).click();
  const file = join(folder, 'sauvegarde.dump');
  await (await archive).saveAs(file);
  assert.ok(readFileSync(file).length > 10_000);
  const restored = `sqlite://${join(folder, 'restored.sqlite')}`;
  // What was sealed is opened by the key that sealed it, and by none made up on the way.
  assert.throws(() => program('restore', file, '--database', restored), /FE2I_KEY/);
  const env = { ...process.env, FE2I_KEY: readFileSync(join(folder, 'doors.key'), 'utf8').trim() };
  const locked = (...args) => execFileSync(PROGRAM, [...args, '--database', restored], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  locked('restore', file);
  assert.match(locked('user', 'list'), /claire@example\.org/);
  const zip = page.waitForEvent('download');
  await page.getByRole('link', { name: /archive \(zip\)/ }).click();
  const [open, again] = [join(folder, 'archive'), join(folder, 'again')];
  execFileSync('python3', ['-m', 'zipfile', '-e', await (await zip).path(), open]);
  const other = `sqlite://${join(folder, 'other.sqlite')}`;
  // Sealed prices go out sealed: who reads them back holds the key.
  const keyed = (...args) => execFileSync(PROGRAM, [...args, '--database', other], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  keyed('import', 'essai', open);
  keyed('export', 'essai', again);
  const files = readdirSync(open, { recursive: true, withFileTypes: true }).filter(one => one.isFile()).map(one => join(one.parentPath, one.name).slice(open.length));
  assert.ok(files.length > 3, files.join(' '));
  for (const name of files) assert.ok(readFileSync(join(open, name)).equals(readFileSync(join(again, name))), `${name} comes back as it went`);
}));

test('who has no account here is told so, and an address nobody checked opens nothing', async () => {
  for (const name of ['inconnue', 'unchecked']) {
    await visit(async page => {
      await atProvider(page, name);
      await says(page, 'Aucun compte ici');
      assert.equal(await page.evaluate(() => fetch('/api/v1/me').then(answer => answer.status)), 401);
    });
  }
});

test('an answer of another attempt opens nothing', () => visit(async page => {
  await page.goto(`${address}/api/v1/oidc/callback?code=x&state=y`);
  await says(page, 'n’a pas abouti');
}));
