import { z } from 'zod';
import { Language } from './access.js';

/** Any name of a person: the key of the directory, an address, a user name. Never in an address, where logs would keep it. */
const Identifier = z
  .string()
  .trim()
  .min(1)
  .max(320)
  .regex(/^\P{Cc}+$/u);

/** Body of `POST /v1/organizations/:org/rights/requests`. */
export const RightsRequest = z.strictObject({
  /** objection: article 21; withdrawal: of an objection; erasure: article 17, for good. */
  request: z.enum(['objection', 'withdrawal', 'erasure']),
  identifier: Identifier,
  /** The identifier a second time; asked for before an erasure. */
  confirmation: z.string().max(400).optional(),
});
export type RightsRequest = z.infer<typeof RightsRequest>;

/** What became of it: never anything of what the person did. */
export const RightsDone = z.object({
  /** Number under which the ledger and the audit log have it; null for a withdrawal. */
  number: z.uuid().nullable(),
  /** Something was stored under that name. */
  known: z.boolean(),
  /** There is also an account of Essor, which an administrator removes. */
  hasAccount: z.boolean(),
});
export type RightsDone = z.infer<typeof RightsDone>;

/** Body of `POST /v1/organizations/:org/rights/record`, which answers with the file (article 15). */
export const RecordRequest = z.strictObject({
  identifier: Identifier,
  format: z.enum(['json', 'pdf']),
  /** Of the PDF; that of the account where it is absent. */
  language: Language.optional(),
});
export type RecordRequest = z.infer<typeof RecordRequest>;
