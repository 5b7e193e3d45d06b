import { addDays, type Day } from '#domain/calendar/day.js';

/**
 * One made-up group in which every case of the product is entered: two companies of two sites each, 261 people, eight
 * weeks that end with a four-week block. Files are those a user hands in.
 */
export const firstMonday: Day = '2026-03-16';
export const lastSunday: Day = '2026-05-10';

const sites = { air_paris: 80, air_lyon: 60, sea_ams: 80, sea_rtm: 40 };

interface Person {
  key: string;
  site: string;
  number: number;
}
const staff: Person[] = Object.entries(sites).flatMap(([site, people]) =>
  Array.from({ length: people }, (_, number) => ({ key: `${site}-${number}`, site, number })),
);

const csv = (header: string, rows: readonly (readonly (string | number)[])[]): string =>
  [header, ...rows.map((row) => row.join(','))].join('\n') + '\n';

const entities = csv('entity_id,parent_id,name,kind,country,timezone', [
  ['group', '', 'Air & Sea', 'group', 'FR', 'Europe/Paris'],
  ['air', 'group', 'Air', 'company', '', ''],
  ['sea', 'group', 'Sea', 'company', 'NL', 'Europe/Amsterdam'],
  ...Object.keys(sites).map((site) => [site, site.slice(0, 3), site, 'site', '', '']),
]);

const people = csv('person_id,entity,manager_id,valid_from,name', [
  ['top', 'air_paris', '', '', ''],
  ...staff.map(({ key, site, number }) => [key, site, number === 0 ? 'top' : `${site}-0`, '', key]),
]);

const waves = csv('wave_id,name,kind,planned_start,planned_end,actual_start,entities', [
  ['choice', 'Choix de l’outil', 'choice', '2026-01-05', '2026-02-27', '2026-01-05', ''],
  ['communicators', 'Communicants', 'forerunners', '2026-03-02', '2026-03-15', '2026-03-02', ''],
  ['pilot', 'Pilote', 'pilot', '2026-03-16', '2026-04-12', '2026-03-16', 'air'],
  ['rollout', 'Généralisation', 'rollout', '2026-03-30', '2026-05-10', '2026-03-30', 'sea_ams'],
  ['next', 'Suite', 'rollout', '2026-06-01', '2026-07-05', '', 'sea_rtm'],
]);
const members = csv('wave_id,person_id', [
  ...staff.slice(0, 17).map(({ key }) => ['choice', key]),
  ...staff.slice(0, 30).map(({ key }) => ['communicators', key]),
]);

const groups = csv('group_id,name,kind,creator_id,owner_ids,created_at,planned_months', [
  ['quality', 'Métier qualité', 'trade', 'air_paris-1', 'air_paris-1', '2026-01-20', 6],
  ['cabin', 'Signalements cabine', 'process', 'air_paris-2', 'air_paris-2', '2026-02-01', ''],
  ['engines', 'Signalements moteurs', 'process', 'sea_ams-2', 'sea_ams-2', '2026-02-01', ''],
]);

const mandates = csv('person_id,role,entity,from,to', [
  ['air_paris-1', 'community_manager', '', '2026-01-05', ''],
  ['air_lyon-1', 'community_manager', 'air', '2026-01-05', ''],
  ['air_lyon-2', 'relay', 'air_lyon', '2026-01-05', ''],
  ['sea_ams-3', 'relay', 'sea_ams', '2026-01-05', ''],
  ['top', 'sponsor', '', '2026-01-05', ''],
]);

type Deed = readonly [day: Day, kind: string, actor: string, group?: string, object?: string, hour?: number];

