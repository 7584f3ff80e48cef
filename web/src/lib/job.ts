// Long work: asked for, followed by the live channel and by asking again, cancelled when wanted.
import { api } from '../api/client.ts';
import type { Job } from '../api/types.ts';
import { live } from './live.svelte.ts';
import { of } from './session.svelte.ts';

const over = (job: Job) => job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';

/** Waits until the job ends; `told` hears each state. */
export async function follow(job: Job, told: (job: Job) => void): Promise<Job> {
  // The page may go to another territory meanwhile.
  const address = of(`/jobs/${job.id}`);
  let last = job;
  for (let pause = 120; !over(last); pause = Math.min(pause * 1.4, 1500)) {
    told(last);
    await new Promise(resolve => setTimeout(resolve, pause));
    const heard = live.jobs[job.id];
    last = heard && !over(heard) ? heard : await api.get<Job>(address);
    if (heard && !over(heard)) pause = 120;
  }
  told(last);
  return last;
}

export const cancel = (job: Job) => api.delete(of(`/jobs/${job.id}`));
