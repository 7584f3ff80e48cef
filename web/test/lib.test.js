// What the pages compute by themselves.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './support-load.mjs';

const { amountOf, directionOf } = await load('lib/amount.ts');
const { gap, widened } = await load('lib/whatif.ts');
const { body, changed, theirs, values } = await load('lib/flowEdit.ts');
const { layout } = await load('lib/sankey.ts');
const { outline, zones } = await load('lib/places.ts');
const { scale } = await load('lib/axis.ts');
const { runs, season } = await load('lib/season.ts');
const { spread } = await load('lib/spread.ts');

test('a skip per week is read without the server', () => {
  const { unit, range } = amountOf('palettes perdues une benne 30m3 par semaine, repris 45 €/t par le prestataire');
  assert.equal(amountOf('4 à 6 t/mois').stated, '48 à 72 t/an');
  assert.deepEqual([unit, range], ['m3', { low: 1560, mid: 1560, high: 1560 }]);
});

test('amounts keep their range, their unit and their period', () => {
  assert.deepEqual(amountOf('chutes, 4 à 6 t/mois').range, { low: 48, mid: 60, high: 72 });
  assert.deepEqual(amountOf('12,5 t par an').range.mid, 12.5);
  assert.equal(amountOf('250 kg par semaine').range.mid, 13);
  assert.equal(amountOf('deux bennes de 15 m³ / mois').range.mid, 360);
});

test('a price is no amount, and no amount is nothing, not zero', () => {
  assert.equal(amountOf('ferraille reprise à 190 €/t'), null);
  assert.equal(amountOf('cartons'), null);
  assert.equal(amountOf('30 m³ de copeaux'), null, 'in how much time?');
});

test('the words tell the direction', () => {
  assert.equal(directionOf('on cherche un cariste le mardi'), 'needs');
  assert.equal(directionOf('nous achetons 3 t de sable'), 'takes-in');
  assert.equal(directionOf('palettes cassées'), 'gives-out');
});

test('a Sankey diagram neither makes nor loses tonnes, and nothing leaves the picture', () => {
  const range = mid => ({ low: mid, mid, high: mid });
  const data = { nodes: [['a', 0], ['b', 0], ['c', 1], ['d', 1], ['alone', 1]].map(([id, column]) => ({ id, label: id, column, kind: '' })), links: [['a', 'c', 100], ['b', 'c', 300], ['a', 'd', 80]].map(([from, to, t]) => ({ from, to, tonnes: range(t), estimated: false })) };
  const { boxes, ribbons, height } = layout(data, 900, 400);
  assert.deepEqual(Object.fromEntries(boxes.map(box => [box.id, box.tonnes])), { a: 180, b: 300, c: 400, d: 80 });
  for (const box of boxes) assert.ok(box.y >= -1e-6 && box.y + box.h <= height + 1e-6, box.id);
  for (const r of ribbons) {
    assert.ok(r.y0 - r.h / 2 >= r.from.y - 1e-6 && r.y0 + r.h / 2 <= r.from.y + r.from.h + 1e-6, 'leaves inside its box');
    assert.ok(r.y1 - r.h / 2 >= r.to.y - 1e-6 && r.y1 + r.h / 2 <= r.to.y + r.to.h + 1e-6, 'arrives inside its box');
  }
});

test('the outline of a zone is around its sites, and two sites are no zone', () => {
  assert.equal(outline([[0, 0], [2, 0], [2, 2], [0, 2], [1, 1]]).length, 5);
  const site = (zone, lon, lat) => ({ type: 'Feature', properties: { type: 'site', zone }, geometry: { type: 'Point', coordinates: [lon, lat] } });
  const found = zones({ type: 'FeatureCollection', features: [site('A', 0, 0), site('A', 1, 0), site('A', 0, 1), site('B', 5, 5), site('B', 6, 5), site(null, 9, 9)] });
  assert.deepEqual(found.map(zone => zone.properties.name), ['A']);
});

const whey = { id: 'f', site: { id: 's', name: 'Laiterie' }, direction: 'gives-out', wording: 'lactosérum', stated: '4 800 m³/an', quality: null, fate: 'épandage', who: null, price: null, months: [1], belief: 1, resource: { id: 'whey', name: 'lactosérum' }, waste_code: '02 05 01', waste_code_stated: false, operation: 'R10', confidentiality: 'members', evidence: { basis: 'documented', source: 'flux.csv:528', date: '2025-12-15', expires_on: '2027-01-01' } };

