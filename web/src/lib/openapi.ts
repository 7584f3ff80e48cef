// The OpenAPI document, as far as a reader needs it.
import rights from '../../../crates/server/tests/api/snapshots/api__matrix__every_role_at_every_route.snap?raw';

export interface Schema { $ref?: string; type?: string | string[]; description?: string; properties?: Record<string, Schema>; required?: string[]; items?: Schema; enum?: unknown[]; oneOf?: Schema[]; allOf?: Schema[]; additionalProperties?: Schema | boolean }
interface Media { schema?: Schema }
interface Parameter { name: string; in: string; required?: boolean; description?: string; schema?: Schema }
interface Raw { tags?: string[]; summary?: string; description?: string; parameters?: Parameter[]; requestBody?: { content: Record<string, Media> }; responses: Record<string, { content?: Record<string, Media> }>; security?: unknown[] }
export interface Document { paths: Record<string, Record<string, Raw>>; components: { schemas: Record<string, Schema> } }
export interface Operation { method: string; path: string; tag: string; summary: string; description: string; parameters: Parameter[]; body?: Schema | undefined; answer?: Schema | undefined; roles?: string[] | undefined; open: boolean }

/** Who is not refused a route for their role: the table that the tests of the server hold. */
const roles = new Map([...rights.matchAll(/^(\w+ \S+): (.+)$/gm)].map(([, route, told]) => [route ?? '', (told ?? '').split(' ').filter(one => !/=40[13]$/.test(one)).map(one => one.split('=')[0] ?? '')]));

const json = (content?: Record<string, Media>) => content?.['application/json']?.schema;

export function operations({ paths }: Document): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, raw]) => {
    const good = Object.entries(raw.responses).find(([status]) => status.startsWith('2'))?.[1];
    return {
      method, path, tag: raw.tags?.[0] ?? 'fe2i', summary: raw.summary ?? '', description: raw.description ?? '', parameters: raw.parameters ?? [],
      body: json(raw.requestBody?.content), answer: json(good?.content), roles: roles.get(`${method} ${path}`), open: raw.security?.length === 0,
    };
  }));
}

function resolved(document: Document, schema: Schema): Schema {
  const found = schema.$ref ? document.components.schemas[schema.$ref.split('/').pop() ?? ''] ?? {} : schema;
  const one = found.oneOf?.find(part => part.type !== 'null') ?? found.allOf?.[0];
  return one ? resolved(document, one) : found;
}

function name(schema: Schema): string {
  const one = schema.oneOf?.find(part => part.type !== 'null') ?? schema.allOf?.[0];
  if (one) return `${name(one)}${schema.oneOf ? '?' : ''}`;
  if (schema.$ref) return schema.$ref.split('/').pop() ?? '';
  const kinds = [schema.type ?? 'object'].flat(), kind = kinds.filter(each => each !== 'null').join(' | ');
  return `${schema.items ? `${name(schema.items)}[]` : kind}${kinds.includes('null') ? '?' : ''}`;
}

/** The fields of an object, or of what a list holds. */
export function fields(document: Document, schema: Schema): { name: string; type: string; description: string; required: boolean }[] {
  const whole = resolved(document, schema), object = whole.items ? resolved(document, whole.items) : whole;
  return Object.entries(object.properties ?? {}).map(([key, field]) => ({ name: key, type: name(field), description: field.description ?? '', required: object.required?.includes(key) ?? false }));
}

/** A value of the shape, with the required fields only. */
export function sample(document: Document, schema: Schema, depth = 0): unknown {
  const whole = resolved(document, schema), kind = [whole.type ?? 'object'].flat()[0];
  if (whole.enum) return whole.enum[0];
  if (kind === 'array') return depth < 3 && whole.items ? [sample(document, whole.items, depth + 1)] : [];
  if (kind === 'string') return '';
  if (kind === 'integer' || kind === 'number') return 0;
  if (kind === 'boolean') return false;
  const needed = Object.entries(whole.properties ?? {}).filter(([key]) => whole.required?.includes(key));
  return depth < 3 ? Object.fromEntries(needed.map(([key, field]) => [key, sample(document, field, depth + 1)])) : {};
}
