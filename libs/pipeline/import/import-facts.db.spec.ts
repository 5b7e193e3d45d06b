import { factTables, type PlainKind } from '#storage/declared/fact-table.js';
import { readFacts, withdrawFacts } from '#storage/declared/fact.repository.js';
import { SurveyRepository } from '#storage/declared/survey.repository.js';
import { retain } from '../retention/retain.js';
import { codes, ImportStory } from './testing/import-story.js';

let story: ImportStory;
beforeAll(async () => {
  story = await ImportStory.open();
});
afterAll(() => story.close());
beforeEach(async () => {
  await story.begin({ class: 'personal' });
  await story.file('entities', 'entity_id,parent_id,name\ngroup,,Group\nlyon,group,Lyon\nparis,group,Paris\n');
  const people = Array.from({ length: 40 }, (_, i) => `p${i},${i < 15 ? 'lyon' : 'paris'}`);
  await story.file('people', ['person_id,entity', ...people].join('\n'));
  await story.file('waves', 'wave_id,name,planned_start,planned_end,entities\npilot,P,2026-01-05,2026-02-01,lyon\n');
});

const facts = (kind: PlainKind) => readFacts(story.owner, story.organizationId, kind);

/** The cases of the field, each as its file says it and as it is read back. */
const cases: [kind: PlainKind, file: string, read: object[]][] = [
  [
    'actions',
    'action_id,kind,name,starts_on,ends_on,entities,audience,led_by,state\nw1,webinar,Piloter son équipe,2026-02-03,,lyon;paris,managers,,\nc1,coaching,Comité de direction,2026-02-04,2026-02-05,,,Assistante de direction,planned\n',
    [
      { key: 'c1', kind: 'coaching', state: 'planned', endsOn: '2026-02-05', ledBy: 'Assistante de direction' },
      { key: 'w1', state: 'held', endsOn: '2026-02-03', entities: ['lyon', 'paris'], audience: 'managers' },
    ],
  ],
  [
    'shocks',
    'shock_id,name,from,to,entities\nlockdown,Confinement,2020-03-17,2020-05-10,\n',
    [{ key: 'lockdown', startsOn: '2020-03-17', endsOn: '2020-05-10', entities: [] }],
  ],
  [
    'governance',
    'item,state,date,scope,note\ncharter,done,2026-01-10,,Intranet\nanimators_named,started,2026-02-01,pilot,\nlaunch_checklist,missing,2026-02-01,lyon,\n',
    [
      { key: 'animators_named', scope: 'pilot', state: 'started' },
      { key: 'charter', scope: '', note: 'Intranet' },
      { key: 'launch_checklist', scope: 'lyon', state: 'missing' },
    ],
  ],
  [
    'trials',
    'trial_id,tool,scenario,participants,headcount,score,chosen\nt1,Talkspirit,"Un projet, une semaine",70,7000,"4,5",oui\nt2,Other,,70,7000,,\n',
    [
      { key: 't1', participants: 70, headcount: 7000, score: 4.5, chosen: true },
      { key: 't2', scenario: null, chosen: false },
    ],
  ],
  [
    'projects',
    'entity,local_director,business_lead,hr_lead,contact,kick_off,language,budget,days\nlyon,A. Petit,B. Roy,C. Blanc,D. Noir,2026-03-02,FR,12000,"7,5"\n',
    [
      {
        entityKey: 'lyon',
        localDirector: 'A. Petit',
        hrLead: 'C. Blanc',
        kickOff: '2026-03-02',
        language: 'fr',
        budget: 12000,
        days: 7.5,
      },
    ],
  ],
  [
    'processes',
    'process_id,name,group,tag,replaced_on,before_hours,source\ncabin,Signalements cabine,g-cabin,defaut,2026-01-15,216,Ancien formulaire\n',
    [{ key: 'cabin', groupKey: 'g-cabin', tag: 'defaut', beforeHours: 216 }],
  ],
  [
    'contacts',
    'entity,called_on,outcome,note\nlyon,2026-03-03,action_agreed,Webinaire le 12\n',
    [{ entityKey: 'lyon', calledOn: '2026-03-03', outcome: 'action_agreed' }],
  ],
  [
    'coaching',
    'coaching_id,executive,coach,meeting_on,state,consent_on,note\nd1,Directrice financière,Assistante et responsable digital,2026-02-10,held,2026-02-02,\nd2,Directeur industriel,,,declined,2026-02-02,\n',
    [
      {
        key: 'd1',
        executive: 'Directrice financière',
        state: 'held',
        meetingOn: '2026-02-10',
        consentOn: '2026-02-02',
      },
      { key: 'd2', coach: null, state: 'declined', meetingOn: null },
    ],
  ],
  [
    'history',
    'wave_or_entity,period_end,indicator,window,numerator,denominator,source,definition\npilot,2019-12-31,K03,365,2400,4000,Bilan,au moins une connexion\n,2019-12-31,K04.act,28,800,,Bilan,ont agi\n',
    [
      { scope: '', indicator: 'K04.act', denominator: null },
      { scope: 'pilot', windowDays: 365, numerator: 2400, denominator: 4000 },
    ],
  ],
  [
    'turnout',
    'action_id,people,entity,managers\nw0,25,paris,5\nw0,60,,\n',
    [
      { actionKey: 'w0', entityKey: '', people: 60, managers: null },
      { entityKey: 'paris', people: 25, managers: 5 },
    ],
  ],
];

