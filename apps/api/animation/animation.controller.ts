import { Controller, Get, Query } from '@nestjs/common';
import { type Animation } from '#contract/animation.js';
import { WeekQuery } from '#contract/published.js';
import { Problem } from '#runtime/problem.js';
import { WeekNotPublished } from '#storage/publication/board.repository.js';
import { Allow } from '../access/allow.js';
import { Organization, type OrganizationInPath } from '../access/caller.js';
import { Parse } from '../http/parse.js';
import { AnimationPage } from './animation-page.js';

@Controller('v1/organizations/:org/animation')
export class AnimationController {
  constructor(private readonly page: AnimationPage) {}

  @Get()
  @Allow('reading')
  async animation(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(WeekQuery)) { week }: WeekQuery,
  ): Promise<Animation> {
    try {
      return await this.page.read(organization, week);
    } catch (error) {
      if (error instanceof WeekNotPublished) throw new Problem(error.code, 404, error.message);
      throw error;
    }
  }
}
