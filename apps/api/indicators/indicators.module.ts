import { Global, Module } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { BoardRepository } from '#storage/publication/board.repository.js';
import { ComparisonReader } from '#storage/publication/comparison-reader.js';
import { IndicatorReader } from '#storage/publication/indicator-reader.js';
import { PublicationRepository } from '#storage/publication/publication.repository.js';
import { READ_DB } from '../databases.js';
import { CommunitiesController } from './communities.controller.js';
import { CommunitiesPage } from './communities-page.js';
import { ComparisonPage } from './comparison-page.js';
import { ExemplarityPage } from './exemplarity-page.js';
import { FollowUpController } from './follow-up.controller.js';
import { FollowUpPage } from './follow-up-page.js';
import { IndicatorDesk } from './indicator-desk.js';
import { IndicatorsController } from './indicators.controller.js';
import { FollowUpAnswer, RolloutAnswer, SummaryAnswer } from '../http/page-answers.js';
import { KeptAnswers } from '../http/kept-answers.js';
import { LagsController } from './lags.controller.js';
import { LagsPage } from './lags-page.js';
import { PagesController } from './pages.controller.js';
import { RolloutPage } from './rollout-page.js';
import { SummaryPage } from './summary-page.js';
import { UsageController } from './usage.controller.js';
import { UsagePage } from './usage-page.js';

/** What is published, page by page, for the pages and for documents that tell the same. */
@Global()
@Module({
  controllers: [
    CommunitiesController,
    IndicatorsController,
    PagesController,
    LagsController,
    FollowUpController,
    UsageController,
  ],
  providers: [
    { provide: BoardRepository, useFactory: (db: DataSource) => new BoardRepository(db), inject: [READ_DB] },
    {
      provide: PublicationRepository,
      useFactory: (db: DataSource) => new PublicationRepository(db),
      inject: [READ_DB],
    },
    { provide: IndicatorReader, useFactory: (db: DataSource) => new IndicatorReader(db), inject: [READ_DB] },
    { provide: ComparisonReader, useFactory: (db: DataSource) => new ComparisonReader(db), inject: [READ_DB] },
    IndicatorDesk,
    KeptAnswers,
    CommunitiesPage,
    SummaryPage,
    RolloutPage,
    ComparisonPage,
    ExemplarityPage,
    UsagePage,
    LagsPage,
    FollowUpPage,
    { provide: SummaryAnswer, useExisting: SummaryPage },
    { provide: RolloutAnswer, useExisting: RolloutPage },
    { provide: FollowUpAnswer, useExisting: FollowUpPage },
  ],
  exports: [SummaryAnswer, RolloutAnswer, FollowUpAnswer],
})
export class IndicatorsModule {}
