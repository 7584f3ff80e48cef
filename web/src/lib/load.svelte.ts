// Something the server keeps, read again when its address or the territory's version changes. The old value stays in sight meanwhile, unless
// the address is that of something else.
import { untrack } from 'svelte';
import { api, type Refused } from '../api/client.ts';
import { live } from './live.svelte.ts';

/** The thing an address is about: without what only narrows or orders it. */
const thing = (address: string) => address.split('?')[0];

export class Loaded<T> {
  value = $state.raw<T>();
  error = $state.raw<Refused>();
  loading = $state(true);
  #again = $state(0);
  #asked: AbortController | undefined;
  #address: string | null = null;
  #stale = false;

  /** `path` is read reactively; `null` means nothing to load yet. */
  constructor(path: () => string | null, { followLive = true } = {}) {
    let tick = live.tick, again = 0;
    $effect(() => {
      const address = path(), asked = this.#again, heard = followLive ? live.tick : tick;
      // A change elsewhere lets the reading under way come in and reads once more: many changes on a slow network must not starve it.
      const wait = heard !== tick && asked === again && address === this.#address && this.#asked !== undefined;
      [tick, again] = [heard, asked];
      if (wait) this.#stale = true; else untrack(() => this.#read(address));
    });
    $effect(() => () => this.#asked?.abort());
  }

  again(): void { this.#again += 1; }

  #read(address: string | null): void {
    this.#asked?.abort();
    this.#asked = undefined;
    const before = this.#address;
    this.#address = address;
    this.#stale = false;
    if (address === null) return;
    if (before !== null && thing(before) !== thing(address)) { this.value = undefined; this.error = undefined; }
    const asked = this.#asked = new AbortController();
    this.loading = true;
    api.get<T>(address, {}, asked.signal).then(
      value => this.#come(asked, () => { this.value = value; this.error = undefined; }),
      (error: unknown) => this.#come(asked, () => { this.error = error as Refused; }),
    );
  }

  /** Only the newest reading counts. */
  #come(asked: AbortController, keep: () => void): void {
    if (asked !== this.#asked || asked.signal.aborted) return;
    keep();
    this.loading = false;
    this.#asked = undefined;
    if (this.#stale) this.#read(this.#address);
  }
}

/** Several of a kind at once, each answer at the place of its address. */
export class LoadedAll<T> {
  value = $state.raw<T[]>();

  constructor(paths: () => string[]) {
    $effect(() => {
      const addresses = paths();
      void live.tick;
      const stop = new AbortController();
      Promise.all(addresses.map(path => api.get<T>(path, {}, stop.signal))).then(all => { if (!stop.signal.aborted) this.value = all; }, () => undefined);
      return () => stop.abort();
    });
  }
}
