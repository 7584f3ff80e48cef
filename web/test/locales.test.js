// Every text of the pages exists in both languages, with the same arguments, and no text is unused.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../', import.meta.url).pathname;
const messages = lang => new Map(readFileSync(`${root}../locales/${lang}/web.ftl`, 'utf8').split(/\n(?=[a-zA-Z])/).filter(text => /^[a-zA-Z][\w-]* =/.test(text)).map(text => [text.slice(0, text.indexOf(' =')), text]));
const [fr, en] = ['fr', 'en'].map(messages);
const sources = readdirSync(`${root}src`, { recursive: true }).filter(name => /\.(ts|svelte)$/.test(name)).map(name => readFileSync(`${root}src/${name}`, 'utf8')).join('\n');
const used = [...sources.matchAll(/\bt\(\s*'([a-z0-9-]+)'/g)].map(match => match[1]);
const built = [...sources.matchAll(/(?:\bt|\bsays)\(`([a-z]+-)\$\{/g)].map(match => match[1]);

test('French and English have the same messages with the same arguments', () => {
  assert.deepEqual([...fr.keys()], [...en.keys()]);
  const args = text => [...new Set([...text.matchAll(/\$([a-z]+)/g)].map(match => match[1]))].sort();
  for (const [key, text] of fr) assert.deepEqual(args(text), args(en.get(key)), key);
});

test('every message asked for exists', () => {
  assert.deepEqual(used.filter(key => !fr.has(key)), []);
  for (const start of built) assert.ok([...fr.keys()].some(key => key.startsWith(start)), start);
});

test('no message is left over', () => {
  const quoted = key => sources.includes(`'${key}'`);
  assert.deepEqual([...fr.keys()].filter(key => !quoted(key) && !built.some(start => key.startsWith(start))), []);
});
