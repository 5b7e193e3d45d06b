import { type Dice } from './dice.js';
import { type Organisation, type Person } from './organisation.js';
import { type DemoFrame } from './scenario.js';
import { workday } from './timeline.js';

export type Appointment =
  | { what: 'invite' | 'activate'; person: Person }
  | { what: 'found'; group: number }
  | { what: 'prepare'; group: number; entity: number };

/** Everything known in advance, by day: invitations, first days, groups founded and filled before an opening. */
export function agendaOf(organisation: Organisation, frame: DemoFrame, dice: Dice): Map<number, Appointment[]> {
  const agenda = new Map<number, Appointment[]>();
  const note = (day: number, appointment: Appointment): void => {
    if (day < frame.first || day > frame.last) return;
    const list = agenda.get(day);
    if (list) list.push(appointment);
    else agenda.set(day, [appointment]);
  };
  organisation.groups.forEach((group, index) => {
    note(group.created, { what: 'found', group: index });
    if (group.kind !== 'information' || group.entity === null) return;
    // Most entities find something to read when they arrive.
    const posts = dice.chance(0.8) ? dice.between(5, 7) : dice.between(0, 3);
    for (let number = 0; number < posts; number++) {
      note(workday(group.created + 1 + dice.between(0, 5)), { what: 'prepare', group: index, entity: group.entity });
    }
  });
  for (const person of organisation.people) {
    note(person.invited, { what: 'invite', person });
    const unanswered = person.activated > person.invited + 10 && person.bot === false;
    if (unanswered && dice.chance(0.25) && (person.postings.at(-1)?.to ?? 0) > person.invited + 10) {
      note(person.invited + 10, { what: 'invite', person });
    }
    note(person.activated, { what: 'activate', person });
  }
  return agenda;
}
