import { type EventKind } from '#domain/events/kind.js';

/**
 * Fourteen weeks, Monday 2026-01-05 to Sunday 2026-04-12, of people who each form one habit; who, is said beside their
 * deeds. `site` is in Paris, `yard` in New York, both with French holidays. Everyone does their weekly act on a Tuesday
 * at ten in the morning.
 */
export const habitLastDay = '2026-04-12';

/** Tuesdays of the twelve weeks that end on the last day; the last four are those of its 28 days. */
const tuesdays = ['01-20', '01-27', '02-03', '02-10', '02-17', '02-24', '03-03', '03-10', '03-17', '03-24']
  .concat(['03-31', '04-07'])
  .map((day) => `2026-${day}`);

const entities = `entity_id,parent_id,name,kind,country,timezone
all,,All,company,FR,Europe/Paris
site,all,Site,site,,
yard,all,Yard,site,,America/New_York
`;

const names = ['ann', 'ben', 'cid', 'dan', 'eve', 'fay', 'ivy', 'kim', 'zed'];
const people = [
  'person_id,entity,valid_from,valid_to,bot',
  ...names.map((name) => `${name},site,,,`),
  'joe,yard,,,',
  // Arrives on 2 February, moves to the yard on 1 April.
  'gus,site,2026-02-02,2026-04-01,',
  'gus,yard,2026-04-01,,',
  'hal,site,,2026-04-06,',
  'lea,site,,2026-02-10,',
  'bot,site,,,true',
  '',
].join('\n');

type Line = [at: string, kind: EventKind, actor: string, object?: string, target?: string, quantity?: number];

const paris = (day: string, time = '10:00') => `${day}T${time}:00${day >= '2026-03-29' ? '+02:00' : '+01:00'}`;
const newYork = (day: string) => `${day}T10:00:00${day >= '2026-03-08' ? '-04:00' : '-05:00'}`;
const weekly = (days: readonly string[], line: (day: string) => Line): Line[] => days.map(line);

