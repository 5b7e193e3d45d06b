import { z } from 'zod';
import { ApiError } from './api-error.js';

const Problem = z.object({
  code: z.string().optional(),
  type: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
});

export type Parameters = Record<string, string | number | boolean | readonly string[] | undefined | null>;

/** Lists travel as `a,b`; what is undefined or null is left out. */
export function addressOf(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null) query.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

async function refusal(response: Response): Promise<ApiError> {
  const problem = Problem.safeParse(await response.json().catch(() => null)).data;
  const code = problem?.code ?? problem?.type?.split(/[/:]/).at(-1) ?? `http_${response.status}`;
  return new ApiError(response.status, code, problem?.detail ?? problem?.title ?? response.statusText);
}

async function answer(address: string, request: RequestInit): Promise<Response> {
  const response = await fetch(address, { credentials: 'same-origin', ...request }).catch((error: unknown) => {
    if (request.signal?.aborted) throw error;
    throw new ApiError(0, 'unreachable', String(error));
  });
  if (!response.ok) throw await refusal(response);
  return response;
}

async function parsed<T>(response: Response, schema: z.ZodType<T>): Promise<T> {
  const result = schema.safeParse(response.status === 204 ? undefined : await response.json().catch(() => null));
  if (!result.success) throw new ApiError(response.status, 'unreadable', z.prettifyError(result.error));
  return result.data;
}

/** Reads, parsed against the contract and never cast. */
export async function get<T>(
  path: string,
  schema: z.ZodType<T>,
  parameters: Parameters = {},
  signal?: AbortSignal,
): Promise<T> {
  return parsed(await answer(addressOf(path, parameters), { headers: { accept: 'application/json' }, signal }), schema);
}

/** Sends JSON, or a file as it is. Pass `z.undefined()` where nothing comes back. */
export async function send<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body: unknown,
  schema: z.ZodType<T>,
): Promise<T> {
  const raw = body instanceof Blob || body instanceof FormData;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (!raw && body !== undefined) headers['content-type'] = 'application/json';
  const payload = raw ? body : body === undefined ? undefined : JSON.stringify(body);
  return parsed(await answer(path, { method, headers, body: payload }), schema);
}

/** Asks for a file in a body, so that what is asked for stands in no address. */
export async function sendForFile(path: string, body: object): Promise<Blob> {
  const headers = { 'content-type': 'application/json' };
  return (await answer(path, { method: 'POST', headers, body: JSON.stringify(body) })).blob();
}

/** `/v1/organizations/<slug>/…`, the beginning of every route of an organisation. */
export const organizationPath = (slug: string, rest: string) => `/v1/organizations/${encodeURIComponent(slug)}/${rest}`;
