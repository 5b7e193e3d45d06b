interface NotedRoute {
  /** The action of its note. */
  noted: string;
  body?: object;
  /** What stands in the path: a word, or the name of something that the test has made. */
  path?: Record<string, string>;
}

/** What changes who may do what, or what is kept, counted and shown: with a body that does. */
export const noted: Record<string, NotedRoute> = {
  'POST /v1/accounts': { noted: 'account_created', body: { email: 'n@example.org', name: 'N', role: 'sponsor' } },
  'PATCH /v1/accounts/:id': {
    noted: 'account_changed',
    body: { role: 'consultant' },
    path: { id: 'account' },
  },
  'POST /v1/accounts/:id/link': {
    noted: 'account_link_made',
    body: { purpose: 'reset' },
    path: { id: 'account' },
  },
  'DELETE /v1/accounts/:id/second-factor': { noted: 'second_factor_reset', path: { id: 'account' } },
  'DELETE /v1/accounts/:id/sessions': { noted: 'account_signed_out', path: { id: 'account' } },
  'DELETE /v1/accounts/:id': { noted: 'account_removed', path: { id: 'other' } },
  'POST /v1/organizations': {
    noted: 'organization_created',
    body: { slug: 'new', name: 'New', class: 'personal', timezone: 'UTC' },
  },
  'POST /v1/jobs/replay': { noted: 'jobs_replayed' },
  'POST /v1/account/tokens': { noted: 'token_created', body: { name: 'mine', role: 'sponsor', days: 1 } },
  'DELETE /v1/account/tokens/:id': { noted: 'token_revoked', path: { id: 'token' } },
  'PUT /v1/organizations/:org/group-roles': { noted: 'group_roles_changed', body: { groupRoles: [] } },
  'PATCH /v1/organizations/:org/directory': { noted: 'directory_limits_changed', body: { leaversAbove: 0.3 } },
  'POST /v1/organizations/:org/directory/tokens': { noted: 'scim_token_created' },
  'DELETE /v1/organizations/:org/directory/tokens/:token': {
    noted: 'scim_token_revoked',
    path: { token: 'scimToken' },
  },
  'POST /v1/organizations/:org/sources/:source/keys': { noted: 'key_created', path: { source: 'source' } },
  'DELETE /v1/organizations/:org/sources/keys/:key': { noted: 'key_revoked', path: { key: 'key' } },
  'DELETE /v1/organizations/:org/proposed-tree': { noted: 'proposed_tree_dropped' },
  'PATCH /v1/organizations/:org/settings': { noted: 'settings_changed', body: { houseWords: { wave: 'vagues' } } },
  'PUT /v1/organizations/:org/modules/:module': {
    noted: 'module_declared',
    body: { declaredOn: '2026-01-05' },
    path: { module: 'rhythm' },
  },
  'PUT /v1/organizations/:org/voice-thresholds': {
    noted: 'voice_set',
    body: { firstReplies: 0.5, voice: 0.4, weeks: 3 },
  },
  'POST /v1/organizations/:org/committees': {
    noted: 'committee_changed',
    body: { heldOn: '2026-06-01', participants: ['Director'] },
  },
  'PATCH /v1/organizations/:org/committees/:committee': {
    noted: 'committee_changed',
    body: { heldOn: '2026-06-02' },
    path: { committee: 'committee' },
  },
  'POST /v1/organizations/:org/committees/:committee/items': {
    noted: 'committee_changed',
    body: { kind: 'action', text: 'Call Lyon', owner: null, dueOn: null, state: 'open' },
    path: { committee: 'committee' },
  },
  'PATCH /v1/organizations/:org/committee-items/:item': {
    noted: 'committee_changed',
    body: { state: 'done' },
    path: { item: 'item' },
  },
  'POST /v1/organizations/:org/notes': {
    noted: 'figure_note_changed',
    body: { scope: '', indicator: 'K20', weekEnd: '2026-05-03', text: 'a fair' },
  },
  'PATCH /v1/organizations/:org/notes/:note': {
    noted: 'figure_note_changed',
    body: { withdrawn: true },
    path: { note: 'note' },
  },
  'PUT /v1/organizations/:org/retention': { noted: 'retention_chosen', body: { rawMonths: 2 } },
  'PUT /v1/organizations/:org/smallest-group': { noted: 'smallest_group_raised', body: { k: 12 } },
  'PUT /v1/organizations/:org/purpose-gate/country': { noted: 'country_set', body: { country: 'BE' } },
  'PUT /v1/organizations/:org/purpose-gate/consultations': {
    noted: 'consultation_recorded',
    body: { countries: ['BE'], informedOn: '2026-01-12' },
  },
  'PUT /v1/organizations/:org/purpose-gate/override': {
    noted: 'gate_overridden',
    body: { reason: 'because the test has to see it opened' },
  },
  'DELETE /v1/organizations/:org/purpose-gate/override': { noted: 'gate_override_ended' },
  'PUT /v1/organizations/:org/purpose-gate/entities': {
    noted: 'entity_countries_set',
    body: { entities: [{ entity: 'lyon', country: 'FR' }] },
  },
  'POST /v1/organizations/:org/declared/:kind': {
    noted: 'declared',
    body: { rows: [{ item: 'charter', state: 'done', date: '2026-01-10' }] },
    path: { kind: 'governance' },
  },
  'POST /v1/organizations/:org/rights/requests': {
    noted: 'person_objected',
    body: { request: 'objection', identifier: 'a' },
  },
  'POST /v1/account/password': {
    noted: 'password_changed',
    body: { password: 'password', newPassword: 'seven other words that nobody guesses' },
  },
};

