// New records: the page chooses the id, so that a request sent twice makes one record.
import { api } from '../api/client.ts';
import type { Saved } from '../api/types.ts';
import { of } from './session.svelte.ts';

/** 80 random bits; `crypto.randomUUID` is missing on plain http. */
export function newId(prefix: string): string {
  return `${prefix}-${[...crypto.getRandomValues(new Uint8Array(10))].map(byte => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Makes a record of `kind` (`flows`, `visits` …). */
export const create = (kind: string, body: unknown): Promise<Saved> => api.put<Saved>(of(`/${kind}/${newId(kind.slice(0, 1))}`), body);
