// Correcting a flow: only what was touched is changed, whoever else writes meanwhile.
import type { FlowRow } from '../api/types.ts';

export const FIELDS = ['wording', 'stated', 'quality', 'fate', 'who', 'price', 'waste_code'] as const;
const SOURCE = ['source', 'date'] as const;
export type Field = typeof FIELDS[number] | typeof SOURCE[number] | 'confidentiality';
/** The fields of the sheet, each as text or nothing. */
export type Values = Partial<Record<Field, string | null>>;

/** What the sheet shows of a flow. */
export function values(row: FlowRow): Values {
  const text: Values = { source: row.evidence.source, date: row.evidence.date ?? null, confidentiality: row.confidentiality };
  for (const field of FIELDS) text[field] = row[field] ?? null;
  return text;
}

/** The fields whose text is another one. */
export function changed(before: Values, after: Values): Values {
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => (value ?? null) !== (before[field as Field] ?? null)));
}

interface Stored { revision?: number; wording?: string; stated?: string | null; quality?: string | null; fate?: { stated?: string | null; who?: string | null; operation?: string | null } | null; waste_code?: string | null; waste_code_stated?: boolean; evidence?: Partial<FlowRow['evidence']>; confidentiality?: FlowRow['confidentiality']; season?: number[] | null }

/** The row as somebody else left it: what the server keeps, told as the sheet tells it. A price is not told: it stays as it is. */
export function theirs(row: FlowRow, stored: Stored): FlowRow {
  return {
    ...row, wording: stored.wording ?? row.wording, stated: stored.stated ?? null, quality: stored.quality ?? null,
    fate: stored.fate?.stated ?? null, who: stored.fate?.who ?? null, operation: stored.fate?.operation ?? null,
    waste_code: stored.waste_code_stated ? stored.waste_code ?? null : row.waste_code, waste_code_stated: stored.waste_code_stated ?? false,
    evidence: { ...row.evidence, ...stored.evidence }, confidentiality: stored.confidentiality ?? row.confidentiality, months: stored.season ?? null,
  };
}

/** What to send: the row with what was touched. A quantity said anew is said by who says it, today, unless another source is given. */
export function body(row: FlowRow, touched: Values = {}): Record<string, unknown> {
  const { basis, source, date, expires_on } = row.evidence;
  const anew = 'stated' in touched;
  const evidence = basis === 'estimated' || anew ? { basis: 'declared' } : { basis, source, date, expires_on };
  const { fate, who, operation, months } = row;
  return {
    site: row.site.id, direction: row.direction, wording: row.wording, stated: row.stated, quality: row.quality, fate, who, price: row.price,
    waste_code: row.waste_code_stated ? row.waste_code : undefined, months: months ?? undefined, confidentiality: row.confidentiality,
    operation: 'fate' in touched ? undefined : operation, resource: row.belief === 1 && !('wording' in touched) ? row.resource?.id : undefined,
    ...evidence, ...touched,
  };
}
