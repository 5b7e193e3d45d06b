import { Animation } from '#contract/animation.js';
import { lastWeek, publishedCompany, type PublishedCompany } from '../testing/published-company.js';
import { AnimationModule } from './animation.module.js';

let company: PublishedCompany;
beforeAll(async () => {
  company = await publishedCompany([AnimationModule]);
});
afterAll(() => company.close());

const read = async () => Animation.parse((await company.get('/animation')).json());

test('without a declared action the page says so', async () => {
  const page = await read();
  expect(page).toMatchObject({ week: lastWeek, actions: [], surveys: [], daily: null });
  expect([page.barriers, page.email]).toEqual([null, null]);
  expect(page.sentence.key).toBe('animation.none');
});

test('actions with their participants, and why nothing is concluded; surveys beside the log', async () => {
  const [{ id } = { id: '' }] = await company.database.owner.query<{ id: string }[]>(`select id from organization`);
  await company.database.owner.query(
    `insert into action (organization_id, key, kind, name, state, starts_on, ends_on, entities, audience)
     values ($1, 'a', 'webinar', 'Bien démarrer', 'held', '2021-02-03', '2021-02-03', '{paris}', 'everyone'),
            ($1, 'b', 'launch_message', 'Lancement', 'held', '2021-01-04', '2021-01-04', '{}', 'everyone')`,
    [id],
  );
  await company.database.owner.query(
    `insert into turnout (organization_id, action_key, entity_key, people) values ($1, 'a', '', 42)`,
    [id],
  );
  await company.database.owner.query(
    `insert into survey_question (organization_id, survey_key, survey_name, asked_on, asked, key, wording, about, answers, counted)
     values ($1, 's', 'Enquête', '2021-03-01', 500, 'q', 'Chaque jour ?', 'daily_use', '{oui,non}', '{oui}')`,
    [id],
  );
  const counts = { counted: [71, 71], answered: [100, 100], answers: { oui: [71, 71], non: [29, 29] } };
  const places = [
    {
      key: 'acme',
      parent: null,
      kind: 'cell',
      entity: 'acme',
      members: [],
      respondents: 100,
      questions: { q: counts },
    },
  ];
  await company.database.owner.query(
    `insert into published_survey (organization_id, survey_key, published_at, places) values ($1, 's', now(), $2)`,
    [id, JSON.stringify(places)],
  );
  const page = await read();
  expect(page.actions).toMatchObject([
    { key: 'a', entities: ['Paris'], participants: 42, effect: { verdict: 'refused', reason: 'few_controls' } },
    { key: 'b', entities: [], participants: null, effect: { verdict: 'refused', reason: 'everyone' } },
  ]);
  expect(page.surveys).toMatchObject([{ survey: 's', share: { value: 0.71 }, respondents: 100, responseRate: 0.2 }]);
  expect(page.daily).toMatchObject({ declared: { value: 0.71 }, verdict: 'unknown' });
  expect(page.sentence).toEqual({ key: 'animation.led', params: { led: 2 } });
});

test('those reached are told as narrowly as the people of the opened waves are published', async () => {
  const counts = [
    ['everyone', 365, { attended: [150, 220] }],
    ['opened', 0, { people: [560, 560] }],
    ['opened', 365, { attended: [168, 170] }],
  ] as const;
  for (const [population, days, told] of counts)
    await company.database.owner.query(
      `insert into published_count (organization_id, week_end, node, population, days, counts)
       select id, $1, 'acme', $2, $3, $4 from organization
       on conflict (organization_id, week_end, node, population, days) do update set counts = excluded.counts`,
      [lastWeek, population, days, JSON.stringify(told)],
    );
  const { reach } = await read();
  expect(reach?.people).toMatchObject({ numerator: { low: 168, high: 170 }, denominator: { low: 560, high: 560 } });
});

test('daily users stand on the base that they have everywhere: the people activated', async () => {
  const counts = [
    [0, { people: [600, 600], activated: [400, 400] }],
    [28, { daily: [100, 100] }],
  ] as const;
  for (const [days, told] of counts)
    await company.database.owner.query(
      `insert into published_count (organization_id, week_end, node, population, days, counts)
       select id, $1, 'acme', 'everyone', $2, $3 from organization
       on conflict (organization_id, week_end, node, population, days) do update set counts = excluded.counts`,
      [lastWeek, days, JSON.stringify(told)],
    );
  const { daily } = await read();
  expect(daily?.observed).toMatchObject({ value: 0.25, denominator: { low: 400, high: 400 } });
});
