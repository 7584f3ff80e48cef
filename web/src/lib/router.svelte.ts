// Addresses by the history API. The address says everything a person would want to send to a colleague: page, filters, open sheet.

let at = $state(read());

function read() {
  return { path: location.pathname, query: new URLSearchParams(location.search) };
}

addEventListener('popstate', () => { at = read(); });

/** Path pieces: `/t/vallee/pistes` → ['t', 'vallee', 'pistes']. */
export function pieces(): string[] { return at.path.split('/').filter(Boolean).map(decodeURIComponent); }
export function query(name: string): string { return at.query.get(name) ?? ''; }

export function go(to: string, { replace = false } = {}): void {
  if (to === location.pathname + location.search) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', to);
  at = read();
}

/** Parameters that open something over the page: the browser's way back closes it. */
const OPENS = ['lead', 'open'];

/** Changes parameters of the present address; an empty value takes one out. Replaces the entry, for filters are not steps back, unless it opens
 *  what was not open. */
export function setQuery(changes: Record<string, string | null | undefined>): void {
  const next = new URLSearchParams(location.search);
  const opens = OPENS.some(name => changes[name] && !next.get(name));
  for (const [key, value] of Object.entries(changes)) value ? next.set(key, value) : next.delete(key);
  const text = next.toString();
  go(text ? `${location.pathname}?${text}` : location.pathname, { replace: !opens });
}

/** Follows links within the application without leaving the page. */
export function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest?.('a');
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
  if (/^\/(api|ogc|healthz)/.test(link.pathname) || link.getAttribute('href')?.startsWith('#')) return;
  event.preventDefault();
  go(link.pathname + link.search);
  scrollTo(0, 0);
}
