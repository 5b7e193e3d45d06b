import { type EventKind } from '#domain/events/kind.js';

/**
 * Thirty people over ten weeks, Monday 2026-01-05 to Sunday 2026-03-15, small enough to be counted by hand.
 *
 *   group (FR)             p01, at the top
 *   ├── paris (FR)         p02 manages p03–p12; wave `pilot`, opened on 12 January; p12 leaves on 16 February
 *   ├── lyon (FR)          p13 manages p14–p20; in no wave; p20 moves to New York on 2 March
 *   └── newyork (US)       p21 manages p22 and p27–p30, p22 manages p23–p26; wave `america`, opened on 9 February;
 *                          p30 arrives on Saturday 14 March
 *
 * On the last Sunday: 1 + 10 + 7 + 11 = 29 people. p03 and p14 are also the wave of people `relays`. p03 is an
 * ambassador, p23 will be one the day after. No level is given: distance from the top.
 */
export const lastDay = '2026-03-15';

const people = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `p${String(from + index).padStart(2, '0')}`);

const entities = `entity_id,parent_id,name,kind,country,timezone
group,,Group,company,FR,Europe/Paris
paris,group,Paris,site,FR,
lyon,group,Lyon,site,,
newyork,group,New York,site,US,America/New_York
`;

const line = (person: string, entity: string, manager: string, from = '', to = '', aliases = '', bot = '') =>
  [person, entity, manager, '', from, to, aliases, bot].join(',');

const directory = [
  'person_id,entity,manager_id,level,valid_from,valid_to,aliases,bot',
  line('p01', 'group', ''),
  line('p02', 'paris', 'p01'),
  ...people(3, 11).map((person) => line(person, 'paris', 'p02', '', '', person === 'p04' ? 'Zoe@Example.org' : '')),
  line('p12', 'paris', 'p02', '', '2026-02-16'),
  line('p13', 'lyon', 'p01'),
  ...people(14, 19).map((person) => line(person, 'lyon', 'p13')),
  line('p20', 'lyon', 'p13', '', '2026-03-02'),
  line('p20', 'newyork', 'p21', '2026-03-02'),
  line('p21', 'newyork', 'p01'),
  line('p22', 'newyork', 'p21'),
  ...people(23, 26).map((person) => line(person, 'newyork', 'p22')),
  ...people(27, 29).map((person) => line(person, 'newyork', 'p21')),
  line('p30', 'newyork', 'p21', '2026-03-14'),
  line('robot', 'paris', '', '', '', '', 'true'),
  '',
].join('\n');

const waves = `wave_id,name,kind,planned_start,planned_end,actual_start,entities,target
relays,Relays,forerunners,2026-01-05,2026-01-18,2026-01-05,,1
pilot,Pilot,pilot,2026-01-05,2026-02-01,2026-01-12,paris,0.8
america,America,rollout,2026-02-02,2026-03-29,2026-02-09,newyork,1
`;
const members = `wave_id,person_id\nrelays,p03\nrelays,p14\n`;
const mandates = `person_id,role,entity,from,to\np03,ambassador,paris,2026-01-05,\np23,ambassador,newyork,2026-03-16,\n`;

interface Deed {
  at: string;
  kind: EventKind;
  actor: string;
  object?: string;
  target?: string;
}

/** Working days of France from 16 February on, in their order: 20 of them until 13 March. */
const frenchDays = ['02-16', '02-17', '02-18', '02-19', '02-20', '02-23', '02-24', '02-25', '02-26', '02-27']
  .concat(['03-02', '03-03', '03-04', '03-05', '03-06', '03-09', '03-10', '03-11', '03-12', '03-13'])
  .map((day) => `2026-${day}`);
const mondays = ['01-05', '01-12', '01-19', '01-26', '02-02', '02-09', '02-16', '02-23', '03-02', '03-09'].map(
  (day) => `2026-${day}`,
);

const invited = (at: string, targets: string[]): Deed[] =>
  targets.map((target) => ({ at, kind: 'invitation_sent', actor: 'admin', target }));
const signedIn = (actor: string, days: readonly string[], time: string): Deed[] =>
  days.map((day) => ({ at: `${day}T${time}`, kind: 'login', actor }));
const did = (actor: string, kind: EventKind, at: string, object?: string, target?: string): Deed => ({
  at,
  kind,
  actor,
  ...(object ? { object } : {}),
  ...(target ? { target } : {}),
});

