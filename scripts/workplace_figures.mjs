// The figures of docs/workplace-figures.md: starts `fe2i serve` on a new database and measures it from outside.
//
//     node scripts/workplace_figures.mjs target/release/fe2i [folder of files]      the invented valley, or another territory
//     node scripts/workplace_figures.mjs target/release/fe2i 10000                   10,000 invented sites with 100,000 flows
//
// Start, memory, size of the first page, and how long each address takes with PEOPLE people at work, each asking once a second.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const [program, what = 'scenarios/vallee'] = process.argv.slice(2);
if (!program) throw new Error('usage: node scripts/workplace_figures.mjs PROGRAM [FOLDER | SITES]');
// Minutes after which a territory nobody asks for is packed: ten in life, sooner here.
const PEOPLE = 50, ROUNDS = 3, PACE = 1000, REST = .5;
const folder = mkdtempSync(join(tmpdir(), 'fe2i-figures-'));
const database = `sqlite://${join(folder, 'figures.sqlite')}`;
const run = (...args) => execFileSync(program, [...args, '--database', database], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const port = await new Promise(resolve => { const s = createServer().listen(0, '127.0.0.1', () => { const { port } = s.address(); s.close(() => resolve(port)); }); });
const address = `http://127.0.0.1:${port}`;
const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

const drawn = /^\d+$/.test(what);
const files = drawn ? join(folder, 'territoire') : what;
if (drawn) execFileSync('cargo', ['run', '--quiet', '--release', '-p', 'bench', '--example', 'territory', '--', what, files], { stdio: 'inherit' });
run('import', 'essai', files);
const link = run('user', 'add', 'a@example.org', '--territory', 'essai', '--role', 'facilitator').match(/reset\/([0-9a-f]{64})/)[1];
const begun = performance.now();
const server = spawn(program, ['serve', '--listen', `127.0.0.1:${port}`, '--database', database], { stdio: 'ignore', env: { ...process.env, FE2I_REST_MINUTES: String(REST) } });
process.on('exit', () => { server.kill(); rmSync(folder, { recursive: true, force: true }); });
while (!await fetch(`${address}/healthz`).then(a => a.ok, () => false)) await pause(5);
const started = performance.now() - begun;
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024;
// User and system time of the server so far, in milliseconds: what a page costs whatever else the machine does.
const processor = () => { const part = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1].split(' '); return 10 * (Number(part[11]) + Number(part[12])); };

const json = { 'Content-Type': 'application/json' };
const password = 'une phrase assez longue';
await fetch(`${address}/api/v1/password/reset`, { method: 'POST', headers: json, body: JSON.stringify({ token: link, password }) });
const session = await fetch(`${address}/api/v1/session`, { method: 'POST', headers: json, body: JSON.stringify({ email: 'a@example.org', password }) });
const headers = { Cookie: session.headers.get('set-cookie').split(';')[0] };
const of = path => `${address}/api/v1/territories/essai${path}`;
const get = async path => (await fetch(of(path), { headers })).json();
const analysed = performance.now();
for (let head = await get(''); head.analysing || head.analysed_version < head.version; head = await get('')) await pause(50);
const analysis = performance.now() - analysed;

const lead = (await get('/leads?limit=1')).leads[0]?.id, site = (await get('/sites?limit=1')).sites[0].id;
const pages = ['', '/day', '/leads?limit=60', `/leads/${encodeURIComponent(lead)}`, '/sites', `/sites/${encodeURIComponent(site)}`, '/flows', '/map', '/sankey', '/balance', '/figures', '/visits', '/projects'];
const times = Object.fromEntries(pages.map(path => [path, []]));
const person = async first => {
  await pause(PACE * first / PEOPLE);
  for (let i = 0; i < ROUNDS * pages.length; i++) {
    const path = pages[(first + i) % pages.length], from = performance.now();
    const answer = await fetch(of(path), { headers });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    times[path].push(performance.now() - from);
    await pause(Math.max(0, PACE - (performance.now() - from)));
  }
};
const idle = memory();
const cost = {};
for (const path of pages) {
  const get = async () => { const answer = await fetch(of(path), { headers }); const body = await answer.arrayBuffer(); if (!answer.ok) throw new Error(`${path}: ${answer.status}`); return body.byteLength; };
  const size = await get(), before = processor();
  for (let i = 0; i < 20; i++) await get();
  cost[path] = { each: (processor() - before) / 20, size };
}
await Promise.all(Array.from({ length: PEOPLE }, (_, i) => person(i)));
const at = (list, share) => list.sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))].toFixed(0);

const html = await (await fetch(`${address}/`)).text();
const parts = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(match => match[1]);
let first = brotliCompressSync(html).length;
for (const part of parts) first += brotliCompressSync(Buffer.from(await (await fetch(address + part)).arrayBuffer())).length;

const busy = memory();
await pause(2 * REST * 60_000 + 10_000);
console.log(`| what | figure |\n|---|---|\n| start of \`serve\` until it answers | ${started.toFixed(0)} ms |\n| first analysis | ${(analysis / 1000).toFixed(1)} s |\n| memory after the analysis | ${idle.toFixed(0)} MB |\n| memory after the load | ${busy.toFixed(0)} MB |\n| memory when nobody asks any more | ${memory().toFixed(0)} MB |\n| first page, compressed | ${(first / 1000).toFixed(1)} kB |\n`);
console.log(`| address, ${PEOPLE} people, one request a second each | p50 | p99 | processor time of one | answer |\n|---|---|---|---|---|`);
for (const path of pages) console.log(`| \`${path.replace(lead, '…').replace(encodeURIComponent(lead), '…') || '/'}\` | ${at(times[path], .5)} ms | ${at(times[path], .99)} ms | ${cost[path].each.toFixed(1)} ms | ${(cost[path].size / 1000).toFixed(0)} kB |`);
process.exit(0);
