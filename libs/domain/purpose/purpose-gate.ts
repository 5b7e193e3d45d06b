import { type Day } from '../calendar/day.js';
import { consultationRule, type ConsultationRule } from './consultation-rules.js';

/** What was recorded for one country. */
export interface Consultation {
  country: string;
  /** The representatives gave their opinion, or their agreement; null = not recorded. */
  consultedOn: Day | null;
  /** Employees were told, each of them; null = not recorded. */
  informedOn: Day | null;
  /** Where the opinion can be read: minutes, a file number. */
  document: string | null;
}

export interface PurposeFacts {
  class: 'synthetic' | 'public' | 'personal';
  /** Of the organisation itself, ISO 3166-1; null = not said. */
  country: string | null;
  /** Countries of its entities, as the directory has them today. */
  entityCountries: readonly string[];
  consultations: readonly Consultation[];
  /** An administrator opened the gate without the dates, with a written reason. */
  override: { reason: string } | null;
}

export type MissingDate = 'consultation' | 'information';

export interface CountryGate extends Consultation {
  rule: ConsultationRule & { isKnown: boolean };
  missing: readonly MissingDate[];
}

/** not_needed: nobody real is counted. overridden: open by decision, whatever is missing. */
export type GateState = 'not_needed' | 'open' | 'overridden' | 'closed';

export interface PurposeGate {
  state: GateState;
  /** No country is known, of the organisation nor of any entity: nobody can tell what is required. */
  lacksCountry: boolean;
  /** In the order of their codes. */
  countries: readonly CountryGate[];
}

/**
 * Whether events of production may come in. Closed until every country of the organisation has the dates that its rule
 * asks for; a country that the table does not know asks for both. Events cannot be told apart by country when they
 * arrive, so one country that waits keeps the gate closed for all.
 */
export function purposeGate(facts: PurposeFacts): PurposeGate {
  const codes = [...new Set([...(facts.country === null ? [] : [facts.country]), ...facts.entityCountries])].sort();
  const countries = codes.map((country) => countryGate(country, facts.consultations));
  const lacksCountry = codes.length === 0;
  return { state: stateOf(facts, lacksCountry, countries), lacksCountry, countries };
}

function stateOf(
  { class: kind, override }: PurposeFacts,
  lacksCountry: boolean,
  countries: readonly CountryGate[],
): GateState {
  if (kind !== 'personal') return 'not_needed';
  if (!lacksCountry && countries.every(({ missing }) => missing.length === 0)) return 'open';
  return override ? 'overridden' : 'closed';
}

function countryGate(country: string, recorded: readonly Consultation[]): CountryGate {
  const known = recorded.find((one) => one.country === country);
  const rule = consultationRule(country);
  const dates = { consultedOn: known?.consultedOn ?? null, informedOn: known?.informedOn ?? null };
  const missing: MissingDate[] = [];
  if (rule.duty !== 'information' && dates.consultedOn === null) missing.push('consultation');
  if (dates.informedOn === null) missing.push('information');
  return { country, ...dates, document: known?.document ?? null, rule, missing };
}
