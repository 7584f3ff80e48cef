// Who is here, and where.
import { api, Refused } from '../api/client.ts';
import type { Me, Membership, Role } from '../api/types.ts';

class Session {
  me = $state.raw<Me>();
  known = $state(false);
  territory = $state('');

  get member(): Membership | undefined { return this.me?.memberships.find(m => m.territory === this.territory); }
  get role(): Role { return this.member?.role ?? 'lab'; }
  /** May work with leads and flows of everyone. */
  get facilitates(): boolean { return this.role === 'facilitator' || this.role === 'admin'; }

  async read(): Promise<void> {
    try {
      this.me = await api.get<Me>('/me');
    } catch (error) {
      // Without network the last person known on this device goes on: the visit page works offline.
      const kept = error instanceof Refused && error.offline ? localStorage.getItem('fe2i.me') : null;
      this.me = kept ? JSON.parse(kept) as Me : undefined;
    }
    if (this.me) localStorage.setItem('fe2i.me', JSON.stringify(this.me));
    this.known = true;
  }

  async leave(): Promise<void> {
    try {
      await api.delete('/session');
    } catch (error) {
      // A session that is over already is left all the same; without network it is not.
      if (!(error instanceof Refused) || error.offline) throw error;
    }
    localStorage.removeItem('fe2i.me');
    this.me = undefined;
  }
}

export const session = new Session();

/** Who carries something, when the page may say it: one's own name, or a name the server gave instead of an id. */
export function carrier(owner: string | null | undefined): string {
  if (owner === session.me?.person.id) return session.me?.person.name ?? '';
  return owner && !/^[0-9a-f]{32}$/.test(owner) ? owner : '';
}

/** The path of the present territory's part of the API. */
export function of(path: string): string { return `/territories/${encodeURIComponent(session.territory)}${path}`; }
/** The address of a page of the present territory. */
export function page(name: string): string { return `/t/${encodeURIComponent(session.territory)}/${name}`; }
