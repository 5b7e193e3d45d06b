import { type Dice } from './dice.js';
import { type EventSink } from './event-sink.js';
import { type Entity, type Group, type Person } from './organisation.js';
import { ZoneClock, dayText, offsetText, timeText } from './timeline.js';

type DemoEventKind =
  | 'invitation_sent'
  | 'profile_created'
  | 'profile_completed'
  | 'login'
  | 'logout'
  | 'view'
  | 'search'
  | 'post'
  | 'comment'
  | 'reaction'
  | 'reaction_removed'
  | 'mention'
  | 'share'
  | 'group_created'
  | 'group_joined'
  | 'message_sent'
  | 'file_shared'
  | 'resolved';

interface Detail {
  object?: string;
  parent?: string;
  group?: number;
  target?: string;
  quantity?: number;
}

/** Writes events down: numbers them per actor, places them in local time. */
export class Desk {
  private readonly clocks = new Map<string, ZoneClock>();
  private readonly numbers: Record<number, number> = [];
  private readonly prefixes: Record<number, string> = [];
  private date = '';
  private readonly joined = new Map<number, Set<number>>();
  private offsets: { minutes: number; text: string }[] = [];
  private day = 0;

  constructor(
    private readonly sink: EventSink,
    private readonly entities: readonly Entity[],
    private readonly groups: readonly Group[],
    readonly dice: Dice,
  ) {}

  opens(day: number): void {
    this.day = day;
    this.date = dayText(day);
    this.offsets = this.entities.map((entity) => {
      let clock = this.clocks.get(entity.timezone);
      if (!clock) this.clocks.set(entity.timezone, (clock = new ZoneClock(entity.timezone)));
      const minutes = clock.offset(day);
      return { minutes, text: offsetText(minutes) };
    });
  }

  /** Seconds since 1970-01-01 UTC of a second of today in an entity. */
  instant(entity: number, second: number): number {
    return this.day * 86_400 + second - (this.offsets[entity]?.minutes ?? 0) * 60;
  }

  /** The identifier that the next event of a person, or of a stranger (negative), will have. */
  nextId(source: number): string {
    // No number in base 36 begins with this sign: strangers share no identifier with anybody.
    const prefix = (this.prefixes[source] ??= source < 0 ? `_${-source}-` : `${source.toString(36)}-`);
    return prefix + (this.numbers[source] ?? 0).toString(36);
  }

  write(
    source: number,
    actor: string,
    entity: number,
    second: number,
    kind: DemoEventKind,
    detail: Detail = {},
  ): string {
    const id = this.nextId(source);
    this.numbers[source] = (this.numbers[source] ?? 0) + 1;
    const { object = '', parent = '', target = '', quantity = '' } = detail;
    const group = detail.group === undefined ? '' : (this.groups[detail.group]?.id ?? '');
    const time = this.date + timeText(second) + (this.offsets[entity]?.text ?? '+00:00');
    const line = `${id},${time},${kind},${actor},${object},${parent},${group},${target},${quantity}`;
    this.sink.add(this.instant(entity, second), line);
    return id;
  }

  by(person: Person, entity: number, second: number, kind: DemoEventKind, detail?: Detail): string {
    return this.write(person.index, person.actor, entity, second, kind, detail);
  }

  /** Joins a group just before the first act in it. */
  enter(person: Person, entity: number, second: number, group: number): void {
    let groups = this.joined.get(person.index);
    if (!groups) this.joined.set(person.index, (groups = new Set()));
    if (groups.has(group)) return;
    groups.add(group);
    this.by(person, entity, Math.max(0, second - 20), 'group_joined', { group });
  }
}