const ofScim = (path: string, ...methods: string[]) => methods.map((method) => `${method} /scim/v2/${path}`);
const ofImports = (...rest: string[]) => rest.map((path) => `POST /v1/organizations/:org/imports${path}`);
const within = (...rest: string[]) => rest.map((one) => one.replace(' ', ' /v1/organizations/:org/'));

/** Every other route that writes, by why its note is not refused in turn. */
export const notAsked: Record<string, readonly string[]> = {
  'nothing is changed': [
    ...ofScim('Groups/.search', 'POST'),
    ...ofScim('Users/.search', 'POST'),
    ...ofImports('/preview', '/words'),
    ...within('POST pulls/test'),
  ],
  'data of a source: its key or token is noted, and what came is on the page Sources': [
    ...['POST /v1/alias', 'POST /v1/batch', 'POST /v1/events', 'POST /v1/group', 'POST /v1/identify', 'POST /v1/page'],
    ...['POST /v1/screen', 'POST /v1/track', 'POST /v1/xapi/statements', 'PUT /v1/xapi/statements'],
    ...ofScim('Groups', 'POST'),
    ...ofScim('Users', 'POST'),
    ...ofScim('Bulk', 'POST'),
    ...['Groups/:id', 'Users/:id'].flatMap((path) => ofScim(path, 'PUT', 'PATCH', 'DELETE')),
  ],
  'how files are read and sources are called: no right, and nothing that is kept': within(
    ...['PUT import-profiles/:name', 'DELETE import-profiles/:name', 'POST sources', 'PUT sources/:source/names'],
    ...['POST pulls/:source/fetch'],
  ),
  'addresses that one keeps for oneself: no right, no figure': within('POST views', 'DELETE views/:view'),
  'one goes in or out oneself: noted alone, for no change could hold it (noteAlone)': [
    ...['POST /v1/session', 'PATCH /v1/session', 'DELETE /v1/session', 'DELETE /v1/sessions'],
    'POST /v1/identity-providers/:provider/logout',
  ],
};

const api = (suite: string) => `apps/api/${suite}.http.spec.ts`;
const org = (method: string, path: string) => `${method} /v1/organizations/:org/${path}`;

/**
 * What needs a file, a group, a wave, a code or a provider: the action of its note, and the suite that makes the
 * request, or what it calls, and asks for the note.
 */
export const askedElsewhere: Record<string, readonly [action: string, suite: string]> = {
  [org('POST', 'imports')]: ['file_handed_in', api('privacy/privacy')],
  [org('POST', 'imports/:import/approve')]: ['snapshot_approved', api('imports/imports')],
  [org('POST', 'imports/:import/refuse')]: ['snapshot_refused', api('imports/imports')],
  [org('POST', 'imports/:import/cancel')]: ['import_cancelled', api('imports/imports')],
  [org('POST', 'imports/:import/undo')]: ['import_undone', api('imports/imports')],
  [org('POST', 'publication')]: ['publication_opened', api('imports/imports')],
  [org('POST', 'proposed-tree/adoption')]: ['file_handed_in', 'apps/cli/held.db.spec.ts'],
  [org('POST', 'directory/approval')]: ['directory_approved', api('scim/scim')],
  [org('PUT', 'groups/kinds')]: ['declared', api('declared/declared')],
  [org('POST', 'declared/:kind/withdrawal')]: ['withdrawn', api('declared/declared')],
  [org('POST', 'waves/:wave/decisions')]: ['wave_decided', api('steering/gate')],
  [org('POST', 'reports')]: ['report_changed', api('report/reports')],
  [org('PUT', 'reports/:report')]: ['report_changed', api('report/reports')],
  [org('DELETE', 'reports/:report')]: ['report_changed', api('report/reports')],
  [org('POST', 'reports/:report/trial')]: ['report_issued', api('report/reports')],
  [org('DELETE', 'reports/:report/issues/:issue/links')]: ['report_changed', api('report/reports')],
  'POST /v1/report-issues/open': ['report_opened', api('report/reports')],
  'POST /v1/report-issues/pdf': ['report_opened', api('report/reports')],
  [org('POST', 'rights/record')]: ['person_read', api('privacy/privacy')],
  [org('POST', 'pulls')]: ['pull_connected', api('pulls/pulls')],
  [org('PUT', 'pulls/:source')]: ['pull_changed', api('pulls/pulls')],
  [org('PATCH', 'pulls/:source')]: ['pull_changed', api('pulls/pulls')],
  [org('DELETE', 'pulls/:source')]: ['pull_disconnected', api('pulls/pulls')],
  // The first of two steps each: noted when the code is typed, or the provider has answered.
  'POST /v1/account/second-factor': ['second_factor_set_up', api('access/second-factor/second-factor')],
  'POST /v1/account/identities/:provider': ['identity_linked', api('access/oidc/linking')],
  'POST /v1/account/second-factor/confirmation': ['second_factor_set_up', api('access/second-factor/second-factor')],
  'POST /v1/account/second-factor/removal': ['second_factor_removed', api('access/second-factor/second-factor')],
  'POST /v1/account/recovery-codes': ['recovery_codes_made', api('access/second-factor/second-factor')],
  'POST /v1/account/identities/:provider/removal': ['identity_unlinked', api('access/oidc/linking')],
  'POST /v1/password': ['password_chosen', api('access/mail/mail')],
  'POST /v1/password/forgotten': ['password_reset_asked', api('access/mail/mail')],
};
