// A first reading of a line without the server: an amount, a resource by the longest known word. The server reads it again on syncing.
import type { Direction, Named, Range, Reading } from '../api/types.ts';
import { api } from '../api/client.ts';
import { folded } from './format.ts';
import { lang, t } from './i18n.svelte.ts';

/** A resource with the words people use for it. */
export interface Word { id: string; name: string; code?: string | null; kg_per_m3?: Range | null; words: string[] }
let thesaurus: Promise<Word[]> | undefined;

/** The catalogue's words; the service worker keeps them for when there is no network. */
export function words(): Promise<Word[]> {
  thesaurus ??= api.get<Word[]>('/reference/words', { lang: lang() }).catch(() => { thesaurus = undefined; return []; });
  return thesaurus;
}

const PER_YEAR: [RegExp, number][] = [[/(par|\/|chaque) ?(jour|j)\b|(per|a|\/) ?day/, 230], [/(par|\/|chaque) ?(semaine|sem)\b|hebdo|(per|a|\/) ?week/, 52], [/(par|\/|chaque) ?mois|mensuel|(per|a|\/) ?month/, 12], [/(par|\/|chaque) ?trimestre|(per|a|\/) ?quarter/, 4], [/(par|\/) ?an(nee)?\b|annuel|(per|a|\/) ?year/, 1]];
const AMOUNT = /(\d+(?:[.,]\d+)?)(?: ?(?:a|-|to) ?(\d+(?:[.,]\d+)?))? ?(t|tonnes?|kg|m3|m³|l|litres?)\b/;
const COUNT = /\b(une?|an?|deux|two|trois|three|quatre|four|\d+) ?(?:bennes?|skips?|palettes?|pallets?|bacs?|fûts?|futs?|big ?bags?)/;
const NUMBERS: Record<string, number> = { un: 1, une: 1, a: 1, an: 1, deux: 2, two: 2, trois: 3, three: 3, quatre: 4, four: 4 };
const decimal = (text: string) => Number(text.replace(',', '.'));

/** `une benne 30m3 par semaine` → 1 560 m³ a year. `null` when no amount is said. */
export function amountOf(line: string): { unit: 't' | 'm3'; range: Range; stated: string } | null {
  const text = folded(line).replace('m³', 'm3');
  const found = AMOUNT.exec(text.replace(/\d+(?:[.,]\d+)? ?€ ?\/ ?t\b/g, price => ' '.repeat(price.length)));
  if (!found?.[1]) return null;
  const times = PER_YEAR.find(([pattern]) => pattern.test(text))?.[1] ?? 1;
  const said = COUNT.exec(text)?.[1];
  const containers = said ? NUMBERS[said] ?? Number(said) : 1;
  const unit = found[3]?.startsWith('m') || found[3]?.startsWith('l') ? 'm3' : 't';
  const small = found[3] === 'kg' || found[3]?.startsWith('l') ? 1e-3 : 1;
  const [low, high] = [decimal(found[1]), decimal(found[2] ?? found[1])].map(one => one * containers * times * small) as [number, number];
  return { unit, range: { low, mid: (low + high) / 2, high }, stated: found[0] };
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

export function directionOf(line: string): Direction {
  const text = folded(line);
  if (/\bcherch|besoin|recrut|\bneed|looking for/.test(text)) return 'needs';
  if (/\bachet|achats?\b|consomm|\bbuy/.test(text)) return 'takes-in';
  return /\bpret(er|ons)|partag|dispo|\bshare/.test(text) ? 'can-share' : 'gives-out';
}

/** What can be understood here and now. */
export async function readOffline(line: string): Promise<Reading> {
  const word = resourceOf(line, await words());
  const amount = amountOf(line);
  const density = word?.kg_per_m3;
  const tonnes = amount?.unit === 't' ? amount.range : amount && density ? { low: amount.range.low * density.low / 1000, mid: amount.range.mid * density.mid / 1000, high: amount.range.high * density.high / 1000 } : null;
  const price = /\d+(?:[.,]\d+)? ?€(?: ?\/ ?\w+)?/.exec(line)?.[0] ?? null;
  const named: Named | null = word ? { id: word.id, name: word.name } : null;
  return {
    resource: named, alternatives: [], belief: word ? .6 : 0, words: [], codes: word?.code ? [{ code: word.code, label: word.name, hazardous: word.code.includes('*') }] : [],
    quantity: amount && amount.unit === 'm3' ? { range: amount.range, unit: 'm3/year', estimated: false } : null, tonnes, stated: amount?.stated ?? null, price, direction: directionOf(line),
    missing: [word ? '' : t('missing-resource'), amount ? '' : t('missing-quantity'), /humid|sec\b|propre|souill|melang/.test(folded(line)) ? '' : t('missing-quality')].filter(Boolean),
  };
}
