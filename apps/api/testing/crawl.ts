import { type OpenApi } from '../http/openapi.js';

/** What stands in the place of the parameters of paths and queries. A name without a value here fails the crawl. */
export type Values = Readonly<Record<string, readonly string[]>>;

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}
interface Schema {
  enum?: unknown[];
  const?: string | number | boolean;
  type?: string;
  anyOf?: Schema[];
  items?: Schema;
}

/**
 * Every address that GET answers at, as the description of the routes has them: with what it demands alone, and with each
 * value of each parameter that it takes beside that.
 */
export function addressesOf({ paths }: OpenApi, values: Values): { plain: string[]; varied: string[] } {
  const [plain, varied] = [new Set<string>(), new Set<string>()];
  for (const [path, methods] of Object.entries(paths)) {
    if (!methods.get || path.includes('*')) continue;
    const parameters = methods.get.parameters as unknown as Parameter[];
    const query = parameters.filter((one) => one.in === 'query');
    const demanded = query.filter(({ required }) => required);
    for (const written of pathsOf(path, values)) {
      for (const base of combined(demanded, values)) {
        plain.add(addressOf(written, base));
        for (const { name, schema } of query)
          for (const value of valuesOf(name, schema, values))
            varied.add(addressOf(written, { ...base, [name]: value }));
      }
    }
  }
  return { plain: [...plain], varied: [...varied].filter((address) => !plain.has(address)) };
}

const addressOf = (path: string, query: Record<string, string>) => {
  const written = new URLSearchParams(query).toString();
  return written === '' ? path : `${path}?${written}`;
};

/** Each value of each name in the path. */
function pathsOf(path: string, values: Values): string[] {
  const [whole, name] = /\{(\w+)\}/.exec(path) ?? [];
  if (whole === undefined || name === undefined) return [path];
  const known = values[`${path.split('/')[1]} ${name}`] ?? values[name];
  if (!known) throw new Error(`no value for {${name}} of ${path}`);
  return known.flatMap((value) => pathsOf(path.replace(whole, encodeURIComponent(value)), values));
}

/** Every way to give what is demanded. */
function combined([first, ...rest]: readonly Parameter[], values: Values): Record<string, string>[] {
  if (!first) return [{}];
  const others = combined(rest, values);
  return valuesOf(first.name, first.schema, values).flatMap((value) =>
    others.map((other) => ({ [first.name]: value, ...other })),
  );
}

function valuesOf(name: string, schema: Schema, values: Values): readonly string[] {
  const known = values[name] ?? written(schema);
  if (known.length === 0) throw new Error(`no value for ${name}`);
  return known;
}

function written({ enum: choices, const: only, type, anyOf, items }: Schema): string[] {
  if (only !== undefined) return [String(only)];
  if (choices) return choices.map(String);
  if (anyOf) return anyOf.flatMap(written);
  if (type === 'array' && items) return written(items);
  return type === 'boolean' ? ['true', 'false'] : [];
}
