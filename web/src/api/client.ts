// The one place that talks to the server.
import type { Problem } from './types.ts';

const ROOT = '/api/v1';

/** What the server answered instead of what was asked; `status` 0: it could not be reached. */
export class Refused extends Error {
  constructor(readonly status: number, readonly problem: Problem) {
    super(problem.detail ? `${problem.title} — ${problem.detail}` : problem.title);
  }

  get offline(): boolean { return this.status === 0; }
  /** Somebody else changed the record first: the answer holds what is there now. Any other 409 says for itself what it is. */
  get conflict(): boolean { return this.status === 409 && this.problem.present !== undefined; }
}

let language = 'fr';
export function speak(lang: string): void { language = lang; }

type Query = Record<string, string | number | boolean | null | undefined>;

/** `path` with the parameters that have a value. */
export function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length ? `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}` : path;
}

async function send<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const form = body instanceof FormData;
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language };
  if (body !== undefined && !form) headers['Content-Type'] = 'application/json';
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (body !== undefined) init.body = form ? body : JSON.stringify(body);
  if (signal) init.signal = signal;
  let response: Response;
  try {
    response = await fetch(ROOT + path, init);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refused(0, { title: 'offline' });
  }
  if (!response.ok) throw new Refused(response.status, await problem(response));
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

async function problem(response: Response): Promise<Problem> {
  try {
    return await response.json() as Problem;
  } catch {
    return { title: `${response.status} ${response.statusText}`.trim() };
  }
}

export const api = {
  get: <T>(path: string, query: Query = {}, signal?: AbortSignal) => send<T>('GET', withQuery(path, query), undefined, signal),
  post: <T>(path: string, body?: unknown, signal?: AbortSignal) => send<T>('POST', path, body, signal),
  put: <T>(path: string, body: unknown) => send<T>('PUT', path, body),
  delete: <T>(path: string, query: Query = {}, body?: unknown) => send<T>('DELETE', withQuery(path, query), body),
  /** The address of a file to download. */
  href: (path: string, query: Query = {}) => ROOT + withQuery(path, query),
};
