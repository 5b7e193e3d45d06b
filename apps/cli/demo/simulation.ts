import { agendaOf, type Appointment } from './agenda.js';
import { Climates } from './climate.js';
import { Conversation } from './conversation.js';
import { Desk } from './desk.js';
import { Dice } from './dice.js';
import { type EventSink } from './event-sink.js';
import { departure, mainAnimator, postingOn, type Organisation, type Person } from './organisation.js';
import { Messages } from './messages.js';
import { Outsiders } from './outsiders.js';
import { type DemoFrame } from './scenario.js';
import { seasonOf, shockOf } from './season.js';
import { Sessions, type Rates } from './sessions.js';
import { cast } from './stories.js';
import { habitOf, traitsOf, type Traits } from './traits.js';
import { weekday } from './timeline.js';
import { Voices } from './voices.js';

interface Live {
  person: Person;
  trait: Traits;
  rates: Rates;
}

/** Plays every day of the demo, in order, into the sink. */
export class Simulation {
  private readonly dice: Dice;
  private readonly desk: Desk;
  private readonly sessions: Sessions;
  private readonly climates: Climates;
  private readonly voices: Voices;
  private readonly traits: Traits[];
  private readonly agenda: Map<number, Appointment[]>;
  private readonly outsiders: Outsiders;
  private readonly animator: Person | undefined;
  private readonly messages: Messages;
  private live: Live[] = [];
  private climate: ReturnType<Climates['of']> = { places: [], ambassadors: new Set() };

  constructor(
    private readonly organisation: Organisation,
    private readonly frame: DemoFrame,
    private readonly sink: EventSink,
  ) {
    const { seed, scenario } = frame;
    this.dice = new Dice(seed, 'days');
    this.desk = new Desk(sink, organisation.entities, organisation.groups, this.dice);
    this.voices = new Voices(cast[scenario].omnipresentLevel);
    this.sessions = new Sessions(organisation, this.desk, new Conversation(scenario === 'cnam'), this.voices);
    this.climates = new Climates(organisation, frame);
    this.traits = traitsOf(organisation.people, organisation.mandates, scenario, new Dice(seed, 'traits'));
    this.agenda = agendaOf(organisation, frame, new Dice(seed, 'agenda'));
    this.animator = mainAnimator(organisation, organisation.people, frame.first);
    this.outsiders = new Outsiders(organisation, this.desk);
    this.messages = new Messages(frame, this.desk);
  }

  async play(progress: (share: number) => void): Promise<void> {
    const { first, last } = this.frame;
    for (let day = first; day <= last; day++) {
      this.desk.opens(day);
      if (weekday(day) === 1) this.mondayMorning(day);
      for (const appointment of this.agenda.get(day) ?? []) this.keep(appointment, day);
      this.agenda.delete(day);
      const home = this.animator && postingOn(this.animator, day)?.entity;
      if (this.animator && home !== undefined) this.messages.publish(this.animator, home, day);
      this.visits(day);
      this.outsiders.day(day, Math.floor((day - first) / 7));
      await this.sink.passed(day, day === last);
      if (weekday(day) === 7) progress((day - first + 1) / (last - first + 1));
    }
  }

  private mondayMorning(day: number): void {
    const week = Math.floor((day - this.frame.first) / 7);
    this.climate = this.climates.of(week, day);
    this.voices.weekEnds();
    this.live = this.live.filter(({ person }) => departure(person) > day);
    for (const live of this.live) this.refresh(live, day);
  }

  /** Rates of the week: traits, habit, place, mandate. */
  private refresh({ person, trait, rates }: Live, day: number): void {
    const posting = postingOn(person, day);
    if (!posting) return;
    const place = this.climate.places[posting.entity] ?? { activity: 1, engagement: 1 };
    const ambassador = this.climate.ambassadors.has(person.index);
    const keeps = habitOf(trait, (day - person.activated) / 7);
    const shy = Math.sqrt(keeps);
    const voice = person.level === cast[this.frame.scenario].omnipresentLevel ? this.voices.boost : 1;
    rates.entity = posting.entity;
    rates.manager = posting.manager;
    rates.presence = trait.presence * keeps * place.activity * (ambassador ? 1.9 : 1);
    rates.reactions = Math.min(3, trait.reactions * shy * place.engagement * (ambassador ? 2.6 : 1));
    rates.writes = Math.min(6, trait.writes * shy * place.engagement * (ambassador ? 2.2 : 1) * voice);
    rates.views = trait.views;
    rates.others = trait.others;
  }

  private keep(appointment: Appointment, day: number): void {
    const { organisation, desk } = this;
    if (appointment.what === 'invite') {
      this.outsiders.invite(appointment.person, day);
    } else if (appointment.what === 'activate') {
      this.begin(appointment.person, day);
    } else if (appointment.what === 'found') {
      const group = organisation.groups[appointment.group];
      const creator = group && organisation.people[group.creator];
      const posting = creator && postingOn(creator, day);
      if (!creator || !posting) return;
      desk.by(creator, posting.entity, this.dice.between(36_000, 60_000), 'group_created', {
        group: appointment.group,
      });
    } else if (appointment.what === 'prepare' && this.animator) {
      const home = postingOn(this.animator, day)?.entity;
      const second = this.dice.between(33_000, 61_000);
      if (home !== undefined) this.sessions.post(this.animator, home, second, appointment.group, appointment.entity);
    }
  }

  private begin(person: Person, day: number): void {
    const trait = this.traits[person.index];
    if (!trait) return;
    const none = { entity: 0, manager: null, presence: 0, views: 0, reactions: 0, writes: 0, others: 0 };
    const live: Live = { person, trait, rates: none };
    this.refresh(live, day);
    this.sessions.firstDay(person, live.rates, day);
    this.live.push(live);
  }

  private visits(day: number): void {
    const week = Math.floor((day - this.frame.first) / 7);
    const shock = shockOf(this.frame.scenario, week);
    const seasons = new Map<string, number>();
    const worth = this.organisation.entities.map(({ country }) => {
      let season = seasons.get(country);
      if (season === undefined) seasons.set(country, (season = seasonOf(country, day)));
      return (season * shock) / 5;
    });
    for (const { person, rates } of this.live) {
      if (person.activated === day || departure(person) <= day) continue;
      if (this.dice.share() < 1 - Math.exp(-rates.presence * (worth[rates.entity] ?? 0))) {
        this.sessions.visit(person, rates, day);
        this.messages.find(person, rates.entity, day);
      }
    }
  }
}
