import { z } from 'zod';
import { dossiers } from '#domain/dossier/dossier.js';
import { Language } from './access.js';

/** Path and query of `GET /v1/organizations/:org/dossiers/:dossier?format=&language=`. */
export const DossierName = z.enum(dossiers);
export type DossierName = z.infer<typeof DossierName>;

export const DossierQuery = z.strictObject({
  format: z.enum(['pdf', 'docx']),
  /** Of the account where it is absent. */
  language: Language.optional(),
});
export type DossierQuery = z.infer<typeof DossierQuery>;
