// What people do with leads, each with its way back.
import { api } from '../api/client.ts';
import type { LeadRow, Move, Stage, Synergy } from '../api/types.ts';
import { inDays } from './format.ts';
import { t } from './i18n.svelte.ts';
import { notices } from './notices.svelte.ts';
import { revision, saw } from './revisions.ts';
import { of } from './session.svelte.ts';

/** The reasons to set aside, in the order of their numbers. */
export const REASONS = ['wrong-data', 'already-done', 'too-little', 'too-far', 'quality', 'timing', 'cost', 'investment', 'law', 'contract', 'confidentiality', 'not-interested', 'no-answer', 'closed', 'other'] as const;
/** The keys that choose them: 1 to 9, then 0 and letters. */
export const REASON_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'a', 'b', 'c', 'd', 'f'] as const;
export const STAGES: Stage[] = ['detected', 'proposed', 'discussed', 'studied', 'agreed', 'running', 'ended', 'set-aside'];

export const leadPath = (id: string) => of(`/leads/${encodeURIComponent(id)}`);

type Movable = Pick<LeadRow, 'id' | 'stage' | 'revision' | 'reason' | 'due'>;

/** Moves leads and says so with an undo; answers what each became. */
export const move = (leads: Movable[], change: Move, said: string): Promise<Map<string, Synergy>> => notices.during(moved(leads, change, said));

/** One step of one lead; its synergy as it is then. */
export async function post(lead: Pick<LeadRow, 'id' | 'revision'>, change: Move): Promise<Synergy> {
  const after = await api.post<Synergy>(`${leadPath(lead.id)}/move`, { ...change, revision: revision(lead.id, lead.revision) });
  saw(lead.id, after.revision);
  return after;
}

async function moved(leads: Movable[], change: Move, said: string): Promise<Map<string, Synergy>> {
  const became = new Map<string, Synergy>();
  const undone: { lead: Movable; after: Synergy }[] = [];
  try {
    for (const lead of leads) {
      const after = await post(lead, change);
      became.set(lead.id, after);
      undone.push({ lead, after });
    }
  } catch (error) {
    notices.failed(error);
  }
  if (undone.length) notices.done(said, () => Promise.all(undone.map(({ lead, after }) => back(lead, after))));
  return became;
}

async function back(lead: Movable, after: Synergy): Promise<void> {
  const change: Move = {};
  if (lead.stage !== after.stage) change.to = lead.stage;
  if (lead.stage === 'set-aside' && lead.reason) change.reason = lead.reason;
  await undo(lead, after, change);
}

/** Back to the day it had, from what it became and nothing newer. */
export async function undo(lead: Pick<LeadRow, 'id' | 'due'>, after: Synergy, change: Move = {}): Promise<void> {
  const told = await api.post<Synergy>(`${leadPath(lead.id)}/move`, { ...change, ...(lead.due ? { due: lead.due } : { no_due: true }), text: t('undo-text'), revision: after.revision });
  saw(lead.id, told.revision);
}

export const later = (days = 14): Move => ({ due: inDays(days) });
