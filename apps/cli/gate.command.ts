import { type Command } from 'commander';
import { type DataSource } from 'typeorm';
import { countedBeforeTold } from '#domain/purpose/purpose-gate.js';
import { EntityCountries, NewConsultation, NewCountry, NewOverride } from '#contract/purpose-gate.js';
import { organizationBySlug } from '#storage/organization/organization.js';
import { type GateRecord, readGate } from '#storage/purpose/purpose-gate.repository.js';
import { overrideGate, recordConsultation, setCountry, setEntityCountries } from '#storage/purpose/record-purpose.js';
import { type Installation } from './installation.js';
import { answer, CommandError } from './output.js';

interface GateOptions {
  org: string;
  seat?: string;
  entityCountry?: string;
  country?: string;
  consultedOn?: string;
  informedOn?: string;
  document?: string;
  override?: string;
  endOverride?: boolean;
  json?: boolean;
}

type On = <Options>(
  command: (installation: Installation, options: Options) => Promise<number>,
) => (options: Options) => Promise<void>;

/** `essor org gate`: whether the activity of real people may come in, and what opens the way. */
export function addGate(organization: Command, on: On): void {
  organization
    .command('gate')
    .description('whether events of real people may come in, and the dates that this asks for')
    .requiredOption('--org <slug>', 'organisation')
    .option('--seat <country>', 'country of its seat, such as FR')
    .option('--entity-country <pairs>', 'countries of entities, with all below them, such as "Belgique=BE,Siège=FR"')
    .option('--country <codes>', 'countries that the dates hold for (default: all that wait)')
    .option('--consulted-on <day>', 'when the representatives of employees were heard, or agreed')
    .option('--informed-on <day>', 'when employees were told')
    .option('--document <reference>', 'where the opinion can be read')
    .option('--override <reason>', 'open without the dates, for this reason, which the audit log keeps')
    .option('--end-override', 'no longer')
    .option('--json', 'machine-readable answer')
    .action(on(setGate));
}

async function setGate(installation: Installation, options: GateOptions): Promise<number> {
  const owner = await installation.as('owner');
  const { id } = await organizationBySlug(owner, options.org);
  const { seat, entityCountry, country, consultedOn, informedOn, document, override, endOverride } = options;
  if (seat) await setCountry(owner, id, null, checked(NewCountry, { country: seat }).country);
  if (entityCountry) await placeEntities(owner, id, entityCountry);
  const dates = {
    ...(consultedOn && { consultedOn }),
    ...(informedOn && { informedOn }),
    ...(document && { document }),
  };
  if (Object.keys(dates).length > 0) {
    const waiting = (await readGate(owner, id)).countries.filter(({ missing }) => missing.length > 0);
    const countries = country?.split(',') ?? waiting.map((one) => one.country);
    if (countries.length === 0)
      throw new CommandError('No country waits: name those that the dates hold for with --country.', 'no_country', 2);
    await recordConsultation(owner, id, null, checked(NewConsultation, { countries, ...dates }));
  }
  if (override !== undefined) await overrideGate(owner, id, null, checked(NewOverride, { reason: override }).reason);
  else if (endOverride) await overrideGate(owner, id, null, null);
  const gate = await readGate(owner, id);
  answer(options.json, { organization: options.org, ...gate }, () => told(gate));
  return 0;
}

async function placeEntities(owner: DataSource, id: string, pairs: string): Promise<void> {
  // A key may hold an equals sign; a country never does.
  const given = pairs.split(',').map((pair) => {
    const at = pair.lastIndexOf('=');
    return { entity: pair.slice(0, Math.max(0, at)).trim(), country: pair.slice(at + 1).trim() };
  });
  const { entities } = checked(EntityCountries, { entities: given });
  const [unknown] = await setEntityCountries(owner, id, null, entities);
  if (unknown !== undefined) throw new CommandError(`No entity has the key ${unknown}.`, 'unknown_entity', 2);
}

function told(gate: GateRecord): string[] {
  const { state, lacksCountry, unsaid, countries, override, actsSince } = gate;
  const later = countedBeforeTold(gate).map(({ country }) => country);
  return [
    `gate      ${state}`,
    ...(lacksCountry ? ['no country is known: --seat says that of the organisation'] : []),
    ...unsaid.map(
      ({ entity, proposal }) =>
        `no country is known of ${entity}: --entity-country "${entity}=${proposal ?? '…'}" says it`,
    ),
    ...countries.map(
      ({ country, consultedOn, informedOn, missing }) =>
        `${country}        consulted ${consultedOn ?? '–'}  informed ${informedOn ?? '–'}  ${missing.length > 0 ? `missing: ${missing.join(', ')}` : 'complete'}`,
    ),
    ...(later.length > 0
      ? [`acts are counted since ${actsSince}, before employees were told: ${later.join(', ')}`]
      : []),
    ...(override ? [`override  ${override.reason}`] : []),
  ];
}

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: Issue[] } };
}
interface Issue {
  path: PropertyKey[];
  message: string;
}

function checked<T>(schema: Schema<T>, value: object): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const why = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' ');
  throw new CommandError(why, 'bad_gate', 2);
}
