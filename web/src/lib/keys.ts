// Single keys, only where nobody is writing.

type Handlers = Record<string, (event: KeyboardEvent) => void>;

function writing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) && !(target instanceof HTMLInputElement && /checkbox|radio|button/.test(target.type));
}

/** A listener for `svelte:window onkeydown`: the handler of the key, unless somebody writes or holds a modifier. */
export function keys(handlers: Handlers): (event: KeyboardEvent) => void {
  return event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    const handler = handlers[event.key];
    if (!handler) return;
    event.preventDefault();
    handler(event);
  };
}
