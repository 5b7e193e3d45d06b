import { z } from 'zod';

/** Query of both routes: entries before a position, the latest without it. */
export const AuditQuery = z.strictObject({
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditEntry = z.object({
  /** In its chain, from 1. */
  position: z.int(),
  at: z.iso.datetime(),
  action: z.string(),
  detail: z.record(z.string(), z.unknown()),
  /** Null = the command line, or an account that is gone. */
  by: z.string().nullable(),
  /** The account that it is about, by its name; null = none, or one that is gone. */
  about: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Answer of `GET /v1/organizations/:org/audit` and of `GET /v1/audit`, the latest first. */
export const AuditLog = z.object({ entries: z.array(AuditEntry), more: z.boolean() });
export type AuditLog = z.infer<typeof AuditLog>;
