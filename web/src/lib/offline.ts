// A first reading of a line without the server: an amount, a resource by the longest known word. The server reads it again on syncing.
import type { Direction, Named, Range, Reading } from '../api/types.ts';
import { api } from '../api/client.ts';
import { amountOf, directionOf } from './amount.ts';
import { folded } from './text.ts';
import { lang, t } from './i18n.svelte.ts';

/** A resource with the words people use for it. */
export interface Word { id: string; name: string; code?: string | null; kg_per_m3?: Range | null; words: string[] }
let thesaurus: Promise<Word[]> | undefined;

/** The catalogue's words; the service worker keeps them for when there is no network. */
export function words(): Promise<Word[]> {
  thesaurus ??= api.get<Word[]>('/reference/words', { lang: lang() }).catch(() => { thesaurus = undefined; return []; });
  return thesaurus;
}

function resourceOf(line: string, list: Word[]): Word | undefined {
  const text = ` ${folded(line).replace(/[^a-z0-9]+/g, ' ')} `;
  let best: Word | undefined, length = 0;
  for (const entry of list) for (const word of entry.words) {
    const folded_ = folded(word).replace(/[^a-z0-9]+/g, ' ').trim();
    if (folded_.length > length && (text.includes(` ${folded_} `) || text.includes(` ${folded_}s `) || text.includes(` ${folded_.replace(/s$/, '')} `))) { best = entry; length = folded_.length; }
  }
  return best;
}

/** What can be understood here and now. */
export async function readOffline(line: string, turned?: Direction): Promise<Reading> {
  const word = resourceOf(line, await words());
  const amount = amountOf(line);
  const density = word?.kg_per_m3;
  const tonnes = amount?.unit === 't' ? amount.range : amount && density ? { low: amount.range.low * density.low / 1000, mid: amount.range.mid * density.mid / 1000, high: amount.range.high * density.high / 1000 } : null;
  const price = /\d+(?:[.,]\d+)? ?€(?: ?\/ ?\w+)?/.exec(line)?.[0] ?? null;
  const direction = turned ?? directionOf(line);
  // Of a residue both are usual: who pays is asked, here too.
  const price_asks = !!price && direction === 'gives-out' && !/pa(ye|ie)|recu|vendu|repris a|paid|received/.test(folded(line));
  const named: Named | null = word ? { id: word.id, name: word.name } : null;
  return {
    resource: named, alternatives: [], belief: word ? .6 : 0, words: [], codes: word?.code ? [{ code: word.code, label: word.name, hazardous: word.code.includes('*') }] : [],
    quantity: amount && amount.unit === 'm3' ? { range: amount.range, unit: 'm3/year', estimated: false } : null, tonnes, stated: amount?.stated ?? null, price, price_asks, known: [], wording: line, direction,
    missing: [word ? '' : t('missing-resource'), amount ? '' : t('missing-quantity'), /humid|sec\b|propre|souill|melang/.test(folded(line)) ? '' : t('missing-quality')].filter(Boolean),
  };
}
