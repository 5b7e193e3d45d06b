import { type Conversation } from './conversation.js';
import { type Desk } from './desk.js';
import { departure, type Group, type Organisation, type Person } from './organisation.js';
import { gather } from './gather.js';
import { type Voices } from './voices.js';

/** What somebody does on an active day of this week, on average. */
export interface Rates {
  entity: number;
  manager: number | null;
  /** Active days a week were every day a good one. */
  presence: number;
  views: number;
  reactions: number;
  writes: number;
  others: number;
}

const NIGHT = 21 * 3600 + 1800;

/** One person's day on the network. */
export class Sessions {
  private readonly completed = new Set<number>();
  private readonly colleagues: Map<number, Person[]>;
  private readonly localGroup = new Map<number, number>();
  private readonly sharedGroups = new Map<string, number[]>();

  constructor(
    private readonly organisation: Organisation,
    private readonly desk: Desk,
    private readonly conversation: Conversation,
    private readonly voices: Voices,
  ) {
    this.colleagues = gather(
      organisation.people.filter((person) => !person.bot),
      (person) => person.postings[0]?.entity ?? -1,
    );
    organisation.groups.forEach((group, index) => {
      if (group.kind === 'information' && group.entity !== null) this.localGroup.set(group.entity, index);
      else if (group.kind !== 'team') {
        const kind = group.kind === 'project' ? `project/${group.entity}` : group.kind;
        this.sharedGroups.set(kind, [...(this.sharedGroups.get(kind) ?? []), index]);
      }
    });
  }

  firstDay(person: Person, rates: Rates, day: number): void {
    const { desk } = this;
    const second = 35_400 + Math.floor(desk.dice.share() * 26_000);
    desk.by(person, rates.entity, second, 'profile_created');
    this.visit(person, rates, day, second + 40);
    const group = this.localGroup.get(rates.entity);
    if (group !== undefined) desk.enter(person, rates.entity, second + 90, group);
  }

  visit(person: Person, rates: Rates, day: number, at?: number): void {
    const { desk } = this;
    const { dice } = desk;
    const { entity } = rates;
    const second = at ?? this.startOf();
    const later = (): number => Math.min(NIGHT, second + 30 + Math.floor(dice.share() ** 2 * 26_000));
    desk.by(person, entity, second, 'login');
    if (dice.chance(0.1)) desk.by(person, entity, later(), 'login');
    for (let views = dice.poisson(rates.views); views > 0; views--) this.view(person, entity, later());
    if (!this.completed.has(person.index) && dice.chance(0.1)) {
      this.completed.add(person.index);
      if (dice.chance(0.6)) desk.by(person, entity, later(), 'profile_completed');
    }
    for (let count = dice.poisson(rates.reactions); count > 0; count--) this.react(person, entity, later());
    for (let count = dice.poisson(rates.writes); count > 0; count--) this.speak(person, rates, day, later());
    for (let count = dice.poisson(rates.others); count > 0; count--) this.other(person, rates, day, later());
    if (dice.chance(0.015)) desk.by(person, entity, Math.min(NIGHT + 60, second + 27_000), 'logout');
  }

  /** A post in a group, for the people of `readers` first; others may answer from that moment. */
  post(person: Person, entity: number, second: number, group: number, readers = entity): void {
    this.desk.enter(person, entity, second, group);
    const id = this.desk.nextId(person.index);
    this.desk.by(person, entity, second, 'post', { object: id, group });
    this.conversation.publish(readers, { id, author: person.index, instant: this.desk.instant(entity, second), group });
  }

  private view(person: Person, entity: number, second: number): void {
    const { dice } = this.desk;
    const post = this.conversation.find(entity, person.index, this.desk.instant(entity, second), dice);
    const quantity = dice.chance(0.08) ? dice.between(2, 6) : undefined;
    const detail = post ? { object: post.id, group: post.group } : {};
    this.desk.by(person, entity, second, 'view', quantity === undefined ? detail : { ...detail, quantity });
  }

  private react(person: Person, entity: number, second: number): void {
    const { desk } = this;
    const post = this.conversation.find(entity, person.index, desk.instant(entity, second), desk.dice);
    if (!post) return;
    const target = this.nameOf(post.author);
    if (desk.dice.chance(0.025)) {
      desk.by(person, entity, second, 'share', { object: post.id, group: post.group, target });
      return;
    }
    desk.by(person, entity, second, 'reaction', { object: post.id, group: post.group, target });
    if (desk.dice.chance(0.012)) {
      desk.by(person, entity, second + 45, 'reaction_removed', { object: post.id, group: post.group, target });
    }
  }

