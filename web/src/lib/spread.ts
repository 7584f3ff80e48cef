// Numbers beside discs that lie on each other: each where it covers neither another number nor a disc, with a line back when it had to go far.

export interface Disc { x: number; y: number; r: number }
export interface Label { x: number; y: number; far: boolean }

/** Half the width and height of a number, and the room a disc keeps. */
const HALF = { x: 8, y: 7 };
const AWAY = [9, 20, 32, 44];
const ANGLES = Array.from({ length: 12 }, (_, i) => (i * Math.PI) / 6);

/** Where the middle of each disc's number stands, inside `width` × `height`. */
export function spread(discs: Disc[], width: number, height: number): Label[] {
  const placed: Label[] = [];
  for (const disc of discs) {
    const tried = AWAY.flatMap(away => ANGLES.map(angle => ({ x: disc.x + (disc.r + away) * Math.cos(angle), y: disc.y - (disc.r + away) * Math.sin(angle), far: away > 9 })));
    const faults = (at: Label) => placed.filter(other => Math.abs(other.x - at.x) < 2 * HALF.x && Math.abs(other.y - at.y) < 2 * HALF.y).length * 3
      + discs.filter(other => Math.hypot(other.x - at.x, other.y - at.y) < other.r + HALF.y).length
      + (at.x < HALF.x || at.y < HALF.y || at.x > width - HALF.x || at.y > height - HALF.y ? 10 : 0);
    const best = tried.reduce((kept, at) => (faults(at) < faults(kept) ? at : kept));
    placed.push(best);
  }
  return placed;
}