/** Day by day: profiles within fourteen days, sign-ins every week, trades that talk, cabins that are mended. */
function deeds(): Deed[] {
  const all: Deed[] = [];
  for (const { key, site, number } of staff) {
    if (site === 'sea_rtm') continue;
    const opened = site.startsWith('air') ? firstMonday : addDays(firstMonday, 14);
    if (number % 10 !== 9) all.push([addDays(opened, 1 + (number % 12)), 'profile_created', key]);
    if (number % 10 === 9) continue;
    for (let week = 2; week < 8; week++) {
      const monday = addDays(firstMonday, week * 7);
      if (monday > addDays(opened, 13)) all.push([addDays(monday, number % 5), 'login', key]);
      if (number % 4 === 0 && monday > addDays(opened, 13)) all.push([addDays(monday, number % 5), 'reaction', key]);
      if (number % 3 === 0 && monday > addDays(opened, 13)) all.push([addDays(monday, 1), 'post', key]);
    }
  }
  const talking = staff.filter(({ site, number }) => site !== 'sea_rtm' && number < 12);
  for (const [index, { key, site }] of talking.entries()) {
    const group = site.startsWith('air') ? 'cabin' : 'engines';
    const day = addDays(firstMonday, 35 + (index % 7));
    all.push([firstMonday, 'group_joined', key, 'quality'], [firstMonday, 'group_joined', key, group]);
    all.push([day, 'post', key, 'quality']);
    all.push([day, 'post', key, group, `report-${index}`]);
    // Four days later, somebody of the workshop closes it.
    all.push([addDays(day, 4), 'resolved', talking[(index + 1) % talking.length]!.key, group, `report-${index}`, 11]);
  }
  return all;
}

const invited = staff
  .filter(({ site }) => site !== 'sea_rtm')
  .map(({ key, site }): readonly string[] => [
    `i-${key}`,
    `${site.startsWith('air') ? firstMonday : addDays(firstMonday, 14)}T08:00:00+01:00`,
    'invitation_sent',
    ...['top', '', '', key],
  ]);

const events = csv('id,occurred_at,kind,actor,object,group,target', [
  ...invited,
  ...deeds().map(([day, kind, actor, group = '', object = '', hour = 10], index) => [
    ...[`d${index}`, `${day}T${hour}:00:00+02:00`, kind, actor],
    ...[kind === 'post' && object === '' ? `post-${index}` : object, group, ''],
  ]),
]);

const surveys = csv('survey_id,name,date,asked,question_id,wording,about,answers,counted', [
  ['s1', 'Enquête 2025', '2025-12-15', 260, 'daily', 'Venez-vous chaque jour ?', 'daily_use', 'oui;non', 'oui'],
  ['s2', 'Enquête 2026', '2026-05-04', 260, 'daily', 'Venez-vous chaque jour ?', 'daily_use', 'oui;non', 'oui'],
  ['s2', 'Enquête 2026', '2026-05-04', 260, 'mail', 'Par e-mail surtout ?', 'email_sharing', 'oui;non', 'oui'],
  ...['awareness', 'desire', 'knowledge', 'ability', 'reinforcement'].map((about) => [
    ...['s2', 'Enquête 2026', '2026-05-04', 260, about, `Sur cinq : ${about} ?`, about, '1;2;3;4;5', '4;5'],
  ]),
]);
/** All understand why; Air would, and does not know how. Of Sea every second would rather not. */
const scores = ({ site, number }: Person): [question: string, answer: number][] => [
  ['awareness', number % 2 === 0 ? 5 : 4],
  ['desire', site.startsWith('air') ? 4 : number % 2 === 0 ? 1 : 3],
  ['knowledge', number % 2 === 0 ? 1 : 2],
  ['ability', 4],
  ['reinforcement', 4],
];
/** Air answers far more than Sea, and says yes more often: respondents are not the staff. */
const answers = csv('survey_id,question_id,respondent,entity,answer', [
  ...staff
    .filter(({ number }) => number < 40)
    .map(({ key, site, number }) => ['s1', 'daily', `a-${key}`, site, number % 2 === 0 ? 'oui' : 'non']),
  ...staff
    .filter(({ site, number }) => number < (site.startsWith('air') ? 60 : 20))
    .flatMap((person) => {
      const { key, site, number } = person;
      const yes = site.startsWith('air') ? number % 5 !== 0 : number % 4 === 0;
      const said: [question: string, answer: string | number][] = [
        ['daily', yes ? 'oui' : 'non'],
        ['mail', number % 2 === 0 ? 'oui' : 'non'],
        ...scores(person),
      ];
      return said.map(([question, answer]) => ['s2', question, `b-${key}`, site, answer]);
    }),
]);

/** In the order of import. */
export const houseFiles: readonly (readonly [kind: string, text: string])[] = [
  ['entities', entities],
  ['people', people],
  ['waves', waves],
  ['members', members],
  ['groups', groups],
  ['mandates', mandates],
  // Names are kept of those who hold a mandate by then.
  ['people', people],
  ['surveys', surveys],
  ['answers', answers],
  ['events', events],
];
