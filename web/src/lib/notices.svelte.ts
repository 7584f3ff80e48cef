// What was just done, with the way back. The last one can be undone with `z`.
import { Refused } from '../api/client.ts';
import { t } from './i18n.svelte.ts';

export interface Notice { id: number; text: string; bad: boolean; undo?: () => Promise<unknown> }

class Notices {
  list = $state.raw<Notice[]>([]);
  #next = 1;
  #working = new Set<Promise<unknown>>();

  /** Work under way that will have its own way back: `z` waits for it, or it would undo the one before. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.#working.add(work);
    try {
      return await work;
    } finally {
      this.#working.delete(work);
    }
  }

  done(text: string, undo?: () => Promise<unknown>): void { this.#add({ text, bad: false, ...(undo ? { undo } : {}) }, undo ? 12_000 : 4_000); }
  failed(error: unknown): void { this.#add({ text: told(error), bad: true }, 12_000); }
  drop(id: number): void { this.list = this.list.filter(one => one.id !== id); }

  async undo(asked?: Notice): Promise<void> {
    if (!asked) await Promise.allSettled(this.#working);
    const notice = asked ?? this.list.findLast(one => one.undo);
    if (!notice?.undo || !this.list.includes(notice)) return;
    this.drop(notice.id);
    try {
      await notice.undo();
      this.done(t('undone'));
    } catch (error) {
      this.failed(error);
    }
  }

  #add(notice: Omit<Notice, 'id'>, milliseconds: number): void {
    const id = this.#next++;
    this.list = [...this.list.slice(-2), { id, ...notice }];
    setTimeout(() => this.drop(id), milliseconds);
  }
}

export function told(error: unknown): string {
  if (error instanceof Refused && error.offline) return t('offline');
  if (error instanceof Refused && error.conflict) return t('conflict');
  return error instanceof Error ? error.message : String(error);
}

export const notices = new Notices();
