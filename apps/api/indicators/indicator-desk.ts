import { Injectable } from '@nestjs/common';
import { type IndicatorQuery, type IndicatorRows } from '#contract/indicators.js';
import { IndicatorReader } from '#storage/publication/indicator-reader.js';
import { type OrganizationInPath } from '../access/caller.js';
import { KeptAnswers } from '#pages/kept-answers.js';
import { weekOnWire } from '#pages/freshness.js';

/** Answers the query of a visitor from publications. */
@Injectable()
export class IndicatorDesk {
  constructor(
    private readonly reader: IndicatorReader,
    private readonly kept: KeptAnswers,
  ) {}

  rows(organization: OrganizationInPath, query: IndicatorQuery): Promise<IndicatorRows> {
    const read = async () => {
      const { rows, freshness } = await this.reader.rows(organization, query);
      return { rows, freshness: freshness && weekOnWire(freshness) };
    };
    // Retention is published apart from the weeks, whose instants the stamp is made of.
    return query.keys.includes('K11') ? read() : this.kept.answer(organization, 'indicators', query, read);
  }
}
