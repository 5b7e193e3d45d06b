import { type Command } from 'commander';
import { NewSettings, Settings } from '#contract/organization.js';
import { organizationBySlug } from '#storage/organization/organization.js';
import { saveSettings } from '#storage/steering/settings.js';
import { SteeringRepository } from '#storage/steering/steering.repository.js';
import { type Installation } from './installation.js';
import { answer, CommandError } from './output.js';

interface WordOptions {
  org: string;
  set?: string;
  unset?: string;
  json?: boolean;
}

interface ActiveOptions {
  org: string;
  indicator?: string;
  window?: string;
  label?: string;
  none?: boolean;
  json?: boolean;
}

type On = <Options>(
  command: (installation: Installation, options: Options) => Promise<number>,
) => (options: Options) => Promise<void>;

/** `essor org words` and `essor org active`: what the house calls things, and what it calls active. */
export function addSettings(organization: Command, on: On): void {
  organization
    .command('words')
    .description('house words: network, entity, entities, wave, waves, ambassador, ambassadors, level-0 …')
    .requiredOption('--org <slug>', 'organisation')
    .option('--set <pairs>', 'idea=word,…')
    .option('--unset <ideas>', 'back to the usual words')
    .option('--json', 'machine-readable answer')
    .action(on(setWords));
  organization
    .command('active')
    .description('what the house calls active: an indicator, its window and your own words for it')
    .requiredOption('--org <slug>', 'organisation')
    .option('--indicator <key>', 'such as K04.act or K20')
    .option('--window <days>', 'such as 28')
    .option('--label <words>', 'as it is shown')
    .option('--none', 'no definition of its own')
    .option('--json', 'machine-readable answer')
    .action(on(setActive));
}

async function setWords(installation: Installation, { org, set, unset, json }: WordOptions): Promise<number> {
  const { owner, id, now } = await open(installation, org);
  const given = (set?.split(',') ?? []).map((pair) => {
    const equals = pair.indexOf('=');
    if (equals < 1) throw new CommandError(`"${pair}" is not idea=word.`, 'bad_pair', 2);
    return [pair.slice(0, equals).trim(), pair.slice(equals + 1)] as const;
  });
  const taken = new Set(unset?.split(',').map((idea) => idea.trim()));
  const kept = Object.entries(now.houseWords).filter(([idea]) => !taken.has(idea));
  const houseWords = Object.fromEntries([...kept, ...given]);
  const saved = set || unset ? await saveSettings(owner, id, null, checked({ houseWords })) : now;
  answer(json, { organization: org, ...saved }, () => {
    const lines = Object.entries(saved.houseWords).map(([idea, word]) => `${idea.padEnd(12)} ${word}`);
    return lines.length > 0 ? lines : ['the usual words'];
  });
  return 0;
}

async function setActive(installation: Installation, options: ActiveOptions): Promise<number> {
  const { owner, id, now } = await open(installation, options.org);
  const { indicator, window, label, none } = options;
  const given = indicator ?? window ?? label;
  if (given !== undefined && !(indicator && window && label))
    throw new CommandError('A definition needs --indicator, --window and --label.', 'missing_option', 2);
  const active = indicator ? { indicator, window: Number(window), label } : null;
  const asked = none || active ? checked({ active }) : null;
  const saved = asked ? Settings.parse(await saveSettings(owner, id, null, asked)) : now;
  answer(options.json, { organization: options.org, ...saved }, () => {
    const own = saved.active;
    return [own ? `${own.label}: ${own.indicator} over ${own.window} days` : 'no definition of its own'];
  });
  return 0;
}

async function open(installation: Installation, org: string) {
  const owner = await installation.as('owner');
  const { id } = await organizationBySlug(owner, org);
  const card = await new SteeringRepository(owner).card(id);
  return { owner, id, now: Settings.parse({ houseWords: card?.houseWords, active: card?.active ?? null }) };
}

function checked(settings: object): NewSettings {
  const { success, data, error } = NewSettings.safeParse(settings);
  if (success) return data;
  const told = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' ');
  throw new CommandError(told, 'bad_settings', 2);
}
