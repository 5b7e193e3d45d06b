import { Injectable } from '@nestjs/common';
import { type IndicatorQuery, type IndicatorRows } from '#contract/indicators.js';
import { IndicatorReader } from '#storage/publication/indicator-reader.js';
import { type OrganizationInPath } from '../access/caller.js';
import { weekOnWire } from './wire.js';

/** Answers the query of a visitor from publications. */
@Injectable()
export class IndicatorDesk {
  constructor(private readonly reader: IndicatorReader) {}

  async rows(organization: OrganizationInPath, query: IndicatorQuery): Promise<IndicatorRows> {
    const { rows, freshness } = await this.reader.rows(organization, query);
    return { rows, freshness: freshness && weekOnWire(freshness) };
  }
}
