import type french from '../../i18n/fr/audit.js';

type Word = keyof typeof french;

/** What the particulars of an act of the audit log are called on screen; one without a word is shown by its name. */
export const detailWords: Partial<Record<string, Word>> = {
  what: 'detailWhat',
  format: 'detailFormat',
  rows: 'detailRows',
  import: 'detailImport',
  left: 'detailLeft',
  moved: 'detailMoved',
  kind: 'detailKind',
  dryRun: 'detailDryRun',
  request: 'detailRequest',
  known: 'detailKnown',
  facts: 'detailFacts',
  people: 'detailPeople',
  class: 'detailClass',
  country: 'detailCountry',
  countries: 'detailCountries',
  entities: 'detailEntities',
  consultedOn: 'detailConsulted',
  informedOn: 'detailInformed',
  document: 'detailDocument',
  reason: 'detailReason',
  module: 'detailModule',
  declaredOn: 'detailDeclared',
  rawMonths: 'detailMonths',
  before: 'detailBefore',
  k: 'detailSmallestGroup',
  wave: 'detailWave',
  decision: 'detailDecision',
  settings: 'detailSettings',
  provider: 'detailProvider',
  account: 'detailAccount',
  role: 'detailRole',
  source: 'detailSource',
  name: 'detailName',
};

/** Those of their values that are names of ours. */
export const detailValues: Partial<Record<string, Word>> = {
  'works-council': 'valueCouncil',
  'impact-assessment': 'valueImpact',
  'employee-notice': 'valueNotice',
  indicators: 'valueIndicators',
  rejects: 'valueRejects',
  personal: 'valuePersonal',
  synthetic: 'valueSynthetic',
  public: 'valuePublic',
  events: 'valueEvents',
};