test('a quantity said anew is said by who says it, today; another field keeps source and day', () => {
  const anew = body(whey, { stated: '5 200 m³/an' });
  assert.deepEqual([anew.stated, anew.basis, anew.source, anew.date, anew.expires_on], ['5 200 m³/an', 'declared', undefined, undefined, undefined]);
  assert.equal(body(whey, { stated: '5 200 m³/an', source: 'facture', date: '2026-11-01' }).source, 'facture');
  const kept = body(whey, { quality: 'doux' });
  assert.deepEqual([kept.source, kept.date, kept.resource, kept.operation, kept.months], ['flux.csv:528', '2025-12-15', 'whey', 'R10', [1]]);
});

test('what a colleague wrote is told in words, and a field I left alone keeps it', () => {
  const stored = { revision: 7, wording: 'lactosérum', stated: '5 200 m³/an', quality: null, fate: { stated: 'épandage', who: null, operation: 'R10' }, evidence: { basis: 'declared', source: 'saisi par Anne', date: '2026-11-22' }, confidentiality: 'members', season: [1] };
  const now = theirs(whey, stored);
  assert.deepEqual(changed(values(whey), values(now)), { stated: '5 200 m³/an', source: 'saisi par Anne', date: '2026-11-22' });
  const sent = body(now, { quality: 'doux' });
  assert.deepEqual([sent.stated, sent.quality, sent.fate, sent.source], ['5 200 m³/an', 'doux', 'épandage', 'saisi par Anne']);
});

test('the rounding of machines is no change of a sum', () => {
  assert.equal(gap(47_000, 47_000 + 1.46e-11), 0);
  assert.equal(gap(63_700, 63_700.0188), 0, 'three digits are shown');
  assert.equal(gap(47_000, 47_100), 100);
  assert.equal(gap(0, 0.5), 0.5);
});

test('a group with one member more is no new lead, and what names the coming site stands first', () => {
  const lead = (title, sentence) => ({ kind: 'sharing', title, sentence });
  const lost = [lead('Électricité', 'Acier Nord, Bois Sud achètent.'), lead('Eau', 'Acier Nord, Bois Sud louent.')];
  const gained = [lead('Palettes', 'Bois Sud reprend.'), lead('Électricité', 'Acier Nord, Bois Sud, Port achètent.'), lead('Quai', 'Port prête.')];
  const told = widened(gained, lost, ['Acier Nord', 'Bois Sud'], 'Port');
  assert.deepEqual(told.gained.map(one => one.title), ['Quai', 'Palettes']);
  assert.deepEqual(told.widened.map(one => one.title), ['Électricité']);
  assert.deepEqual(told.lost.map(one => one.title), ['Eau']);
});

test('what is never negative has no axis below zero', () => {
  assert.equal(scale([120, 9400], false).low, 0);
  assert.ok(scale([-250, 300], false).low <= -250);
  assert.equal(scale([4100, 4900], false).low, 4000, 'a round number below the least');
});

test('a season is its runs of months around the year, never the three fullest', () => {
  const share = within => Array.from({ length: 12 }, (_, i) => (within.includes(i + 1) ? 1 / within.length : 0));
  assert.deepEqual(season(share([9, 10, 11, 12, 1, 2, 3, 4, 5, 6])), { kind: 'months', runs: [[8, 5]] });
  assert.deepEqual(season(share([3, 4, 10])).runs, [[2, 3], [9, 9]]);
  assert.deepEqual(season(Array(12).fill(1 / 12)), { kind: 'even', runs: [] });
  assert.deepEqual(season([.14, .13, .11, .08, .05, .04, .04, .04, .05, .08, .11, .13]), { kind: 'mostly', runs: [[10, 2]] });
  assert.deepEqual(runs(Array(12).fill(true)), []);
});

test('numbers beside discs that lie on each other are all told apart', () => {
  const discs = [[200, 100], [201, 100], [200, 101], [199, 100], [202, 102], [6, 8]].map(([x, y]) => ({ x, y, r: 9 }));
  const names = spread(discs, 400, 300);
  names.forEach((one, ix) => {
    assert.ok(one.x >= 8 && one.y >= 7 && one.x <= 392 && one.y <= 293, `${ix} inside`);
    names.slice(0, ix).forEach((other, at) => assert.ok(Math.abs(one.x - other.x) >= 16 || Math.abs(one.y - other.y) >= 14, `${ix} lies on ${at}`));
  });
});
