// A second press while the first is under way does nothing: no two flows from one impatient Enter.

/** `work`, not begun again before it has ended. A form's own submission never happens. */
export function once<A extends unknown[]>(work: (...given: A) => Promise<unknown>): (...given: A) => Promise<void> {
  let running = false;
  return async (...given) => {
    if (given[0] instanceof SubmitEvent) given[0].preventDefault();
    if (running) return;
    running = true;
    try {
      await work(...given);
    } finally {
      running = false;
    }
  };
}
