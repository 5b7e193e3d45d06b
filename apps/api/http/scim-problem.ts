import { Types } from 'scimmy';
import { type Problem } from '#runtime/problem.js';

export const scimType = 'application/scim+json; charset=utf-8';

const schemas = ['urn:ietf:params:scim:api:messages:2.0:Error'];

/** Codes of ours → the detail that RFC 7644 has for them. */
const details: Record<string, string> = {
  malformed_json: 'invalidSyntax',
  invalid_request: 'invalidSyntax',
};

/** What was refused, as RFC 7644 § 3.12 says it; null for an error that is not SCIM's. */
export function scimError(error: unknown): { status: number; body: Record<string, unknown> } | null {
  if (!(error instanceof Types.Error)) return null;
  const {
    status,
    scimType: kind,
    message,
  } = error as unknown as { status: number; scimType?: string; message: string };
  return { status, body: { schemas, status: String(status), ...(kind ? { scimType: kind } : {}), detail: message } };
}

/** A problem of the server, told on a SCIM route. */
export function problemAsScim({ status, message, code }: Problem): Record<string, unknown> {
  const kind = status === 400 ? details[code] : undefined;
  return { schemas, status: String(status), ...(kind ? { scimType: kind } : {}), detail: message };
}
