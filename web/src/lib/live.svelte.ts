// What the server says by itself: a new version, the end of an analysis, a job's progress.
import type { Job } from '../api/types.ts';

class Live {
  /** Grows when what is shown may have changed. */
  tick = $state(0);
  analysing = $state(false);
  connected = $state(true);
  jobs = $state<Record<string, Job>>({});
  #source: EventSource | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;

  open(territory: string): void {
    this.close();
    const source = new EventSource(`/api/v1/territories/${encodeURIComponent(territory)}/events`);
    source.onopen = () => { if (!this.connected) this.touch(); this.connected = true; };
    source.onerror = () => { this.connected = source.readyState === EventSource.CONNECTING ? navigator.onLine : false; };
    source.addEventListener('version', () => this.touch());
    source.addEventListener('analysis', event => {
      const told = parsed<{ analysing?: boolean; state?: string }>(event);
      this.analysing = told?.analysing ?? told?.state === 'running';
      this.touch();
    });
    source.addEventListener('job', event => {
      const job = parsed<Job>(event);
      if (job) this.jobs[job.id] = job;
    });
    this.#source = source;
  }

  /** Several changes in a row make one reading. */
  touch(): void {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => { this.tick += 1; }, 120);
  }

  close(): void {
    this.#source?.close();
    this.#source = undefined;
  }
}

function parsed<T>(event: Event): T | undefined {
  try {
    return JSON.parse((event as MessageEvent<string>).data) as T;
  } catch {
    return undefined;
  }
}

export const live = new Live();
