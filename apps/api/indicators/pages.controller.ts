import { Controller, Get, Query } from '@nestjs/common';
import { type Comparison, ComparisonQuery, type FunnelPlot, FunnelQuery } from '#contract/comparison.js';
import { type Exemplarity, ExemplarityQuery } from '#contract/exemplarity.js';
import { WeekQuery } from '#contract/published.js';
import { type Rollout } from '#contract/rollout.js';
import { type Summary } from '#contract/summary.js';
import { Allow } from '../access/allow.js';
import { type OpenOther, Organization, type OrganizationInPath, Others } from '../access/caller.js';
import { Parse } from '../http/parse.js';
import { ComparisonPage } from './comparison-page.js';
import { ExemplarityPage } from '#pages/exemplarity-page.js';
import { KeptAnswers } from '#pages/kept-answers.js';
import { published } from '../http/published.js';
import { RolloutPage } from '#pages/rollout-page.js';
import { SummaryPage } from '#pages/summary-page.js';

/** What the pages show of published counts: each answer is one page. */
@Controller('v1/organizations/:org')
export class PagesController {
  constructor(
    private readonly summaries: SummaryPage,
    private readonly rollouts: RolloutPage,
    private readonly comparisons: ComparisonPage,
    private readonly exemplarities: ExemplarityPage,
    private readonly kept: KeptAnswers,
  ) {}

  @Get('summary')
  @Allow('steering')
  summary(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(WeekQuery)) { week }: WeekQuery,
  ): Promise<Summary> {
    return published(
      this.kept.answer(organization, 'summary', { week }, () => this.summaries.read(organization, week)),
    );
  }

  @Get('rollout')
  @Allow('steering')
  rollout(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(WeekQuery)) { week }: WeekQuery,
  ): Promise<Rollout> {
    return published(this.kept.answer(organization, 'rollout', { week }, () => this.rollouts.read(organization, week)));
  }

  @Get('comparison')
  @Allow('reading')
  comparison(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(ComparisonQuery)) query: ComparisonQuery,
    @Others() open: OpenOther,
  ): Promise<Comparison> {
    const read = () => this.comparisons.read(organization, query, open);
    // Other organisations are open to some callers only, and change on their own.
    const isAlone = !query.compare?.some(({ kind }) => kind === 'organisation');
    return published(isAlone ? this.kept.answer(organization, 'comparison', query, read) : read());
  }

  @Get('funnel-plot')
  @Allow('reading')
  funnelPlot(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(FunnelQuery)) query: FunnelQuery,
  ): Promise<FunnelPlot> {
    return published(
      this.kept.answer(organization, 'funnel-plot', query, () => this.comparisons.funnel(organization, query)),
    );
  }

  @Get('exemplarity')
  @Allow('reading')
  exemplarity(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(ExemplarityQuery)) query: ExemplarityQuery,
  ): Promise<Exemplarity> {
    return published(
      this.kept.answer(organization, 'exemplarity', query, () => this.exemplarities.read(organization, query)),
    );
  }
}
