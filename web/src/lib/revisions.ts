// The newest revision this page has seen of each record. A list may still show an older one while it is read again; one's own change before is no
// conflict.
const newest = new Map<string, number>();

/** Notes what the server answered. */
export function saw(id: string, revision: number | null | undefined): void {
  if (typeof revision === 'number') newest.set(id, Math.max(revision, newest.get(id) ?? 0));
}

/** The revision to change `id` from, when `shown` is what is in sight. */
export function revision(id: string, shown: number | null | undefined): number | undefined {
  const known = newest.get(id);
  return shown === null || shown === undefined ? known : Math.max(shown, known ?? 0);
}
