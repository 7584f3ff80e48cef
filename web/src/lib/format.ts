// Numbers, ranges and dates as people read them. Missing is said, never shown as 0.
import type { Amount, Range } from '../api/types.ts';
import { locale, says, t } from './i18n.svelte.ts';

/** Three significant digits at most: more would pretend to know. */
export function number(value: number, digits = 3): string {
  const rounded = Math.abs(value) >= 1000 ? Number(value.toPrecision(digits)) : value;
  // A minus as long as a plus: a hyphen is lost before a digit, and the sentences of the server have the former.
  return new Intl.NumberFormat(locale(), { maximumSignificantDigits: Math.abs(value) >= 1000 ? 15 : digits }).format(rounded === 0 ? 0 : rounded).replace(/^-/, '−');
}

export function exact(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(value);
}

interface Scale { factor: number; unit: string }

/** A unit as people write it, and the power of ten that keeps the figure short: 368 000 EUR/year → 368 k€/an. */
function scale(unit: string, top: number): Scale {
  const [base, ...per] = unit.split('/');
  const rest = per.map(one => (says(`unit-${one}`) ? t(`unit-${one}`) : one)).join('/');
  const known = base === 'EUR' ? euros(top) : { factor: 1, unit: base && says(`unit-${base}`) ? t(`unit-${base}`) : base ?? '' };
  return { factor: known.factor, unit: rest ? `${known.unit}/${rest}` : known.unit };
}

function euros(top: number): Scale {
  if (top >= 2e6) return { factor: 1e6, unit: 'M€' };
  return top >= 1e4 ? { factor: 1e3, unit: 'k€' } : { factor: 1, unit: '€' };
}

const largest = (range: Range) => Math.max(Math.abs(range.low), Math.abs(range.mid), Math.abs(range.high));

/** The middle of an amount: `234 t/an`. */
export function middle({ range, unit }: Amount): string {
  const { factor, unit: name } = scale(unit, largest(range));
  return `${number(range.mid / factor)}\u00a0${name}`;
}

/** `de 156 à 343`, without unit; empty for an exact figure. */
export function spread({ range, unit }: Amount): string {
  if (range.low === range.high) return '';
  const { factor } = scale(unit, largest(range));
  return t('from-to', { low: number(range.low / factor), high: number(range.high / factor) });
}

/** `234 t/an (de 156 à 343)`. */
export function amount(value: Amount): string {
  const around = spread(value);
  return around ? `${middle(value)} (${around})` : middle(value);
}

export function tonnes(range: Range, estimated = false): string {
  return middle({ range, unit: 't/year', estimated });
}

/** Reads `2026-01-14` as a day of the calendar, whatever the time zone. */
function day(text: string): Date {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T12:00:00`) : new Date(text);
}

export function date(text: string | null | undefined, style: 'short' | 'long' = 'short'): string {
  if (!text) return '—';
  const options: Intl.DateTimeFormatOptions = style === 'short' ? { day: 'numeric', month: 'short', year: 'numeric' } : { weekday: 'long', day: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat(locale(), options).format(day(text));
}

export function time(text: string): string {
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(text));
}

/** Days from today to `text`; negative when past. */
export function daysTo(text: string): number {
  const now = new Date();
  now.setHours(12, 0, 0, 0);
  return Math.round((day(text).getTime() - now.getTime()) / 86_400_000);
}

/** « aujourd’hui », « en retard de 3 jours », « dans 5 jours ». */
export function due(text: string): string {
  const days = daysTo(text);
  return days < 0 ? t('due-late', { days: -days }) : days === 0 ? t('due-today') : t('due-in', { days });
}

/** `2026-11-29`, `days` after today. */
export function inDays(days: number): string {
  const at = new Date();
  at.setDate(at.getDate() + days);
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
}

export function km(value: number): string {
  return value < 1 ? `${number(Math.round(value * 100) * 10)}\u00a0m` : `${number(value, 2)}\u00a0km`;
}
