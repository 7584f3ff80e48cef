// A list in pages. When it is read again, as many rows come as were in sight: it never shrinks under the fingers.
import { api, withQuery } from '../api/client.ts';
import { Loaded } from './load.svelte.ts';
import { notices } from './notices.svelte.ts';

type Query = Record<string, string | number | boolean | undefined>;
type Page = { next?: string | null };

/** The most rows that the server gives at once. */
const MOST = 1000;

/** A row that slid onto the next page while it was asked for comes once. */
const unique = <R extends { id: string }>(rows: R[]): R[] => [...new Map(rows.map(row => [row.id, row])).values()];

export class Paged<P extends Page, R extends { id: string }> {
  readonly list: Loaded<P>;
  rows: R[] = $derived.by(() => unique([...(this.list.value ? this.#of(this.list.value) : []), ...(this.#from === this.list.value ? this.#more : [])]));
  next: string | null = $derived.by(() => (this.#from === this.list.value ? this.#after : this.list.value?.next) ?? null);
  #of: (page: P) => R[];
  #query: () => Query;
  #path: () => string;
  #more = $state.raw<R[]>([]);
  #after = $state.raw<string | null>(null);
  /** The reading that `#more` goes on from. */
  #from = $state.raw<P>();
  #busy = false;

  constructor(path: () => string, query: () => Query, of: (page: P) => R[]) {
    this.#of = of;
    this.#path = path;
    this.#query = query;
    let asked = '', seen = 0;
    this.list = new Loaded<P>(() => {
      const first = withQuery(path(), query());
      // Other filters begin at the beginning.
      if (first !== asked) { asked = first; seen = 0; }
      return seen ? withQuery(path(), { ...query(), limit: seen }) : first;
    });
    $effect(() => { seen = this.#from === this.list.value && this.#more.length ? Math.min(this.rows.length, MOST) : seen; });
  }

  again(): void { this.list.again(); }

  /** The next page; asked for once, and dropped when the list changed meanwhile. */
  async load(): Promise<void> {
    const from = this.list.value, after = this.next;
    if (!after || this.#busy) return;
    this.#busy = true;
    try {
      const page = await api.get<P>(this.#path(), { ...this.#query(), after });
      if (from !== this.list.value) return;
      this.#more = [...(this.#from === from ? this.#more : []), ...this.#of(page)];
      this.#from = from;
      this.#after = page.next ?? null;
    } catch (error) {
      notices.failed(error);
    } finally {
      this.#busy = false;
    }
  }
}