const deeds: Deed[] = [
  ...invited('2026-01-05T09:00:00+01:00', ['p14']),
  ...invited('2026-01-12T09:00:00+01:00', [...people(2, 9), 'p12']),
  ...invited('2026-02-09T10:00:00-05:00', people(21, 24)),
  ...invited('2026-03-02T09:00:00-05:00', ['p20', 'p25']),
  // All 20 working days; 16 of them; 15 of them.
  ...signedIn('p01', frenchDays, '09:00:00+01:00'),
  ...signedIn('p02', frenchDays.slice(0, 16), '09:00:00+01:00'),
  ...signedIn('p13', frenchDays.slice(0, 15), '09:00:00+01:00'),
  // 16 days, but the first is Presidents' Day: 15 of the 19 working days of the United States.
  ...signedIn('p21', frenchDays.slice(0, 16), '12:00:00-05:00'),
  ...signedIn('p14', mondays, '10:00:00+01:00'),
  did('p02', 'profile_created', '2026-01-13T09:00:00+01:00'),
  did('p02', 'post', '2026-03-09T11:00:00+01:00', 'post-1'),
  // Active before the invitation.
  did('p03', 'post', '2026-01-05T10:00:00+01:00', 'post-0'),
  did('p03', 'comment', '2026-02-25T10:00:00+01:00', 'comment-1'),
  did('p03', 'reaction', '2026-03-10T10:00:00+01:00', 'post-1', 'p02'),
  // Known to the source by an address.
  did('ZOE@example.org', 'login', '2026-03-11T10:00:00+01:00'),
  did('p05', 'login', '2026-01-20T10:00:00+01:00'),
  // Taken back on the same day: only the taking back was done.
  did('p05', 'reaction', '2026-03-10T10:00:00+01:00', 'post-1', 'p02'),
  did('p05', 'reaction_removed', '2026-03-10T10:05:00+01:00', 'post-1', 'p02'),
  // To oneself: nothing.
  did('p06', 'reaction', '2026-03-10T10:00:00+01:00', 'post-6', 'p06'),
  did('p07', 'reaction', '2026-02-10T10:00:00+01:00', 'post-0', 'p03'),
  // Half past midnight in Paris, on the Monday after the last day.
  did('p07', 'login', '2026-03-15T23:30:00Z'),
  // Taken back the day after: it was done.
  did('p08', 'reaction', '2026-03-04T10:00:00+01:00', 'post-0', 'p03'),
  did('p08', 'reaction_removed', '2026-03-05T10:00:00+01:00', 'post-0', 'p03'),
  did('p09', 'view', '2026-03-10T10:00:00+01:00', 'post-1'),
  did('p09', 'search', '2026-03-10T10:01:00+01:00'),
  // Never invited.
  did('p10', 'comment', '2026-03-12T10:00:00+01:00', 'comment-2'),
  did('p12', 'post', '2026-02-01T10:00:00+01:00', 'post-12'),
  did('p12', 'login', '2026-02-12T10:00:00+01:00'),
  did('p13', 'comment', '2026-02-20T10:00:00+01:00', 'comment-3'),
  did('p15', 'message_sent', '2026-03-13T10:00:00+01:00'),
  did('p16', 'login', '2026-02-15T10:00:00+01:00'),
  did('p17', 'mention', '2026-02-27T10:00:00+01:00', 'comment-4', 'p03'),
  // In Lyon, then in New York.
  did('p20', 'login', '2026-02-27T10:00:00+01:00'),
  did('p20', 'post', '2026-03-06T10:00:00-05:00', 'post-20'),
  did('p21', 'profile_created', '2026-02-10T10:00:00-05:00'),
  // Sunday evening in New York, Monday in Paris.
  did('p22', 'login', '2026-02-22T20:00:00-05:00'),
  // To the second 14 days after the invitation: too late.
  did('p23', 'profile_created', '2026-02-23T10:00:00-05:00'),
  // Ten in the evening of the last Sunday in New York.
  did('p23', 'login', '2026-03-16T02:00:00Z'),
  did('p25', 'login', '2026-03-15T21:00:00-04:00'),
  did('p26', 'group_joined', '2026-03-05T10:00:00-05:00'),
  did('p30', 'login', '2026-03-14T12:00:00-04:00'),
  did('robot', 'post', '2026-03-10T12:00:00+01:00', 'post-2'),
  did('ghost', 'reaction', '2026-03-11T12:00:00+01:00', 'post-1', 'p02'),
];

const events = [
  'id,occurred_at,kind,actor,object,target',
  ...deeds.map(({ at, kind, actor, object = '', target = '' }, index) =>
    [`e${index}`, at, kind, actor, object, target].join(','),
  ),
  '',
].join('\n');

/** The files of the small organisation, in the order of import. */
export const smallOrganisation = { entities, people: directory, waves, members, mandates, events };
