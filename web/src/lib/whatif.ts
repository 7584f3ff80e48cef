// What a trial changes: sums without the noise of draws, leads without those that only have another member.

/** What lies between two sums. What three digits would not show is rounding and other draws, no change. */
export function gap(before: number, after: number): number {
  const between = after - before;
  return Math.abs(between) < 5e-4 * Math.max(Math.abs(before), Math.abs(after)) ? 0 : between;
}

interface Told { kind: string; title: string; sentence: string }

/**
 * Leads that only have another member are not new: one gained and one lost of the same kind and title that name two sites in common. What names the
 * site that comes stands first.
 */
export function widened<L extends Told>(gained: L[], lost: L[], sites: string[], coming: string): { gained: L[]; lost: L[]; widened: L[] } {
  const named = (lead: L) => new Set(sites.filter(name => lead.sentence.includes(name)));
  const gone = lost.map(lead => ({ lead, names: named(lead), same: false }));
  const fresh: L[] = [], wider: L[] = [];
  for (const lead of gained) {
    const names = named(lead);
    const was = gone.find(one => !one.same && one.lead.kind === lead.kind && one.lead.title === lead.title && [...one.names].filter(name => names.has(name)).length >= 2);
    if (was) was.same = true;
    (was ? wider : fresh).push(lead);
  }
  const first = (list: L[]) => (coming ? [...list].sort((a, b) => Number(b.sentence.includes(coming)) - Number(a.sentence.includes(coming))) : list);
  return { gained: first(fresh), lost: gone.filter(one => !one.same).map(one => one.lead), widened: first(wider) };
}
