// Where the boxes and ribbons of a Sankey diagram go: columns are given, heights are tonnes, order by the middle of the neighbours.
import type { SankeyData } from '../api/types.ts';

export interface Box { id: string; label: string; kind: string; column: number; x: number; y: number; h: number; tonnes: number }
export interface Ribbon { from: Box; to: Box; y0: number; y1: number; h: number; tonnes: number; estimated: boolean }
export interface Layout { boxes: Box[]; ribbons: Ribbon[]; height: number; columns: number }

const GAP = 10, MIN = 3;

export function layout({ nodes, links }: SankeyData, width: number, wanted: number): Layout {
  const columns = 1 + Math.max(0, ...nodes.map(node => node.column));
  const boxes = new Map<string, Box>(nodes.map(node => [node.id, { ...node, x: columns > 1 ? (node.column / (columns - 1)) * width : 0, y: 0, h: 0, tonnes: 0 }]));
  const real = links.filter(link => boxes.has(link.from) && boxes.has(link.to) && link.tonnes.mid > 0);
  for (const box of boxes.values()) {
    const sum = (end: 'from' | 'to') => real.filter(link => link[end] === box.id).reduce((total, link) => total + link.tonnes.mid, 0);
    box.tonnes = Math.max(sum('from'), sum('to'));
  }
  const byColumn = Array.from({ length: columns }, (_, column) => [...boxes.values()].filter(box => box.column === column && box.tonnes > 0));
  const fullest = Math.max(1, ...byColumn.map(column => column.length));
  const top = Math.max(1e-9, ...byColumn.map(column => column.reduce((sum, box) => sum + box.tonnes, 0)));
  const perTonne = Math.max(0, wanted - fullest * (GAP + MIN)) / top;
  for (const box of boxes.values()) box.h = MIN + box.tonnes * perTonne;
  order(byColumn, real, boxes);
  const height = Math.max(0, ...byColumn.map(stacked));
  for (const column of byColumn) centre(column, height);
  return { boxes: byColumn.flat(), ribbons: ribbons(real, boxes, perTonne), height, columns };
}

function stacked(column: Box[]): number {
  let y = 0;
  for (const box of column) { box.y = y; y += box.h + GAP; }
  return Math.max(0, y - GAP);
}

function centre(column: Box[], height: number): void {
  const shift = (height - stacked(column)) / 2;
  for (const box of column) box.y += shift;
}

function order(byColumn: Box[][], links: SankeyData['links'], boxes: Map<string, Box>): void {
  byColumn[0]?.sort((a, b) => b.tonnes - a.tonnes);
  byColumn.forEach((column, at) => {
    if (at === 0) { stacked(column); return; }
    const middle = (box: Box) => {
      const into = links.filter(link => link.to === box.id);
      const weight = into.reduce((sum, link) => sum + link.tonnes.mid, 0);
      return weight ? into.reduce((sum, link) => sum + link.tonnes.mid * ((boxes.get(link.from)?.y ?? 0) + (boxes.get(link.from)?.h ?? 0) / 2), 0) / weight : 1e9;
    };
    const key = new Map(column.map(box => [box.id, middle(box)]));
    column.sort((a, b) => (key.get(a.id) ?? 0) - (key.get(b.id) ?? 0));
    stacked(column);
  });
}

function ribbons(links: SankeyData['links'], boxes: Map<string, Box>, perTonne: number): Ribbon[] {
  const out = new Map<string, number>(), into = new Map<string, number>();
  const made: Ribbon[] = [];
  const place = (at: Map<string, number>, id: string, h: number) => { const y = at.get(id) ?? 0; at.set(id, y + h); return y; };
  const sorted = links.toSorted((a, b) => (boxes.get(a.to)?.y ?? 0) - (boxes.get(b.to)?.y ?? 0) || (boxes.get(a.from)?.y ?? 0) - (boxes.get(b.from)?.y ?? 0));
  for (const link of sorted) {
    const from = boxes.get(link.from), to = boxes.get(link.to);
    if (!from || !to) continue;
    const h = Math.max(.7, link.tonnes.mid * perTonne);
    made.push({ from, to, h, y0: from.y + place(out, from.id, h) + h / 2, y1: 0, tonnes: link.tonnes.mid, estimated: link.estimated });
  }
  for (const ribbon of made.toSorted((a, b) => a.from.y - b.from.y || a.y0 - b.y0)) ribbon.y1 = ribbon.to.y + place(into, ribbon.to.id, ribbon.h) + ribbon.h / 2;
  return made;
}
