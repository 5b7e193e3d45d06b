import { Controller, Get, Inject, Query } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type RelayProposals } from '#contract/ambassadors.js';
import { WeekQuery } from '#contract/published.js';
import { type Ties } from '#contract/ties.js';
import { Problem } from '#runtime/problem.js';
import { WeekNotPublished } from '#storage/publication/board.repository.js';
import { DeclaredRepository } from '#storage/steering/declared.repository.js';
import { Allow } from '../access/allow.js';
import { Organization, type OrganizationInPath } from '../access/caller.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';
import { TiesPage } from './ties-page.js';

@Controller('v1/organizations/:org')
export class NetworkController {
  private readonly declared: DeclaredRepository;

  constructor(
    private readonly ties: TiesPage,
    @Inject(APP_DB) app: DataSource,
  ) {
    this.declared = new DeclaredRepository(app);
  }

  @Get('ties')
  @Allow('reading')
  async between(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(WeekQuery)) { week }: WeekQuery,
  ): Promise<Ties> {
    try {
      return await this.ties.answer(organization, week);
    } catch (error) {
      if (error instanceof WeekNotPublished) throw new Problem(error.code, 404, error.message);
      throw error;
    }
  }

  /** Volunteers whom the plan would recruit, for those who recruit. */
  @Get('ambassadors/relays')
  @Allow('declare')
  async relays(@Organization() { id }: OrganizationInPath): Promise<RelayProposals> {
    return { people: await this.declared.proposedRelays(id) };
  }
}
