import { z } from 'zod';
import { isDay } from '#domain/calendar/day.js';

const CountryCode = z.string().regex(/^[A-Z]{2}$/, 'must be a country of two letters, as FR');
/** A consultation that has yet to be held opens nothing. */
const PastDay = z
  .string()
  .refine(isDay, 'must be a day, as 2026-03-31')
  .refine((day) => day <= new Date(Date.now() + 86_400_000).toISOString().slice(0, 10), 'must not lie ahead');

const CountryGate = z.object({
  country: CountryCode,
  consultedOn: z.string().nullable(),
  informedOn: z.string().nullable(),
  document: z.string().nullable(),
  missing: z.array(z.enum(['consultation', 'information'])),
  rule: z.object({
    duty: z.enum(['agreement', 'consultation', 'information']),
    body: z.string().nullable(),
    sources: z.array(z.string()),
    /** False where Essor knows no rule, and asks for both dates. */
    isKnown: z.boolean(),
  }),
});

/** Answer of `GET /v1/organizations/:org/purpose-gate`: may the activity of real people come in? */
export const PurposeGate = z.object({
  state: z.enum(['not_needed', 'open', 'overridden', 'closed']),
  /** Of the seat; null = not said. */
  country: CountryCode.nullable(),
  lacksCountry: z.boolean(),
  /** A directory is in, or a tree of entities: whatever other countries there are is known. */
  hasEntities: z.boolean(),
  /** Entities of which nobody said the country, their names from the top, and the country that the name says, if any. */
  unsaid: z.array(z.object({ entity: z.string(), path: z.array(z.string()).min(1), proposal: CountryCode.nullable() })),
  countries: z.array(CountryGate),
  /** First day of the acts that were brought, which may lie before employees were told; null before any. */
  actsSince: z.string().nullable(),
  override: z.object({ reason: z.string(), decidedAt: z.iso.datetime(), decidedBy: z.string().nullable() }).nullable(),
});
export type PurposeGate = z.infer<typeof PurposeGate>;
export type CountryGate = z.infer<typeof CountryGate>;

/** Body of `PUT …/purpose-gate/country`. */
export const NewCountry = z.strictObject({ country: CountryCode });
export type NewCountry = z.infer<typeof NewCountry>;

/** Body of `PUT …/purpose-gate/entities`: in which country entities are, and all below them that have no other. */
export const EntityCountries = z.strictObject({
  entities: z
    .array(z.strictObject({ entity: z.string().min(1).max(256), country: CountryCode }))
    .min(1)
    .max(1000),
});
export type EntityCountries = z.infer<typeof EntityCountries>;

/** Body of `PUT …/purpose-gate/consultations`: what is absent stays, null takes it back. */
export const NewConsultation = z.strictObject({
  countries: z.array(CountryCode).min(1).max(250),
  consultedOn: PastDay.nullable().optional(),
  informedOn: PastDay.nullable().optional(),
  /** Where the opinion can be read; no text of it. */
  document: z.string().trim().min(1).max(200).nullable().optional(),
});
export type NewConsultation = z.infer<typeof NewConsultation>;

/** Body of `PUT …/purpose-gate/override`; `DELETE` ends it. */
export const NewOverride = z.strictObject({ reason: z.string().trim().min(20).max(1000) });
export type NewOverride = z.infer<typeof NewOverride>;
