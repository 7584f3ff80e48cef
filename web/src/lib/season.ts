// The months in which something comes, as runs around the year; the same rule as in the dossier.

const EMPTY = .005, EVEN = .01, MONTH = 1 / 12;

/** Runs of months, first and last, January 0; none when all twelve are in or out. */
export function runs(within: boolean[]): [number, number][] {
  return within.flatMap((here, first) => {
    if (!here || within[(first + 11) % 12]) return [];
    let last = first;
    while (last - first < 11 && within[(last + 1) % 12]) last += 1;
    return [[first, last % 12] as [number, number]];
  });
}

export interface Season { kind: 'even' | 'mostly' | 'months'; runs: [number, number][] }

/** Every month alike, every month but some fuller, or some months only. */
export function season(months: number[]): Season {
  if (months.every(share => Math.abs(share - MONTH) < EVEN)) return { kind: 'even', runs: [] };
  const some = runs(months.map(share => share > EMPTY));
  return some.length ? { kind: 'months', runs: some } : { kind: 'mostly', runs: runs(months.map(share => share > MONTH + EMPTY)) };
}
