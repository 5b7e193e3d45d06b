import { type Desk } from './desk.js';
import { Dice } from './dice.js';
import { type Person } from './organisation.js';
import { type DemoFrame } from './scenario.js';
import { workday } from './timeline.js';

interface Message {
  id: string;
  name: string;
  /** Under which id it is found among the events. */
  object: string;
  day: number;
}

/** For how many days a message stays at the top of the page. */
const atTop = 14;

/** What the management says on the network in the last quarter. */
export function officialMessages({ first, weeks }: DemoFrame): Message[] {
  const told = [
    { weeksBefore: 11, id: 'rentree', name: 'Les priorités du trimestre' },
    { weeksBefore: 6, id: 'etape', name: 'Où en est le réseau' },
    { weeksBefore: 2, id: 'suite', name: 'Ce qui change le mois prochain' },
  ];
  return told.map(({ weeksBefore, id, name }) => {
    const day = workday(first + 7 * (weeks - weeksBefore));
    return { id: `message-${id}`, name, object: `officiel-${id}`, day };
  });
}

/** Official messages as people find them: some of those who come within a fortnight. */
export class Messages {
  private readonly messages: Message[];
  private readonly dice: Dice;
  private readonly seen = new Set<string>();

  constructor(
    frame: DemoFrame,
    private readonly desk: Desk,
  ) {
    this.messages = officialMessages(frame);
    // Of its own, so that everything else falls as it would without a message.
    this.dice = new Dice(frame.seed, 'messages');
  }

  publish(author: Person, entity: number, day: number): void {
    for (const { object } of this.messages.filter((message) => message.day === day))
      this.desk.by(author, entity, 30_600, 'post', { object });
  }

  /** At most once each. */
  find(person: Person, entity: number, day: number): void {
    for (const message of this.messages.filter((one) => one.day <= day && day < one.day + atTop)) {
      const key = `${message.object} ${person.index}`;
      if (this.seen.has(key) || !this.dice.chance(0.3)) continue;
      this.seen.add(key);
      this.desk.by(person, entity, this.dice.between(43_200, 64_800), 'view', { object: message.object });
    }
  }
}
