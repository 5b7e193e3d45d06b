import { type Desk } from './desk.js';
import { postingOn, type Organisation, type Person } from './organisation.js';
import { weekday } from './timeline.js';

/** Accounts that the directory does not know; they stay unassigned. */
const strangers = ['ext-cabinet', 'ext-editeur', 'ext-formateur', 'collab.inconnu@ancien.example', 'ext-interim'];
const STRANGERS_FROM_WEEK = 20;

/** Service accounts and strangers: what comes in with the rest and is not to be counted as people of the house. */
export class Outsiders {
  private readonly bots: Person[];

  constructor(
    organisation: Organisation,
    private readonly desk: Desk,
  ) {
    this.bots = organisation.people.filter((person) => person.bot);
  }

  invite(person: Person, day: number): void {
    const posting = postingOn(person, day);
    const inviter = this.bots[0];
    if (!posting || !inviter) return;
    const second = 8 * 3600 + Math.floor(this.desk.dice.share() * 5400);
    this.desk.by(inviter, posting.entity, second, 'invitation_sent', { target: person.id });
  }

  day(day: number, week: number): void {
    const { desk } = this;
    const { dice } = desk;
    if (weekday(day) > 5) return;
    for (const bot of this.bots.slice(1)) {
      const entity = bot.postings[0]?.entity ?? 0;
      if (week < 3 || !dice.chance(0.8)) continue;
      desk.by(bot, entity, dice.between(21_600, 25_000), 'login');
      const id = desk.nextId(bot.index);
      desk.by(bot, entity, dice.between(25_200, 64_000), 'post', { object: id, group: 0 });
    }
    if (week < STRANGERS_FROM_WEEK) return;
    strangers.forEach((actor, number) => {
      if (!dice.chance(0.2)) return;
      const source = -1 - number;
      const second = dice.between(30_000, 60_000);
      // In the zone of the whole organisation, which is that of entity 0.
      desk.write(source, actor, 0, second, 'login');
      if (dice.chance(0.6)) desk.write(source, actor, 0, second + 120, 'view');
      if (dice.chance(0.15)) desk.write(source, actor, 0, second + 900, 'message_sent');
    });
  }
}
