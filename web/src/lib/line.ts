// A line in free words, from what is typed to what is kept: the record is made of the reading that was shown.
import { api, Refused } from '../api/client.ts';
import type { Direction, Reading } from '../api/types.ts';
import { t } from './i18n.svelte.ts';
import { readOffline } from './offline.ts';

/** What was typed. */
export interface Said { wording: string; quantity?: string | undefined; direction: Direction; site: string }
/** Who pays a price whose words do not say it; `none` leaves the price out. */
export type Way = '' | 'paid' | 'received' | 'none';
/** What was answered to the questions of a line. */
export interface Answers { way: Way; another: boolean }
export const unanswered = (): Answers => ({ way: '', another: false });
export interface Understood { reading: Reading; direction: Direction; alone: boolean }

/** Reads a line; the words tell the direction unless somebody chose one (`turned`). */
export async function understand(root: string, said: Said, turned: boolean, signal?: AbortSignal): Promise<Understood> {
  try {
    const ask = (direction: Direction) => api.post<Reading>(`${root}/flows/read`, { ...said, direction }, signal);
    const reading = await ask(said.direction);
    const told = turned ? said.direction : reading.direction ?? said.direction;
    return { reading: told === said.direction ? reading : await ask(told), direction: told, alone: false };
  } catch (error) {
    if (!(error instanceof Refused && error.offline)) throw error;
    const reading = await readOffline(said.wording, turned ? said.direction : undefined);
    return { reading, direction: turned ? said.direction : reading.direction ?? said.direction, alone: true };
  }
}

/** The first question that is open: nothing is kept before it is answered. */
export function asks(reading: Reading, answers: Answers): 'price' | 'known' | undefined {
  if (reading.price_asks && !answers.way) return 'price';
  return reading.known.length && !answers.another ? 'known' : undefined;
}

/** The flow that the reading tells. */
export function flowOf(said: Said, { reading, direction }: Understood, answers: Answers): Record<string, unknown> {
  const way = answers.way === 'paid' || answers.way === 'received' ? `${t(`price-${answers.way}`)} ` : '';
  const price = reading.price && answers.way !== 'none' ? way + reading.price : undefined;
  return {
    site: said.site, direction, wording: reading.wording || said.wording, stated: said.quantity ?? reading.stated ?? undefined, price, fate: reading.fate ?? undefined,
    basis: 'declared', date: new Date().toLocaleDateString('sv'),
  };
}
