import { type FactKind, type Facts } from '#domain/declared/facts.js';

type Columns<T> = { [C in keyof T]: string };

/** The table of one kind of fact: its key and what is said under it, each with its type. Names are those of the row. */
export interface FactTable {
  name: string;
  key: Record<string, string>;
  rest: Record<string, string>;
}

/** Kinds that hold no list of people: read, written and withdrawn as they are. */
export type PlainKind = Exclude<FactKind, 'attendance' | 'answers' | 'reports'>;

const table = <T, K extends keyof T>(name: string, key: Columns<Pick<T, K>>, rest: Columns<Omit<T, K>>): FactTable => ({
  name,
  key: key,
  rest: rest,
});

/** Every column is typed against its fact: one that is missing or misspelt does not compile. */
export const factTables: Record<PlainKind, FactTable> = {
  actions: table<Facts['actions'], 'key'>(
    'action',
    { key: 'text' },
    {
      kind: 'text',
      name: 'text',
      state: 'text',
      startsOn: 'date',
      endsOn: 'date',
      entities: 'text[]',
      audience: 'text',
      channel: 'text',
      ledBy: 'text',
      objectKey: 'text',
    },
  ),
  turnout: table<Facts['turnout'], 'actionKey' | 'entityKey'>(
    'turnout',
    { actionKey: 'text', entityKey: 'text' },
    { people: 'integer', managers: 'integer' },
  ),
  shocks: table<Facts['shocks'], 'key'>(
    'shock',
    { key: 'text' },
    { name: 'text', startsOn: 'date', endsOn: 'date', entities: 'text[]' },
  ),
  surveys: table<Facts['surveys'], 'surveyKey' | 'key'>(
    'survey_question',
    { surveyKey: 'text', key: 'text' },
    {
      surveyName: 'text',
      askedOn: 'date',
      asked: 'integer',
      wording: 'text',
      about: 'text',
      answers: 'text[]',
      counted: 'text[]',
    },
  ),
  governance: table<Facts['governance'], 'key' | 'scope'>(
    'governance_item',
    { key: 'text', scope: 'text' },
    { state: 'text', statedOn: 'date', note: 'text' },
  ),
  trials: table<Facts['trials'], 'key'>(
    'tool_trial',
    { key: 'text' },
    {
      tool: 'text',
      scenario: 'text',
      triedOn: 'date',
      participants: 'integer',
      headcount: 'integer',
      score: 'float8',
      chosen: 'boolean',
    },
  ),
  projects: table<Facts['projects'], 'entityKey'>(
    'site_project',
    { entityKey: 'text' },
    {
      localDirector: 'text',
      businessLead: 'text',
      hrLead: 'text',
      contact: 'text',
      kickOff: 'date',
      language: 'text',
      budget: 'float8',
      days: 'float8',
    },
  ),
  processes: table<Facts['processes'], 'key'>(
    'process',
    { key: 'text' },
    {
      name: 'text',
      groupKey: 'text',
      tag: 'text',
      replacedOn: 'date',
      beforeHours: 'float8',
      source: 'text',
      copiedFrom: 'text',
    },
  ),
  contacts: table<Facts['contacts'], 'entityKey' | 'calledOn'>(
    'entity_contact',
    { entityKey: 'text', calledOn: 'date' },
    { outcome: 'text', note: 'text' },
  ),
  appointments: table<Facts['appointments'], 'key'>(
    'appointment',
    { key: 'text' },
    {
      name: 'text',
      every: 'text',
      animator: 'text',
      hours: 'float8',
      groupKey: 'text',
      startsOn: 'date',
      endsOn: 'date',
    },
  ),
  coaching: table<Facts['coaching'], 'key'>(
    'coaching',
    { key: 'text' },
    { executive: 'text', coach: 'text', meetingOn: 'date', state: 'text', consentOn: 'date', note: 'text' },
  ),
  history: table<Facts['history'], 'scope' | 'periodEnd' | 'indicator' | 'windowDays'>(
    'declared_figure',
    { scope: 'text', periodEnd: 'date', indicator: 'text', windowDays: 'smallint' },
    { numerator: 'float8', denominator: 'float8', source: 'text', definition: 'text' },
  ),
  targets: table<Facts['targets'], 'scope' | 'indicator' | 'windowDays' | 'dueOn'>(
    'target',
    { scope: 'text', indicator: 'text', windowDays: 'smallint', dueOn: 'date' },
    { atLeast: 'float8', atMost: 'float8' },
  ),
};

/** `startsOn` in a row is `starts_on` in its table. */
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
