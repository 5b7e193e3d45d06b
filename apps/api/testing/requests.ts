import { type Draw } from '#domain/statistics/random.js';
import { type OpenApi } from '../http/openapi.js';

export interface DrawnRequest {
  method: string;
  url: string;
  payload?: string;
  headers: Record<string, string>;
}

type Schema = Record<string, unknown>;

const junk: readonly string[] = [
  ...['', ' ', '0', '-1', '1e309', 'NaN', 'null', 'true', '[]', '{}', '%00', '\u0000', '\ud800', 'é', '名前', '🙂'],
  ...[
    "'",
    '"',
    "' or 1=1 --",
    "'; drop table event; --",
    '1; select pg_sleep(9)',
    '${7*7}',
    '{{7*7}}',
    '<script>alert(1)</script>',
  ],
  ...[
    '../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    '/etc/passwd',
    'C:\\windows',
    '%',
    '%zz',
    '__proto__',
    'constructor',
  ],
  ...['2020-02-30', '2021-02-29', '9999-12-31', '0000-00-00', '2021-03-21T00:00:00Z', '275760-09-14'],
  ...['9007199254740993', '99999999999999999999', '1'.repeat(300), 'a'.repeat(5000), '=cmd()', '@x', '\t', '\r\nx: y'],
];
const known = [
  'acme',
  'paris',
  'pilot',
  'friends',
  'managers',
  'K20',
  'K08',
  '28',
  '7',
  '2021-03-21',
  '1',
  'wave:pilot',
];
const types = [
  'application/json',
  'application/json',
  'application/json',
  'text/csv',
  'application/x-ndjson',
  'text/plain',
  '',
];

/** Requests drawn from the description of every route: what it expects, and what it does not. */
export function requestsOf({ paths }: OpenApi, draw: Draw): () => DrawnRequest {
  const pick = <T>(from: readonly T[]): T => from[draw(from.length)]!;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const text = () => (draw(2) === 0 ? pick(known) : pick(junk));
  const value = (schema: Schema, depth = 0): unknown => valueOf(schema, { draw, pick, text, depth });

  return () => {
    const { path, method, operation } = pick(operations);
    const inPath = path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encode(name === 'org' ? pick(['acme', 'acme', 'acme', 'theirs', 'nowhere', text()]) : text()),
    );
    const asked = operation.parameters
      .filter((one) => one.in === 'query' && (one.required ? draw(8) > 0 : draw(2) === 0))
      .map(({ name, schema }) => [name, draw(3) > 0 ? value(schema as Schema) : text()] as const);
    if (draw(10) === 0) asked.push([pick(['__proto__', 'x', 'organization_id', 'limit']), text()]);
    const query = asked.map(([name, given]) => `${encode(name)}=${encode(written(given))}`).join('&');
    const schema = operation.requestBody?.content['application/json']?.schema as Schema | undefined;
    const type = schema && draw(10) > 0 ? 'application/json' : pick(types);
    const payload = method === 'GET' ? undefined : bodyOf(schema, { draw, pick, text, value });
    return {
      ...{ method, url: `${inPath}${query && `?${query}`}` },
      ...(payload === undefined ? {} : { payload }),
      headers: { ...(type && payload !== undefined ? { 'content-type': type } : {}) },
    };
  };
}

interface Tools {
  draw: Draw;
  pick: <T>(from: readonly T[]) => T;
  text: () => string;
}

function bodyOf(
  schema: Schema | undefined,
  { draw, pick, text, value }: Tools & { value: (schema: Schema) => unknown },
): string | undefined {
  if (draw(12) === 0) return undefined;
  if (draw(8) === 0) return pick(['{', '[1,', '"', '\u0000', '{"a":1e999}', '['.repeat(2000), 'a,b\n1,"2', text()]);
  const body = schema ? value(schema) : { events: [{ id: text(), kind: 'login', actor: text(), occurred_at: text() }] };
  if (draw(6) === 0 && typeof body === 'object' && body !== null) Object.assign(body, { [text()]: text() });
  const written = JSON.stringify(body);
  return draw(10) === 0 ? written.replace(/\{/, '{"__proto__":{"role":"admin"},') : written;
}

/** Something of a JSON schema, or now and then of another. */
function valueOf(schema: Schema, tools: Tools & { depth: number }): unknown {
  const { draw, pick, text, depth } = tools;
  const deeper = (inner: unknown) => valueOf(inner as Schema, { ...tools, depth: depth + 1 });
  if (draw(12) === 0 || depth > 5) return pick([text(), null, draw(1000), true, [], {}, -1, 1e21]);
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (choices) return deeper(pick(choices));
  if ('const' in schema) return schema.const;
  if (schema.enum) return pick(schema.enum as unknown[]);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries((schema.properties ?? {}) as Schema)
          .filter(([name]) => (schema.required as string[] | undefined)?.includes(name) || draw(2) === 0)
          .map(([name, inner]) => [name, deeper(inner)]),
      );
    case 'array':
      return Array.from({ length: draw(4) }, () => deeper(schema.items ?? {}));
    case 'integer':
    case 'number':
      return pick([0, 1, -1, 7, 28, 0.5, 1e9, 2 ** 31, 2 ** 53, draw(100)]);
    case 'boolean':
      return draw(2) === 0;
    default:
      return text();
  }
}

const written = (given: unknown): string =>
  Array.isArray(given)
    ? given.map((one) => written(one)).join()
    : typeof given === 'string'
      ? given
      : JSON.stringify(given);

/** A lone surrogate cannot be written in an address: it is sent as it would arrive. */
function encode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ED%A0%80';
  }
}
