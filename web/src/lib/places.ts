// What a map without a base map can still say: the outline of each zone around its sites, the name of each commune in their middle.
import type { Feature, FeatureCollection, Point, Polygon, Position } from 'geojson';

function sitesBy(data: FeatureCollection, property: string): Map<string, Position[]> {
  const groups = new Map<string, Position[]>();
  for (const feature of data.features) {
    const name = feature.properties?.type === 'site' ? String(feature.properties[property] ?? '') : '';
    if (name && feature.geometry?.type === 'Point') groups.set(name, [...(groups.get(name) ?? []), feature.geometry.coordinates]);
  }
  return groups;
}

const turn = (a: Position, b: Position, c: Position) => ((b[0] ?? 0) - (a[0] ?? 0)) * ((c[1] ?? 0) - (a[1] ?? 0)) - ((b[1] ?? 0) - (a[1] ?? 0)) * ((c[0] ?? 0) - (a[0] ?? 0));

/** The convex outline of points, closed; Andrew's monotone chain. */
export function outline(points: Position[]): Position[] {
  const sorted = points.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0));
  const half = (all: Position[]) => {
    const kept: Position[] = [];
    for (const p of all) {
      while (kept.length > 1 && turn(kept.at(-2)!, kept.at(-1)!, p) <= 0) kept.pop();
      kept.push(p);
    }
    return kept.slice(0, -1);
  };
  const round = [...half(sorted), ...half(sorted.toReversed())];
  return round[0] ? [...round, round[0]] : [];
}

/** The same outline a little wider than the points, so that they lie inside. */
function widened(ring: Position[], share: number): Position[] {
  const [x, y] = middle(ring.slice(1));
  return ring.map(p => [x + ((p[0] ?? 0) - x) * share, y + ((p[1] ?? 0) - y) * share]);
}

function middle(points: Position[]): [number, number] {
  const mean = (axis: 0 | 1) => points.reduce((sum, p) => sum + (p[axis] ?? 0), 0) / Math.max(points.length, 1);
  return [mean(0), mean(1)];
}

export function zones(data: FeatureCollection): Feature<Polygon>[] {
  return [...sitesBy(data, 'zone')].filter(([, points]) => points.length > 2).map(([name, points]) => ({
    type: 'Feature', properties: { type: 'zone', name }, geometry: { type: 'Polygon', coordinates: [widened(outline(points), 1.18)] },
  }));
}

export function communes(data: FeatureCollection): Feature<Point>[] {
  return [...sitesBy(data, 'commune')].map(([name, points]) => ({ type: 'Feature', properties: { type: 'name', name }, geometry: { type: 'Point', coordinates: middle(points) } }));
}
