import { appointments, governance, questions } from './declared-words.js';
import { Dice } from './dice.js';
import { officialMessages } from './messages.js';
import { arrival, departure, type Organisation, type Person, postingOn } from './organisation.js';
import { type DemoFrame } from './scenario.js';
import { shockWeeks } from './season.js';
import { cast, webinarFailedOn, webinarWorkedOn } from './stories.js';
import { dayText, workday } from './timeline.js';

type Row = (string | number)[];

/** A support action of the demo and the people on its list. */
interface Session {
  id: string;
  kind: string;
  name: string;
  day: number;
  entities: string[];
  audience: string;
  /** Share of those concerned who came; null where no list is kept. */
  came: number | null;
  /** Id of the post in the events, for a message on the network. */
  object?: string;
}

/** What the demo's organisation says of itself: actions, lists, surveys and the rest, as rows of the canonical files. */
export class DeclaredRows {
  private readonly sessions: Session[];
  private readonly present: Person[];

  constructor(
    private readonly organisation: Organisation,
    private readonly frame: DemoFrame,
  ) {
    const monday = (weeksBeforeEnd: number) => frame.first + 7 * (frame.weeks - weeksBeforeEnd);
    const who = cast[frame.scenario];
    const opening = Math.min(...organisation.waves.flatMap(({ actualStart }) => actualStart ?? []));
    const local = { kind: 'webinar', audience: 'everyone' };
    this.sessions = [
      {
        ...local,
        id: 'webinaire-equipe',
        name: 'Animer son équipe à distance',
        day: monday(webinarWorkedOn) + 1,
        entities: [who.webinarWorked],
        came: 0.6,
      },
      {
        ...local,
        id: 'webinaire-outils',
        name: 'Tour des fonctions',
        day: monday(webinarFailedOn) + 2,
        entities: [who.webinarFailed],
        came: 0.55,
      },
      {
        id: 'webinaire-managers',
        kind: 'webinar',
        name: 'Montrer l’exemple',
        day: monday(20),
        entities: [],
        audience: 'managers',
        came: 0.45,
      },
      {
        id: 'tutoriels',
        kind: 'tutorial',
        name: 'Tutoriels vidéo',
        day: monday(26),
        entities: [],
        audience: 'everyone',
        came: 0.12,
      },
      {
        id: 'lancement',
        kind: 'launch_message',
        name: 'Message de lancement',
        day: opening,
        entities: [],
        audience: 'everyone',
        came: null,
      },
      {
        id: 'campagne',
        kind: 'campaign',
        name: 'Un mois, un usage',
        day: monday(-4),
        entities: [],
        audience: 'everyone',
        came: null,
      },
      ...officialMessages(frame).map((message) => ({
        ...message,
        kind: 'official_post',
        entities: [],
        audience: 'everyone',
        came: null,
      })),
    ].map((session) => ({ ...session, day: workday(session.day) }));
    this.present = organisation.people.filter((person) => !person.bot);
  }

  *actions(): Generator<Row> {
    for (const { id, kind, name, day, entities, audience, object = '' } of this.sessions) {
      const state = day > this.frame.last ? 'planned' : 'held';
      yield [
        id,
        kind,
        name,
        dayText(day),
        '',
        state,
        entities.join(';'),
        audience,
        object ? 'Réseau' : 'Visioconférence',
        '',
        object,
      ];
    }
  }

  *attendance(): Generator<Row> {
    const dice = new Dice(this.frame.seed, 'attendance');
    for (const { id, day, entities, audience, came } of this.sessions) {
      if (came === null || day > this.frame.last) continue;
      for (const person of this.present) {
        const posting = postingOn(person, day);
        const home = posting && this.organisation.entities[posting.entity]?.id;
        const isConcerned = audience === 'managers' ? (posting?.level ?? 9) < 5 : true;
        if (!home || !isConcerned || (entities.length > 0 && !entities.includes(home))) continue;
        if (dice.chance(came)) yield [id, person.id];
      }
    }
  }

  *shocks(): Generator<Row> {
    const during = shockWeeks(this.frame.scenario);
    if (!during) return;
    const day = (week: number) => dayText(this.frame.first + 7 * week);
    yield ['confinement', 'Confinement', day(during.from), dayText(this.frame.first + 7 * during.to + 6), ''];
  }

  *surveys(): Generator<Row> {
    for (const { key, name, day } of this.editions())
      for (const { id, wording, about, answers } of questions)
        yield [key, name, dayText(day), id, wording, about, answers.join(';'), '', ''];
  }

  *answers(): Generator<Row> {
    for (const { key, day, share, edition } of this.editions()) {
      const dice = new Dice(this.frame.seed, key);
      for (const person of this.present) {
        const posting = postingOn(person, day);
        const home = posting && this.organisation.entities[posting.entity]?.id;
        if (!home || arrival(person) > day || departure(person) <= day || !dice.chance(share)) continue;
        for (const { id, answers, first } of questions) {
          const answer = dice.chance(first[edition] ?? 0) ? answers[0] : answers[dice.between(1, answers.length - 1)];
          yield [key, id, `r${person.index}`, home, posting.level, answer ?? ''];
        }
      }
    }
  }

  *governance(): Generator<Row> {
    const day = dayText(this.frame.last - 120);
    for (const [item, state, note] of governance) yield [item, state, day, '', note];
  }

  *reports(): Generator<Row> {
    for (const { person, role } of this.organisation.mandates
      .filter((mandate) => mandate.role === 'sponsor')
      .slice(0, 1)) {
      const holder = this.organisation.people[person]?.id ?? '';
      const consent = dayText(this.frame.last - 200);
      for (const [back, posts, replies] of [
        [0, 1, 2],
        [28, 2, 5],
        [56, 4, 6],
      ] as const)
        yield [holder, role, dayText(this.frame.last - back), consent, posts, replies, 0, back === 56 ? 'oui' : 'non'];
    }
  }

  *appointments(): Generator<Row> {
    for (const { id, name, every, animator, hours, group } of appointments) {
      const where = this.organisation.groups.find(({ kind, entity }) => kind === group && entity === null);
      yield [id, name, every, animator, hours, where?.id ?? '', where ? dayText(where.created) : '', ''];
    }
  }

  private editions() {
    const share = Math.min(0.3, 9000 / this.frame.people);
    const { last } = this.frame;
    return [
      { key: 'enquete-1', name: 'Enquête d’usage, première édition', day: last - 371, share, edition: 0 as const },
      { key: 'enquete-2', name: 'Enquête d’usage, deuxième édition', day: last - 21, share, edition: 1 as const },
    ];
  }
}
