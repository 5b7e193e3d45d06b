import { type ImportKind } from '#contract/imports.js';

export const kindWords = {
  events: 'kindEvents',
  entities: 'kindEntities',
  people: 'kindPeople',
  waves: 'kindWaves',
  members: 'kindMembers',
  groups: 'kindGroups',
  mandates: 'kindMandates',
  actions: 'kindActions',
  attendance: 'kindAttendance',
  turnout: 'kindTurnout',
  shocks: 'kindShocks',
  surveys: 'kindSurveys',
  answers: 'kindAnswers',
  governance: 'kindGovernance',
  trials: 'kindTrials',
  projects: 'kindProjects',
  processes: 'kindProcesses',
  contacts: 'kindContacts',
  coaching: 'kindCoaching',
  history: 'kindHistory',
  reports: 'kindReports',
  appointments: 'kindAppointments',
  mattermost: 'kindMattermost',
  slack: 'kindSlack',
  'slack-analytics': 'kindSlackAnalytics',
  yammer: 'kindYammer',
  m365: 'kindM365',
  exo: 'kindExo',
  humhub: 'kindHumhub',
  discourse: 'kindDiscourse',
  workplace: 'kindWorkplace',
  zulip: 'kindZulip',
} as const satisfies Record<ImportKind, string>;

/** The word of a kind that came over the wire; a kind nobody knows here stays as it is. */
export const wordOfKind = (kind: string) => (kind in kindWords ? kindWords[kind as ImportKind] : null);
