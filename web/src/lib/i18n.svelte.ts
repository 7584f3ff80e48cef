// What the pages say: Fluent messages of `locales/*/web.ftl`, one language loaded at a time.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { speak } from '../api/client.ts';

export type Lang = 'fr' | 'en';
const sources = import.meta.glob<string>('../../../locales/*/web.ftl', { query: '?raw', import: 'default' });

let bundle = $state.raw(new FluentBundle('fr'));
let current = $state<Lang>('fr');

export function lang(): Lang { return current; }
/** `fr-FR`, for numbers and dates. */
export function locale(): string { return current === 'fr' ? 'fr-FR' : 'en-GB'; }

export function preferred(): Lang {
  const kept = localStorage.getItem('fe2i.lang');
  if (kept === 'fr' || kept === 'en') return kept;
  return navigator.language.startsWith('en') ? 'en' : 'fr';
}

let wanted: Lang | undefined;

export async function setLang(to: Lang): Promise<void> {
  const load = sources[`../../../locales/${to}/web.ftl`];
  if (!load) return;
  wanted = to;
  const next = new FluentBundle(to, { useIsolating: false });
  next.addResource(new FluentResource(await load()));
  // Somebody pressed twice: the last press counts, whichever file came first.
  if (wanted !== to) return;
  bundle = next;
  current = to;
  localStorage.setItem('fe2i.lang', to);
  document.documentElement.lang = to;
  speak(to);
}

/** The message of `key`; an unknown key shows as ⟦key⟧, so that it is seen and hurts nobody. */
export function t(key: string, args?: Record<string, FluentVariable>): string {
  const message = bundle.getMessage(key);
  return message?.value ? spaced(bundle.formatPattern(message.value, args ?? null, [])) : `⟦${key}⟧`;
}

/** True when there is a message of this key. */
export function says(key: string): boolean { return bundle.hasMessage(key); }

/** French typography: no line break before high punctuation nor inside guillemets. */
export function spaced(text: string): string {
  if (current !== 'fr') return text;
  return text.replace(/ ([:»])/g, '\u00a0$1').replace(/ ([;!?])/g, '\u202f$1').replace(/« /g, '«\u00a0').replace(/(\d) (%|€|t\b|k€|h\b|km\b|min\b)/g, '$1\u00a0$2');
}
