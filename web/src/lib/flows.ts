// Keeping a flow as it was told. What the server cannot read of the amount or the price stays in the words and is asked again; it never
// keeps the line from being kept.
import { api, Refused } from '../api/client.ts';
import type { Saved } from '../api/types.ts';

const OPTIONAL = ['price', 'stated'];

/** Puts a new flow; `left` names what could not be read. */
export async function keepFlow(path: string, body: Record<string, unknown>): Promise<Saved & { left: string[] }> {
  const left: string[] = [];
  for (;;) {
    try {
      return { ...(await api.put<Saved>(path, body)), left };
    } catch (error) {
      const field = error instanceof Refused && error.status === 422 ? error.problem.field : undefined;
      if (!field || !OPTIONAL.includes(field) || body[field] === undefined) throw error;
      left.push(field);
      body = { ...body, [field]: undefined };
    }
  }
}
