import { type Day } from '../calendar/day.js';
import { consultationRule, type ConsultationRule } from './consultation-rules.js';
import { type PlacedEntity, type UnsaidCountry, unsaidCountries } from './unsaid-countries.js';

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
  /** Its entities and their countries, as the tree will be once every change has come into force. */
  entities: readonly PlacedEntity[];
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
  /** A tree of entities is there: whatever other countries there are is known. */
  hasEntities: boolean;
  /** Entities of which nobody said the country: whether their staff was heard cannot be told. */
  unsaid: readonly UnsaidCountry[];
  /** In the order of their codes. */
  countries: readonly CountryGate[];
}

/**
 * Whether events of production may come in. Closed until every country of the organisation has the dates that its rule
 * asks for, and every entity has one; a country that the table does not know asks for both. Events cannot be told apart by country when they
 * arrive, so one country that waits keeps the gate closed for all.
 */
export function purposeGate(facts: PurposeFacts): PurposeGate {
  const named = [facts.country, ...facts.entities.map(({ country }) => country)];
  const codes = [...new Set(named.filter((country) => country !== null))].sort();
  const countries = codes.map((country) => countryGate(country, facts.consultations));
  const lacksCountry = codes.length === 0;
  const unsaid = unsaidCountries(facts.entities);
  const isComplete = !lacksCountry && unsaid.length === 0 && countries.every(({ missing }) => missing.length === 0);
  return { state: stateOf(facts, isComplete), lacksCountry, hasEntities: facts.entities.length > 0, unsaid, countries };
}

function stateOf({ class: kind, override }: PurposeFacts, isComplete: boolean): GateState {
  if (kind !== 'personal') return 'not_needed';
  if (isComplete) return 'open';
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

/** Employees were told before their representatives were heard: the dates are kept, and somebody is asked about them. */
export const informedFirst = ({ rule, consultedOn, informedOn }: CountryGate): boolean =>
  rule.duty !== 'information' && consultedOn !== null && informedOn !== null && informedOn < consultedOn;

/** Whose employees were told only after the first day of which acts are counted, or on no recorded day: a history is counted too. */
export const countedBeforeTold = <Country extends { informedOn: Day | null }>({
  countries,
  actsSince,
}: {
  countries: readonly Country[];
  actsSince: Day | null;
}): Country[] =>
  actsSince === null ? [] : countries.filter(({ informedOn }) => informedOn === null || informedOn > actsSince);
