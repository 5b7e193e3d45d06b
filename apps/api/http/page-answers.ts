import { type Animation } from '#contract/animation.js';
import { type Comparison, type ComparisonQuery } from '#contract/comparison.js';
import { type Exemplarity, type ExemplarityQuery } from '#contract/exemplarity.js';
import { type IndicatorQuery, type IndicatorRows } from '#contract/indicators.js';
import { type FollowUp } from '#contract/follow-up.js';
import { type Rollout } from '#contract/rollout.js';
import { type Summary } from '#contract/summary.js';
import { type Day } from '#domain/calendar/day.js';
import { type OpenOther, type OrganizationInPath } from '../access/caller.js';
import { type BoardOf } from '#storage/publication/board.repository.js';

/** What one page answers, week by week. */
interface PageAnswer<Answer> {
  read(organization: BoardOf, week?: Day): Promise<Answer>;
}

/**
 * What pages answer, for a document that tells the same: features do not know one another, so the feature of the page
 * provides it under these names.
 */
export abstract class SummaryAnswer implements PageAnswer<Summary> {
  abstract read(organization: BoardOf, week?: Day): Promise<Summary>;
}

export abstract class RolloutAnswer implements PageAnswer<Rollout> {
  abstract read(organization: BoardOf, week?: Day): Promise<Rollout>;
}

export abstract class FollowUpAnswer implements PageAnswer<FollowUp> {
  abstract read(organization: BoardOf, week?: Day): Promise<FollowUp>;
}

export abstract class AnimationAnswer implements PageAnswer<Animation> {
  abstract read(organization: BoardOf, week?: Day): Promise<Animation>;
}

export abstract class IndicatorsAnswer {
  abstract rows(organization: OrganizationInPath, query: IndicatorQuery): Promise<IndicatorRows>;
}

export abstract class ExemplarityAnswer {
  abstract read(organization: BoardOf, query: ExemplarityQuery): Promise<Exemplarity>;
}

export abstract class ComparisonAnswer {
  abstract read(organization: OrganizationInPath, query: ComparisonQuery, open: OpenOther): Promise<Comparison>;
}
