// A list as a file that a French spreadsheet opens: semicolons, comma decimals, a byte order mark.
import { api } from '../api/client.ts';
import { lang } from './i18n.svelte.ts';

type Cell = string | number | null | undefined;

function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'number' ? String(value).replace('.', lang() === 'fr' ? ',' : '.') : value;
  // A cell that begins like a formula stays a text.
  const safe = /^[=+@]/.test(text) ? `'${text}` : text;
  return /[";\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csv = (rows: Cell[][]): string => `\ufeff${rows.map(row => row.map(cell).join(';')).join('\r\n')}\r\n`;

export function save(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** All pages of a list. */
export async function all<R>(path: string, query: Record<string, string | boolean | undefined>, rows: (page: never) => R[]): Promise<R[]> {
  const found: R[] = [];
  for (let after: string | null | undefined = ''; after !== null && after !== undefined;) {
    const page: { next?: string | null } = await api.get(path, { ...query, after, limit: 1000 });
    found.push(...rows(page as never));
    after = page.next;
  }
  return found;
}
