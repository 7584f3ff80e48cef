// Round numbers for the axes of hand-drawn charts.

/** 1, 2 or 5 times a power of ten, three to eight of them in a span. */
export function step(span: number): number {
  const ten = 10 ** Math.floor(Math.log10(Math.max(span, 1e-9) / 3));
  return [5, 2, 1].map(times => times * ten).find(one => span / one >= 3) ?? ten;
}

export interface Scale { low: number; high: number; ticks: number[] }

/** From a round number below all values to one above. `zero` keeps zero in sight. What is never negative has no axis below 0. */
export function scale(values: number[], zero = true): Scale {
  const all = zero ? [...values, 0] : values;
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const span = most - least || Math.abs(most) || 1;
  const by = step(span);
  const below = Math.floor((least - (zero ? 0 : span * .08)) / by) * by;
  const low = least >= 0 ? Math.max(below, 0) : below, high = Math.ceil((most + (zero ? 0 : span * .08)) / by) * by;
  const top = high > low ? high : low + by;
  return { low, high: top, ticks: Array.from({ length: Math.round((top - low) / by) + 1 }, (_, i) => Math.round((low + i * by) / by) * by) };
}
