// Something the server keeps, read again when its address or the territory's version changes. The old value stays in sight meanwhile.
import { api, type Refused } from '../api/client.ts';
import { live } from './live.svelte.ts';

export class Loaded<T> {
  value = $state.raw<T>();
  error = $state.raw<Refused>();
  loading = $state(true);
  #again = $state(0);

  /** `path` is read reactively; `null` means nothing to load yet. */
  constructor(path: () => string | null, { followLive = true } = {}) {
    $effect(() => {
      const address = path();
      void this.#again;
      if (followLive) void live.tick;
      if (address === null) return;
      const stop = new AbortController();
      this.loading = true;
      api.get<T>(address, {}, stop.signal).then(
        value => { this.value = value; this.error = undefined; this.loading = false; },
        (error: unknown) => { if (!stop.signal.aborted) { this.error = error as Refused; this.loading = false; } },
      );
      return () => stop.abort();
    });
  }

  again(): void { this.#again += 1; }
}

/** Several of a kind at once, each answer at the place of its address. */
export class LoadedAll<T> {
  value = $state.raw<T[]>();

  constructor(paths: () => string[]) {
    $effect(() => {
      const addresses = paths();
      void live.tick;
      const stop = new AbortController();
      Promise.all(addresses.map(path => api.get<T>(path, {}, stop.signal))).then(all => { this.value = all; }, () => undefined);
      return () => stop.abort();
    });
  }
}
