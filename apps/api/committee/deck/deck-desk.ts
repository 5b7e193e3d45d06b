import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type Language } from '#domain/sentences/language.js';
import { noteAlone } from '#storage/audit/audit-log.js';
import { type OrganizationInPath } from '../../access/caller.js';
import { APP_DB } from '../../databases.js';
import { AnimationAnswer, FollowUpAnswer, RolloutAnswer, SummaryAnswer } from '../../http/page-answers.js';
import { CommitteeDesk, unknownCommittee } from '../committee-desk.js';
import { type DeckFacts, writeDeck } from './deck.js';
import { deckPptx } from './deck-pptx.js';

interface Asked {
  committee: string;
  week: Day | undefined;
  language: Language;
}

type Told = Pick<DeckFacts, 'summary' | 'rollout' | 'followUp' | 'animation'>;

/** The pages that the slides tell. */
@Injectable()
export class PagesTold {
  constructor(
    private readonly summaries: SummaryAnswer,
    private readonly rollouts: RolloutAnswer,
    private readonly followUps: FollowUpAnswer,
    private readonly animations: AnimationAnswer,
  ) {}

  /** One after the other: together they would hold every connection of the pool. */
  async read(organization: OrganizationInPath, week: Day | undefined): Promise<Told> {
    const summary = await this.summaries.read(organization, week);
    const rollout = await this.rollouts.read(organization, week);
    const followUp = await this.followUps.read(organization, week);
    return { summary, rollout, followUp, animation: await this.animations.read(organization, week) };
  }
}

/** Writes the slides of a committee from what the pages answer. */
@Injectable()
export class DeckDesk {
  constructor(
    private readonly committees: CommitteeDesk,
    private readonly pages: PagesTold,
    @Inject(APP_DB) private readonly app: DataSource,
  ) {}

  async write(organization: OrganizationInPath, accountId: string, asked: Asked): Promise<{ file: Buffer; day: Day }> {
    const { committee, week, language } = asked;
    const committees = await this.committees.read(organization.id);
    const own = committees.committees.find(({ id }) => id === committee) ?? unknownCommittee();
    const told = await this.pages.read(organization, week);
    const { name, class: kind } = organization;
    const facts: DeckFacts = {
      ...{ organization: { name, isInvented: kind === 'synthetic' }, committee: own, committees },
      ...told,
    };
    const detail = { what: 'committee-deck', format: 'pptx', committee: own.heldOn };
    await noteAlone(this.app, { organizationId: organization.id, accountId, action: 'exported', detail });
    return { file: await deckPptx(writeDeck(facts, language), language), day: own.heldOn };
  }
}