  private speak(person: Person, rates: Rates, day: number, second: number): void {
    const { desk } = this;
    const { entity } = rates;
    const answer = desk.dice.chance(0.72);
    const to = answer ? this.conversation.find(entity, person.index, desk.instant(entity, second), desk.dice) : null;
    if (answer && !to) return;
    this.voices.heard(person.level);
    if (!to) {
      this.post(person, entity, second, this.placeOf(person, rates, day));
      return;
    }
    desk.enter(person, entity, second, to.group);
    const object = desk.nextId(person.index);
    const thread = { object, parent: to.id, group: to.group };
    desk.by(person, entity, second, 'comment', { ...thread, target: this.nameOf(to.author) });
    // In a process the answer often settles the matter.
    if (this.organisation.groups[to.group]?.kind === 'process' && desk.dice.chance(0.55)) {
      desk.by(person, entity, Math.min(NIGHT + 300, second + 240), 'resolved', { object: to.id, group: to.group });
    }
    if (!desk.dice.chance(0.15)) return;
    const colleague = this.colleague(person, entity, day);
    if (colleague) desk.by(person, entity, second, 'mention', { object, group: to.group, target: colleague.id });
  }

  private other(person: Person, rates: Rates, day: number, second: number): void {
    const { desk } = this;
    const which = desk.dice.share();
    if (which < 0.3) desk.by(person, rates.entity, second, 'search');
    else if (which < 0.5) {
      const group = this.placeOf(person, rates, day);
      desk.enter(person, rates.entity, second, group);
      desk.by(person, rates.entity, second, 'file_shared', { group });
    } else {
      const colleague = this.colleague(person, rates.entity, day);
      if (colleague) desk.by(person, rates.entity, second, 'message_sent', { target: colleague.id });
    }
  }

  /** Where somebody writes: at home, with the team, among the trade, in a project; never before the group exists. */
  private placeOf(person: Person, rates: Rates, day: number): number {
    const { dice } = this.desk;
    const which = dice.share();
    const teamGroup = person.teamGroup ?? this.organisation.people[rates.manager ?? -1]?.teamGroup ?? null;
    const trades = this.sharedGroups.get('trade') ?? [];
    const choices: (number | null | undefined)[] = [];
    if (which < 0.32) choices.push(teamGroup);
    else if (which < 0.44) choices.push(trades[person.index % Math.max(1, trades.length)]);
    else if (which < 0.54) choices.push(this.anyOf(`project/${rates.entity}`));
    else if (which < 0.6) choices.push(this.anyOf(dice.chance(0.75) ? 'field_feedback' : 'process'));
    choices.push(this.localGroup.get(rates.entity));
    const isOpen = (group: Group | undefined): boolean =>
      !!group && group.created < day && (group.archived ?? Infinity) > day;
    return (
      choices.find((choice) => choice !== null && choice !== undefined && isOpen(this.organisation.groups[choice])) ?? 0
    );
  }

  private anyOf(kind: string): number | undefined {
    const groups = this.sharedGroups.get(kind);
    return groups && this.desk.dice.pick(groups);
  }

  private colleague(person: Person, entity: number, day: number): Person | null {
    const around = this.colleagues.get(entity) ?? [];
    for (let attempt = 0; around.length > 0 && attempt < 4; attempt++) {
      const other = this.desk.dice.pick(around);
      if (other !== person && other.activated <= day && departure(other) > day) return other;
    }
    return null;
  }

  private nameOf(person: number): string {
    return this.organisation.people[person]?.id ?? '';
  }

  /** Morning, after lunch, end of the day. */
  private startOf(): number {
    const { dice } = this.desk;
    const which = dice.share();
    const hour =
      which < 0.55 ? 8.9 + 0.8 * dice.normal() : which < 0.78 ? 13.4 + 0.6 * dice.normal() : 16.6 + 1.1 * dice.normal();
    return Math.floor(Math.max(6, Math.min(20.5, hour)) * 3600 + dice.share() * 60);
  }
}
