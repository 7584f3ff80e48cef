// What was written without network, kept on the device until the server has it. One record per line; nothing is lost by closing the page.
import { api, Refused } from '../api/client.ts';
import type { Reading } from '../api/types.ts';
import { keepFlow } from './flows.ts';
import { session } from './session.svelte.ts';

export interface Parcel { id: string; territory: string; site: string; /** Who wrote it: on a shared tablet nobody sends it in another's name. */ person?: string | undefined; kind: 'flow' | 'note' | 'photo'; at: string; body: Record<string, unknown>; file?: Blob; name?: string; failed?: string; offline?: boolean }

class Outbox {
  parcels = $state.raw<Parcel[]>([]);
  sending = $state(false);
  #db: Promise<IDBDatabase> | undefined;

  /** What the present person wrote. */
  get mine(): Parcel[] { return this.parcels.filter(one => !one.person || one.person === session.me?.person.id); }

  constructor() {
    void this.#all();
    addEventListener('online', () => void this.send());
  }

  async put(parcel: Parcel): Promise<void> {
    await this.#run('readwrite', store => store.put(parcel));
    await this.#all();
    await this.send();
  }

  async drop(id: string): Promise<void> {
    await this.#run('readwrite', store => store.delete(id));
    await this.#all();
  }

  /** Sends what waits, oldest first; stops at the first sign of no network. */
  async send(): Promise<number> {
    if (this.sending) return 0;
    this.sending = true;
    let sent = 0;
    const tried = new Set<string>();
    // What is written while others are on their way goes with them.
    const next = () => this.mine.filter(one => !tried.has(one.id)).sort((a, b) => a.at.localeCompare(b.at))[0];
    try {
      for (let parcel = next(); parcel; parcel = next()) {
        tried.add(parcel.id);
        try {
          await deliver(parcel).catch(there(parcel));
          await this.#run('readwrite', store => store.delete(parcel.id));
          sent += 1;
        } catch (error) {
          if (!(error instanceof Refused) || error.offline || error.status >= 500) break;
          await this.#run('readwrite', store => store.put({ ...parcel, failed: error.message }));
        }
      }
    } finally {
      this.sending = false;
      await this.#all();
    }
    return sent;
  }

  async #all(): Promise<void> {
    this.parcels = (await this.#run('readonly', store => store.getAll()) as Parcel[] | undefined) ?? [];
  }

  async #run(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
    this.#db ??= new Promise((resolve, reject) => {
      const request = indexedDB.open('fe2i', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('outbox', { keyPath: 'id' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const db = await this.#db;
    return new Promise((resolve, reject) => {
      const request = work(db.transaction('outbox', mode).objectStore('outbox'));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }
}

/** The id was chosen here: when the server has it already, only its answer was lost on the way. */
function there({ kind }: Parcel): (error: unknown) => void {
  return error => { if (kind === 'photo' || !(error instanceof Refused && error.conflict)) throw error; };
}

async function deliver({ territory, kind, id, body, file, name, site, offline }: Parcel): Promise<unknown> {
  const root = `/territories/${encodeURIComponent(territory)}`;
  if (kind === 'flow' && offline) Object.assign(body, await reread(root, body));
  if (kind === 'flow') return keepFlow(`${root}/flows/${encodeURIComponent(id)}`, body);
  if (kind === 'note') return api.put(`${root}/visits/${encodeURIComponent(id)}`, body);
  const form = new FormData();
  form.append('site', site);
  form.append('file', file ?? new Blob(), name ?? 'photo.jpg');
  return api.post(`${root}/photos`, form);
}

/** The server understands more than the device did: what it reads in the same words goes before. */
async function reread(root: string, { wording, direction, site, price }: Record<string, unknown>): Promise<Record<string, unknown>> {
  const found = await api.post<Reading>(`${root}/flows/read`, { wording, direction, site });
  // Who pays was answered on site, and is not asked again.
  return Object.fromEntries(Object.entries({ wording: found.wording, stated: found.stated, price: price ?? found.price, fate: found.fate }).filter(([, value]) => value));
}

export const outbox = new Outbox();
