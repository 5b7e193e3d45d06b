import { kindTexts } from '../events/kind-texts.js';
import { sourceLabel } from '../files/source-label.js';
import { retention } from '../purpose/retention.js';
import { supervisoryAuthority } from '../purpose/supervisory-authorities.js';
import { dayText } from '../sentences/day-text.js';
import { type Language } from '../sentences/language.js';
import { formatNumber } from '../sentences/number-text.js';
import { type Block, type DossierFacts } from './dossier.js';
import { type DossierWords, english, french } from './dossier-words.js';

export const text = (written: string): Block => ({ type: 'text', text: written });
export const list = (...items: string[]): Block => ({ type: 'list', items });

export const countryName = (country: string, language: Language): string =>
  new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;

/** Whom employees may turn to in each country of the organisation. */
export function authoritiesText({ countries }: DossierFacts, language: Language): string {
  const { toFill } = language === 'fr' ? french : english;
  if (countries.length === 0) return toFill;
  return countries
    .map(({ country }) => `${countryName(country, language)}, ${supervisoryAuthority(country) ?? toFill}`)
    .join(language === 'fr' ? ' ; ' : '; ');
}

/** The tables that the documents show, in one language. */
export interface Tables {
  sources: Block;
  modules: Block;
  mask: Block;
  retention: Block;
  access: Block;
  consultation: Block;
  /** Which entities have no country yet; empty where every one has. */
  withoutCountry: readonly Block[];
}

/** Every configured fact, as tables. */
export function tablesOf(facts: DossierFacts, language: Language): Tables {
  const words = language === 'fr' ? french : english;
  return {
    sources: sourcesTable(facts, words, language),
    modules: modulesTable(facts, words, language),
    mask: maskTable(facts, words, language),
    retention: retentionTable(facts, words),
    access: {
      type: 'table',
      head: words.accessHead,
      rows: facts.roles.map(({ role, accounts }) => [
        words.roles[role] ?? role,
        words.sees[role] ?? '–',
        formatNumber(accounts, language),
      ]),
    },
    consultation: {
      type: 'table',
      head: words.consultationHead,
      rows: facts.countries.map(({ country, rule, consultedOn, informedOn, document }) => [
        countryName(country, language),
        [words.duty[rule.duty], ...rule.sources].join(language === 'fr' ? ' ; ' : '; '),
        dayOr(consultedOn, words, language),
        dayOr(informedOn, words, language),
        document ?? words.toFill,
      ]),
    },
    withoutCountry:
      facts.unsaid.length === 0
        ? []
        : [
            text(words.withoutCountry(formatNumber(facts.unsaid.length, language), facts.unsaid.length)),
            { type: 'list', items: facts.unsaid.map(({ path }) => path.join(' > ')) },
          ],
  };
}

const dayOr = (day: string | null, words: DossierWords, language: Language) =>
  day === null ? words.toFill : dayText(day, language, 'long');

function sourcesTable(facts: DossierFacts, words: DossierWords, language: Language): Block {
  // A source of files tells what files brought: after all were undone it stands for nothing that is collected.
  const sources = facts.sources.filter(({ kind, kinds }) => kind !== 'file' || kinds.length > 0);
  if (sources.length === 0) return text(words.noSource);
  const list = new Intl.ListFormat(language);
  return {
    type: 'table',
    head: words.sourcesHead,
    rows: sources.map(({ name, kind, kinds }) => [
      sourceLabel(name, language),
      words.sourceKinds[kind],
      kinds.length > 0 ? list.format(kinds.map((one) => kindTexts[one][language])) : words.nothingYet,
    ]),
  };
}

const modulesTable = ({ modules }: DossierFacts, words: DossierWords, language: Language): Block => ({
  type: 'table',
  head: words.modulesHead,
  rows: modules.map(({ module, declaredOn }) => [
    words.modules[module],
    declaredOn === null ? words.off : `${words.declaredOn} ${dayText(declaredOn, language, 'long')}`,
  ]),
});

function maskTable({ k, bands, mask }: DossierFacts, words: DossierWords, language: Language): Block {
  const n = (value: number) => formatNumber(value, language);
  const rows = [
    [words.smallest, n(k)],
    [words.bands, bands ? words.bandsOn : words.bandsOff],
  ];
  if (mask === null) return { type: 'table', head: words.maskHead, rows: [...rows, [words.computed, words.notYet]] };
  return {
    type: 'table',
    head: words.maskHead,
    rows: [
      ...rows,
      [words.computed, dayText(mask.week, language, 'long')],
      [words.people, n(mask.people)],
      [words.cells, n(mask.cells)],
      [words.smallestCell, n(mask.smallestCell)],
      [words.shown, `${n(mask.shown)} / ${n(mask.entities)}`],
    ],
  };
}

const retentionTable = ({ rawMonths }: DossierFacts, words: DossierWords): Block => ({
  type: 'table',
  head: words.retentionHead,
  rows: [
    [words.raw, words.months(rawMonths)],
    [words.activity, words.months(retention.activityMonths)],
    [words.milestones, words.days(retention.milestoneDaysAfterExit)],
    [words.strangers, words.months(retention.activityMonths)],
    [words.answers, words.months(retention.answerMonths)],
    [words.audit, words.months(retention.auditMonths)],
    [words.published, words.unlimited],
  ],
});

/** Beside the number of today: what was told before it was raised, and stays. Empty where nothing was. */
export function closedBefore({ closedWith }: Pick<DossierFacts, 'closedWith'>, language: Language): string {
  if (closedWith === null) return '';
  return language === 'fr'
    ? ` (${closedWith} dans les semaines closes avant que ce nombre ne soit relevé)`
    : ` (${closedWith} in weeks that were closed before this number was raised)`;
}
