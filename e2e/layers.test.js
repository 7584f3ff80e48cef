// The layers as GDAL reads them, which is how QGIS does: OGC API – Features, with a token.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { address, open } from './page.js';
import { ask, as } from './workplace.js';

const GDAL = spawnSync('ogrinfo', ['--version']).status === 0;
if (!GDAL) {
  assert.notEqual(process.env.FE2I_REQUIRE_ALL, '1', 'apt-get install gdal-bin');
  console.error('SKIPPED: the layers are read with GDAL (Debian: gdal-bin)');
}
let browser;
before(async () => { browser = await open(); });
after(() => browser?.close());

test('GDAL opens sites, flows and leads with a token, pages through them, and is refused without', { skip: GDAL ? false : 'gdal-bin is not installed' }, () => as(browser, 'facilitator', async page => {
  const token = (await ask(page, '/me/tokens', 'POST', { name: 'QGIS', territory: 'vallee' })).body.secret;
  const read = (secret, ...args) => execFileSync('ogrinfo', ['-ro', ...args], { encoding: 'utf8', env: { ...process.env, GDAL_HTTP_HEADERS: `Authorization: Bearer ${secret}` }, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64e6 });
  const source = `OAPIF:${address}/ogc/vallee`;
  const listed = read(token, source);
  for (const layer of ['sites', 'flows', 'leads']) assert.match(listed, new RegExp(`: ${layer}\\b`), layer);
  // A site that somebody noted without a place is no feature.
  const placed = (await ask(page, '/territories/vallee/map')).body.features.filter(one => one.properties.type === 'site').length;
  assert.ok(placed > 100, 'the valley has more than a hundred');
  const sites = read(token, '-al', source, 'sites');
  assert.equal(sites.match(/^OGRFeature\(sites\)/gm)?.length, placed, 'every page was read');
  assert.match(sites, /POINT \(6\.\d+ 49\.\d+\)/, 'longitude first, as GeoJSON has it');
  assert.throws(() => read('wrong', source));
}));