describe('declared facts', () => {
  it.each(cases)('%s go in, are known the second time, are read back and taken back', async (kind, file, read) => {
    await story.file('actions', 'action_id,kind,name,starts_on\nw0,tutorial,T,2026-01-20\n');
    if (kind === 'actions') await withdrawFacts(story.owner.manager, story.organizationId, kind, [{ key: 'w0' }]);
    const report = await story.file(kind, file);
    expect(report).toMatchObject({ state: 'done', accepted: read.length, rejected: 0 });
    expect(await facts(kind)).toMatchObject(read);
    expect(await story.file(kind, file)).toMatchObject({ accepted: 0, duplicates: read.length, rejected: 0 });
    const keys = (await facts(kind)).map((fact) => ({ ...fact }));
    expect(await withdrawFacts(story.owner.manager, story.organizationId, kind, keys)).toBe(read.length);
    expect(await facts(kind)).toEqual([]);
  });

  it('replace what was said before under the same key', async () => {
    await story.file('governance', 'item,state,date\ncharter,missing,2026-01-10\n');
    const report = await story.file('governance', 'item,state,date\ncharter,done,2026-02-10\n');
    expect(report).toMatchObject({ accepted: 1, duplicates: 0 });
    expect(await facts('governance')).toMatchObject([{ state: 'done', statedOn: '2026-02-10' }]);
  });

  it('leave a trace of who said what, without what was said', async () => {
    await story.file('contacts', 'entity,called_on,outcome,note\nlyon,2026-03-03,reached,Secret\n');
    const [trace] = await story.database.owner.query<{ action: string; detail: object }[]>(
      `select action, detail from audit where organization_id = $1 and action <> 'file_handed_in'`,
      [story.organizationId],
    );
    expect(trace).toEqual({ action: 'declared', detail: { kind: 'contacts', facts: 1, import: expect.any(Number) } });
  });

  it.each([
    [
      'actions',
      'action_id,kind,name,starts_on,ends_on,entities\na,party,A,2026-01-01,,\nb,webinar,B,2026-01-02,2026-01-01,\nc,webinar,C,2026-01-02,,mars\nd,webinar,D,2026-01-02,,\nd,webinar,D,2026-01-02,,',
      ['2 unknown_kind', '3 empty_validity', '4 unknown_entity', '6 duplicate_fact'],
    ],
    [
      'turnout',
      'action_id,people,managers,entity\nnone,1,,\nw0,-1,,\nw0,3,4,\nw0,3,1,mars',
      ['2 unknown_action', '3 bad_number', '4 more_than_all', '5 unknown_entity'],
    ],
    ['attendance', 'action_id,person_id\nw0,nobody\nnone,p1', ['2 unknown_person', '3 unknown_action']],
    [
      'governance',
      'item,state,date,scope\nparty,done,2026-01-01,\ncharter,soon,2026-01-01,\ncharter,done,,\ncharter,done,2026-01-01,mars',
      ['2 unknown_item', '3 unknown_state', '4 missing_field', '5 unknown_scope'],
    ],
    ['contacts', 'entity,called_on,outcome\nlyon,2026-03-03,angry', ['2 unknown_outcome']],
    [
      'coaching',
      'coaching_id,executive,meeting_on,state,consent_on\nc1,DRH,2026-02-01,held,2026-02-02\nc2,DSI,,held,2026-02-02\nc3,DAF,,planned,',
      ['2 no_consent', '3 missing_field', '4 missing_field'],
    ],
    [
      'history',
      'wave_or_entity,period_end,indicator,numerator,denominator,source,definition\nlyon,2019-12-31,K03,50,40,s,d\nlyon,2019-12-31,K03,5,0,s,d\nlyon,2019-12-31,K03,5,8,s,d',
      ['2 more_than_all', '3 bad_number', '4 too_few_people'],
    ],
    [
      'reports',
      'person_id,role,period_end,consent_on\np1,sponsor,2026-01-31,2026-02-01\np1,boss,2026-01-31,2026-01-01',
      ['2 no_consent', '3 unknown_role'],
    ],
    [
      'surveys',
      'survey_id,name,date,question_id,wording,answers,counted,about\ns,S,2026-01-31,q,Q?,yes,,\ns,S,2026-01-31,q1,Q?,yes;no,maybe,\ns,S,2026-01-31,q2,Q?,yes;no,,\ns,Other,2026-01-31,q3,Q?,yes;no,,\ns,S,2026-01-31,q4,Q?,yes;no,,weather',
      ['2 too_few_answers', '3 unknown_answer', '5 survey_contradiction', '6 unknown_subject'],
    ],
  ])('%s are refused one by one', async (kind, file, refused) => {
    await story.file('actions', 'action_id,kind,name,starts_on\nw0,tutorial,T,2026-01-20\n');
    expect(codes(await story.file(kind, file))).toEqual(refused);
  });

  it('say in SQL the columns that the migration made', async () => {
    for (const { name, key, rest } of Object.values(factTables)) {
      const rows = await story.database.owner.query<{ column: string }[]>(
        `select column_name as column from information_schema.columns
          where table_schema = 'public' and table_name = $1 and column_name <> 'organization_id'`,
        [name],
      );
      const fields = Object.keys({ ...key, ...rest }).map((field) =>
        field.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`),
      );
      expect([name, ...fields.sort()]).toEqual([name, ...rows.map(({ column }) => column).sort()]);
    }
  });
});

describe('lists of people', () => {
  it('take nobody who was not there: unknown, named twice, gone before; whoever is yet to arrive may come', async () => {
    await story.file('actions', 'action_id,kind,name,starts_on,ends_on,state\nw0,training,T,2026-02-17,2026-02-18,\n');
    await story.file('actions', 'action_id,kind,name,starts_on,state\noff,webinar,O,2026-02-17,cancelled\n');
    const dates = ['q1,lyon,,2026-02-17', 'q2,lyon,,2026-02-18', 'q3,lyon,2026-03-01,', 'q4,lyon,,2026-01-01'];
    // q4 is away from January to the second day of the training; q5 until after it.
    const back = ['q4,lyon,2026-02-18,', 'q5,lyon,,2026-01-01', 'q5,lyon,2026-02-19,'];
    await story.file('people', ['person_id,entity,valid_from,valid_to', ...dates, ...back].join('\n'));
    const list = ['nobody', 'p0', 'p0', 'q1', 'q2', 'q3', 'q4', 'q5'].map((person) => `w0,${person}`);
    const report = await story.file('attendance', ['action_id,person_id', ...list, 'off,p0'].join('\n'));
    expect(codes(report)).toEqual([
      ...['2 unknown_person', '4 duplicate_fact', '5 left_before', '9 left_before', '10 action_cancelled'],
    ]);
    expect(report).toMatchObject({ accepted: 4, duplicates: 0 });
  });

  const week = () => story.rows(`select distinct week_end from dirty_week where organization_id = $1 order by 1`);

  it('are counted again from the day of the action, and go with the person', async () => {
    await story.file(
      'events',
      'id,occurred_at,kind,actor\n1,2026-01-06T10:00:00Z,login,p1\n2,2026-03-02T10:00:00Z,login,p1\n',
    );
    await story.database.owner.query(
      `insert into activity_day (organization_id, day, act, segment, people)
       select $1, day, 0, 0, 0::bit(8192) from unnest(array['2026-01-06', '2026-03-02']::date[]) as day`,
      [story.organizationId],
    );
    await story.file('actions', 'action_id,kind,name,starts_on\nw0,tutorial,T,2026-02-17\n');
    await story.database.owner.query(`delete from dirty_week where organization_id = $1`, [story.organizationId]);
    const file = 'action_id,person_id\nw0,p1\nw0,p2\n';
    expect(await story.file('attendance', file)).toMatchObject({ accepted: 2 });
    expect(await week()).toEqual([{ week_end: '2026-02-22' }, { week_end: '2026-03-01' }, { week_end: '2026-03-08' }]);
    expect(await story.file('attendance', file)).toMatchObject({ accepted: 0, duplicates: 2 });
    await story.file('reports', 'person_id,role,period_end,consent_on,posts\np1,sponsor,2026-02-28,2026-01-01,4\n');
    await story.rows(
      `delete from person where organization_id = $1
          and ordinal = (select min(ordinal) from attendance where organization_id = $1) returning 1`,
    );
    expect(await story.rows(`select action_key from attendance where organization_id = $1`)).toHaveLength(1);
    expect(await story.rows(`select role from voluntary_report where organization_id = $1`)).toEqual([]);
  });
});

describe('surveys', () => {
  const questions = (survey: string, day: string) =>
    `survey_id,name,date,question_id,wording,answers,about\n${survey},Enquête,${day},daily,Chaque jour ?,oui;non,daily_use\n`;
  const answers = (survey: string, yes: number, people = 40) =>
    [
      'survey_id,question_id,respondent,entity,answer',
      ...Array.from(
        { length: people },
        (_, i) => `${survey},daily,r-${i},${i < 15 ? 'lyon' : 'paris'},${i < yes ? 'oui' : 'non'}`,
      ),
    ].join('\n');
  const published = () => new SurveyRepository(story.owner).published(story.organizationId);

  it('are published as masked counts of answers by place, and nothing else is kept of a pseudonym', async () => {
    await story.file('surveys', questions('s1', '2026-01-31'));
    expect(await story.file('answers', answers('s1', 12))).toMatchObject({ accepted: 40, rejected: 0 });
    const [survey] = await published();
    expect(survey?.places.map(({ key, respondents }) => [key, respondents])).toEqual([
      ['group', 40],
      ['lyon', 15],
      ['paris', 25],
    ]);
    // Twelve of fifteen, none of twenty-five: bands of three, nothing exact.
    expect(survey?.places[1]?.questions['daily']?.counted).toEqual([10, 12]);
    expect(survey?.places[2]?.questions['daily']?.counted).toEqual([0, 2]);
    const kept = await story.rows(`select to_jsonb(a)::text as row from survey_answer a where organization_id = $1`);
    expect(JSON.stringify(kept)).not.toContain('r-1');
  });

  it('of real people take nobody more once they are published', async () => {
    await story.file('surveys', questions('s1', '2026-01-31'));
    await story.file('answers', answers('s1', 12));
    const late = await story.file('answers', 'survey_id,question_id,respondent,answer\ns1,daily,late,oui\n');
    expect(codes(late)).toEqual(['2 survey_closed']);
  });

  it('end for each respondent after two years, their counts never', async () => {
    await story.file('surveys', questions('s1', '2024-01-31'));
    await story.file('answers', answers('s1', 12));
    const before = await published();
    expect(await retain(story.work, story.organizationId, story.now)).toMatchObject({ declared: 40 });
    expect(await published()).toEqual(before);
  });

  it('below k respondents say nothing', async () => {
    await story.file('surveys', questions('s1', '2026-01-31'));
    await story.file('answers', answers('s1', 3, 9));
    expect(await published()).toMatchObject([{ places: [], pairs: [] }]);
  });

  it('pair the same people, where enough changed their mind either way', async () => {
    await story.file('surveys', questions('s1', '2025-01-31'));
    await story.file('surveys', questions('s2', '2026-01-31'));
    await story.file('answers', answers('s1', 20));
    const second = Array.from({ length: 40 }, (_, i) => `s2,daily,r-${i},group,${i % 2 === 0 ? 'oui' : 'non'}`);
    await story.file('answers', ['survey_id,question_id,respondent,entity,answer', ...second].join('\n'));
    expect((await published())[1]?.pairs).toEqual([
      { question: 'daily', before: 's1', both: 10, onlyBefore: 10, onlyAfter: 10, neither: 10 },
    ]);
  });
});
