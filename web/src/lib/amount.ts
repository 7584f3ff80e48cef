// Amounts and directions in a line of plain words, read without the server.
import type { Direction, Range } from '../api/types.ts';
import { folded } from './text.ts';

const PER_YEAR: [RegExp, number][] = [[/(par|\/|chaque) ?(jour|j)\b|(per|a|\/) ?day/, 230], [/(par|\/|chaque) ?(semaine|sem)\b|hebdo|(per|a|\/) ?week/, 52], [/(par|\/|chaque) ?mois|mensuel|(per|a|\/) ?month/, 12], [/(par|\/|chaque) ?trimestre|(per|a|\/) ?quarter/, 4], [/(par|\/) ?an(nee)?\b|annuel|(per|a|\/) ?year/, 1]];
const AMOUNT = /(\d+(?:[.,]\d+)?)(?: ?(?:a|-|to) ?(\d+(?:[.,]\d+)?))? ?(t|tonnes?|kg|m3|m³|l|litres?)\b/;
const COUNT = /\b(une?|an?|deux|two|trois|three|quatre|four|\d+) ?(?:bennes?|skips?|palettes?|pallets?|bacs?|fûts?|futs?|big ?bags?)/;
const NUMBERS: Record<string, number> = { un: 1, une: 1, a: 1, an: 1, deux: 2, two: 2, trois: 3, three: 3, quatre: 4, four: 4 };
const decimal = (text: string) => Number(text.replace(',', '.'));

/** The amount of a year, as the server reads it. */
function stated(low: number, high: number, unit: string): string {
  const text = (value: number) => String(Number(value.toPrecision(6))).replace('.', ',');
  return `${low === high ? text(low) : `${text(low)} à ${text(high)}`} ${unit}/an`;
}

/** `une benne 30m3 par semaine` → 1 560 m³ a year. `null` when no amount is said, or not in how much time. */
export function amountOf(line: string): { unit: 't' | 'm3'; range: Range; stated: string } | null {
  const text = folded(line).replace('m³', 'm3');
  const found = AMOUNT.exec(text.replace(/\d+(?:[.,]\d+)? ?€ ?\/ ?t\b/g, price => ' '.repeat(price.length)));
  if (!found?.[1]) return null;
  const times = PER_YEAR.find(([pattern]) => pattern.test(text))?.[1];
  if (times === undefined) return null;
  const said = COUNT.exec(text)?.[1];
  const containers = said ? NUMBERS[said] ?? Number(said) : 1;
  const unit = found[3]?.startsWith('m') || found[3]?.startsWith('l') ? 'm3' : 't';
  const small = found[3] === 'kg' || found[3]?.startsWith('l') ? 1e-3 : 1;
  const [low, high] = [decimal(found[1]), decimal(found[2] ?? found[1])].map(one => one * containers * times * small) as [number, number];
  return { unit, range: { low, mid: (low + high) / 2, high }, stated: stated(low, high, unit) };
}

export function directionOf(line: string): Direction {
  const text = folded(line);
  if (/\bcherch|besoin|recrut|\bneed|looking for/.test(text)) return 'needs';
  if (/\bachet|achats?\b|consomm|\bbuy/.test(text)) return 'takes-in';
  return /\bpret(er|ons)|partag|dispo|\bshare/.test(text) ? 'can-share' : 'gives-out';
}
