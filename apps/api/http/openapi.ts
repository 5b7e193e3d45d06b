import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { z } from 'zod';
import { policies, type Policy, sessionOnly } from '../access/policy.js';
import { type Handler, type Route } from '../access/routes.js';
import { sessionCookie } from '../access/session-store.js';
import { Parse } from './parse.js';

interface Operation {
  operationId: string;
  /** Row of the policy table. */
  'x-policy': string;
  security: Record<string, never[]>[];
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string }>;
}

/** OpenAPI 3.1: every route of the running server, with the shapes that it parses. */
export interface OpenApi {
  openapi: '3.1.0';
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: object;
}

const components = {
  securitySchemes: {
    session: { type: 'apiKey', in: 'cookie', name: sessionCookie },
    key: { type: 'http', scheme: 'bearer' },
    token: { type: 'http', scheme: 'bearer', description: 'Of a person: begins with essor_api_' },
  },
};

/** Written from the routes as the server registered them, so that it forgets none. */
export function openApi(routes: readonly Route[]): OpenApi {
  const paths: OpenApi['paths'] = {};
  for (const route of routes) {
    if (['HEAD', 'OPTIONS'].includes(route.method)) continue;
    const path = route.url.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return { openapi: '3.1.0', info: { title: 'Essor', version: '1' }, paths, components };
}

// As Nest numbers them in what its decorators leave behind.
const [bodies, queries] = ['3', '4'];

function operationOf({ method, url, policy, handler }: Route): Operation {
  const { body, query } = shapesOf(handler);
  const names = [...url.matchAll(/:(\w+)/g)].map(([, name]) => name!);
  const wanted = query?.required ?? [];
  return {
    operationId: `${method.toLowerCase()} ${url}`,
    'x-policy': policy,
    security: securityOf(policy),
    parameters: [
      ...names.map((name) => ({ name, in: 'path' as const, required: true, schema: { type: 'string' } })),
      ...Object.entries(query?.properties ?? {}).map(([name, schema]) => {
        return { name, in: 'query' as const, required: wanted.includes(name), schema: schema as object };
      }),
    ],
    ...(body && { requestBody: { content: { 'application/json': { schema: body } } } }),
    responses: { default: { description: 'JSON, a file, or problem details (RFC 9457)' } },
  };
}

function securityOf(policy: Policy): Operation['security'] {
  const allowed = policies[policy];
  if (allowed === 'anyone') return [];
  if (allowed === 'key') return [{ key: [] }];
  return [{ session: [] }, ...(sessionOnly.has(policy) ? [] : [{ token: [] }])];
}

/** What the `Parse` pipes of a handler expect. */
function shapesOf(handler: Handler | undefined): {
  body?: z.core.JSONSchema.BaseSchema;
  query?: z.core.JSONSchema.BaseSchema;
} {
  if (!handler) return {};
  const all = (Reflect.getMetadata(ROUTE_ARGS_METADATA, handler.controller, handler.name) ?? {}) as Record<
    string,
    { data?: unknown; pipes?: unknown[] }
  >;
  const shapeOf = (kind: string) => {
    const found = Object.entries(all).find(([key, { data }]) => key.startsWith(`${kind}:`) && data === undefined)?.[1];
    const pipe = found?.pipes?.find((one) => one instanceof Parse);
    return pipe && z.toJSONSchema(pipe.shape, { io: 'input', unrepresentable: 'any' });
  };
  const [body, query] = [shapeOf(bodies), shapeOf(queries)];
  return { ...(body && { body }), ...(query && { query }) };
}