const lines: Line[] = [
  // Nine of twelve weeks, one post each: habitual over twelve weeks, seen once in the last four.
  [paris('2026-01-05'), 'login', 'ann'],
  ...weekly(tuesdays.slice(0, 9), (day) => [paris(day), 'post', 'ann', `ann-${day}`]),
  // To oneself: nothing.
  [paris('2026-04-07'), 'reaction', 'ann', 'ann-1', 'ann'],
  // A robot does nothing and gives nothing.
  [paris('2026-03-17'), 'reaction', 'bot', 'ann-1', 'ann'],
  // Eight of twelve weeks, the last four among them, two reactions each: a novice, habitual over four weeks.
  [paris('2026-01-05'), 'login', 'ben'],
  ...weekly(tuesdays.slice(4), (day) => [paris(day), 'reaction', 'ben', 'ann-1', 'ann', 2]),
  // Every week fifteen posts: power.
  [paris('2026-01-05'), 'login', 'cid'],
  ...weekly(tuesdays, (day) => [paris(day), 'post', 'cid', `cid-${day}`, undefined, 15]),
  // Once in twelve weeks.
  [paris('2026-01-05'), 'login', 'dan'],
  [paris('2026-02-10'), 'post', 'dan', 'dan-1'],
  // Signs in every week and does nothing; on ten distinct days of the last 28, a weekend among them.
  [paris('2026-01-06'), 'login', 'eve'],
  ...weekly(tuesdays, (day) => [paris(day), 'login', 'eve']),
  ...weekly(['18', '19', '20', '21', '22', '25'], (day) => [paris(`2026-03-${day}`, '18:30'), 'login', 'eve']),
  // Activated on 26 January: seven days short of twelve weeks.
  [paris('2026-01-26'), 'login', 'fay'],
  ...weekly(tuesdays.slice(1), (day) => [paris(day), 'comment', 'fay', `fay-${day}`, 'joe']),
  // Present for ten weeks only. Joining a group is taking part, not interacting.
  [paris('2026-02-03'), 'login', 'gus'],
  ...weekly(tuesdays.slice(3, 11), (day) => [paris(day), 'group_joined', 'gus']),
  [newYork('2026-04-07'), 'group_joined', 'gus'],
  // Gone on the last Sunday; what was given to others stays with them.
  [paris('2026-01-06'), 'login', 'hal'],
  ...weekly(tuesdays.slice(0, 11), (day) => [paris(day), 'reaction', 'hal', 'joe-1', 'joe']),
  // Never invited.
  [newYork('2026-01-06'), 'login', 'joe'],
  ...weekly(tuesdays, (day) => [newYork(day), 'post', 'joe', `joe-${day}`]),
  // Invited on 1 April, never came.
  [paris('2026-04-01'), 'invitation_sent', 'admin', undefined, 'ivy'],
  // There long before being invited, as whoever was in a pilot: from then on the days count.
  [paris('2026-04-02'), 'invitation_sent', 'admin', undefined, 'cid'],
  // First login on 30 March: the fourteenth day is after the last Sunday.
  [paris('2026-03-30'), 'login', 'kim'],
  // Where nobody is placed there is no act of the organisation: after the exit, and of somebody the directory never named.
  [paris('2026-04-07'), 'file_shared', 'hal', 'hal-late', undefined, 5],
  [paris('2026-04-07'), 'file_shared', 'mallory', 'mallory-1', undefined, 7],
  // A view is no act, but tells who saw a message: eve, gus where he now is, hal before he went; never its author or a robot.
  [paris('2026-03-18'), 'view', 'eve', 'ann-2026-03-17'],
  [paris('2026-03-19'), 'view', 'eve', 'ann-2026-03-17'],
  [paris('2026-03-18'), 'view', 'gus', 'ann-2026-03-17'],
  [paris('2026-03-18'), 'view', 'hal', 'ann-2026-03-17'],
  [paris('2026-03-18'), 'view', 'ann', 'ann-2026-03-17'],
  [paris('2026-03-18'), 'view', 'bot', 'ann-2026-03-17'],
  // Of the yard: its author, and eve, to whom it was not addressed.
  [newYork('2026-04-01'), 'view', 'joe', 'joe-2026-03-31'],
  [paris('2026-04-02'), 'view', 'eve', 'joe-2026-03-31'],
  // A message of the winter, and one that nobody declared.
  [paris('2026-02-04'), 'view', 'ben', 'cid-2026-02-03'],
  [paris('2026-03-20'), 'view', 'fay', 'cid-2026-03-17'],
  // First login on 2 February, gone on the 10th: not there on the fourteenth day.
  [paris('2026-02-02'), 'login', 'lea'],
];

const events = [
  'id,occurred_at,kind,actor,object,target,quantity',
  ...lines.map(([at, kind, actor, object = '', target = '', quantity = 1], index) =>
    [`e${index}`, at, kind, actor, object, target, quantity].join(','),
  ),
  '',
].join('\n');

const actions = `action_id,kind,name,starts_on,state,object,entities
start,webinar,Start,2026-03-24,held,,
again,training,Again,2026-04-08,held,,
off,webinar,Off,2026-04-08,held,,
word,official_post,Word,2026-03-17,held,ann-2026-03-17,
yard,official_post,Yard,2026-03-31,held,joe-2026-03-31,yard
winter,launch_message,Winter,2026-02-03,held,cid-2026-02-03,
`;
/** ann twice; hal, before he went; gus, who has moved since; kim, before her first sign-in; ben, to what was called off. */
const attendance = `action_id,person_id
start,ann
again,ann
start,hal
start,gus
start,kim
off,ben
`;

/** In the order of import. */
export const habitOrganisation = { entities, people, actions, attendance, events };
export const withdrawn = actions.replace('Word,2026-03-17,held', 'Word,2026-03-17,cancelled');
export const calledOff = actions.replace('Off,2026-04-08,held', 'Off,2026-04-08,cancelled');
