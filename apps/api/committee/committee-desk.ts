import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import {
  type CommitteeChange,
  type Committees,
  type ItemChange,
  type NewCommittee,
  type NewItem,
} from '#contract/committees.js';
import { type Day } from '#domain/calendar/day.js';
import {
  committeeSentence,
  countItems,
  type ItemState,
  itemsOf,
  lastCommittee,
  nextCommittee,
} from '#domain/committee/committee.js';
import { Problem } from '#runtime/problem.js';
import { CommitteeRepository, type CommitteeWriter, type ItemFields } from '#storage/steering/committee.repository.js';
import { DecisionRepository } from '#storage/steering/decision.repository.js';
import { SteeringRepository } from '#storage/steering/steering.repository.js';
import { APP_DB, READ_DB } from '../databases.js';
import { committeeOnWire, gateOnWire } from './on-wire.js';

/** Steering committees as somebody declares them, with what was decided at the gates of waves beside. */
@Injectable()
export class CommitteeDesk {
  private readonly committees: CommitteeRepository;
  private readonly decisions: DecisionRepository;
  private readonly steering: SteeringRepository;

  constructor(@Inject(APP_DB) app: DataSource, @Inject(READ_DB) read: DataSource) {
    this.committees = new CommitteeRepository(app);
    this.decisions = new DecisionRepository(app);
    this.steering = new SteeringRepository(read);
  }

  async read(organizationId: string): Promise<Committees> {
    const today = todayInUtc();
    const [committees, decisions, waves] = await Promise.all([
      this.committees.list(organizationId),
      this.decisions.list(organizationId),
      this.steering.waves(organizationId),
    ]);
    const names = new Map(waves.map(({ key, name }) => [key, name]));
    return {
      ...{ today, sentence: committeeSentence(committees, today), counts: countItems(itemsOf(committees), today) },
      next: nextCommittee(committees, today)?.id ?? null,
      last: lastCommittee(committees, today)?.id ?? null,
      committees: committees.map((one) => committeeOnWire(one, today)),
      gates: decisions.map((row) => gateOnWire(row, names)),
    };
  }

  async add(who: CommitteeWriter, committee: NewCommittee): Promise<string> {
    return this.committees.add(who, committee);
  }

  async change(who: CommitteeWriter, id: string, { withdrawn, ...fields }: CommitteeChange): Promise<string> {
    const { heldOn, participants } = fields;
    const said = {
      ...(heldOn === undefined ? {} : { heldOn }),
      ...(participants === undefined ? {} : { participants }),
    };
    return (await this.committees.change(who, id, { ...said, withdrawn })) ?? unknownCommittee();
  }

  async addItem(who: CommitteeWriter, id: string, item: NewItem): Promise<string> {
    const settledOn = settledAt(item.state, todayInUtc());
    return (await this.committees.addItem(who, id, { ...item, settledOn })) ?? unknownCommittee();
  }

  async changeItem(who: CommitteeWriter, id: string, { withdrawn, ...said }: ItemChange): Promise<string> {
    const becomes = (kept: ItemFields) => changed(kept, said, todayInUtc());
    return (await this.committees.changeItem(who, id, becomes, withdrawn)) ?? unknownItem();
  }
}

function changed(kept: ItemFields, said: Omit<ItemChange, 'withdrawn'>, today: Day): ItemFields {
  const { kind = kept.kind, text = kept.text, owner = kept.owner, dueOn = kept.dueOn, state = kept.state } = said;
  if (state === 'asked' && kind === 'action')
    throw new Problem('action_is_not_asked', 409, 'Only a decision is asked for: an action is open, done or dropped.');
  const settledOn = state === kept.state ? kept.settledOn : settledAt(state, today);
  return { kind, text, owner, dueOn, state, settledOn };
}

const settledAt = (state: ItemState, today: Day): Day | null =>
  state === 'done' || state === 'dropped' ? today : null;

const todayInUtc = (): Day => new Date().toISOString().slice(0, 10);

export function unknownCommittee(): never {
  throw new Problem('unknown_committee', 404, 'There is no such steering committee.');
}

export function unknownItem(): never {
  throw new Problem('unknown_committee_item', 404, 'There is no such decision or action.');
}
