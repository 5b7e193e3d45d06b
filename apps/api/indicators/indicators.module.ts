import { Global, Module } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { BoardRepository } from '#storage/publication/board.repository.js';
import { ComparisonReader } from '#storage/publication/comparison-reader.js';
import { IndicatorReader } from '#storage/publication/indicator-reader.js';
import { PublicationRepository } from '#storage/publication/publication.repository.js';
import { APP_DB, READ_DB } from '../databases.js';
import { ClientsController } from './clients.controller.js';
import { ClientsPage } from './clients-page.js';
import { CommunitiesController } from './communities.controller.js';
import { CommunitiesPage } from './communities-page.js';
import { ComparisonPage } from './comparison-page.js';
import { ExemplarityPage } from '#pages/exemplarity-page.js';
import { FollowUpController } from './follow-up.controller.js';
import { FollowUpPage } from '#pages/follow-up-page.js';
import { IndicatorDesk } from './indicator-desk.js';
import { IndicatorsController } from './indicators.controller.js';
import {
  ComparisonAnswer,
  ExemplarityAnswer,
  FollowUpAnswer,
  IndicatorsAnswer,
  RolloutAnswer,
  SummaryAnswer,
} from '../http/page-answers.js';
import { KeptAnswers } from '#pages/kept-answers.js';
import { LagsController } from './lags.controller.js';
import { LagsPage } from './lags-page.js';
import { PagesController } from './pages.controller.js';
import { RolloutPage } from '#pages/rollout-page.js';
import { SummaryPage } from '#pages/summary-page.js';
import { UsageController } from './usage.controller.js';
import { UsagePage } from './usage-page.js';

/** What is published, page by page, for the pages and for documents that tell the same. */
@Global()
@Module({
  controllers: [
    ClientsController,
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
    ClientsPage,
    CommunitiesPage,
    ComparisonPage,
    UsagePage,
    LagsPage,
    { provide: KeptAnswers, useFactory: (read: DataSource) => new KeptAnswers(read), inject: [READ_DB] },
    {
      provide: FollowUpPage,
      useFactory: (boards: BoardRepository, kept: KeptAnswers, read: DataSource) =>
        new FollowUpPage(boards, kept, read),
      inject: [BoardRepository, KeptAnswers, READ_DB],
    },
    {
      provide: SummaryPage,
      useFactory: (...given: ConstructorParameters<typeof SummaryPage>) => new SummaryPage(...given),
      inject: [BoardRepository, FollowUpPage, KeptAnswers, READ_DB, APP_DB],
    },
    {
      provide: RolloutPage,
      useFactory: (boards: BoardRepository) => new RolloutPage(boards),
      inject: [BoardRepository],
    },
    {
      provide: ExemplarityPage,
      useFactory: (...given: ConstructorParameters<typeof ExemplarityPage>) => new ExemplarityPage(...given),
      inject: [BoardRepository, PublicationRepository, READ_DB],
    },
    { provide: IndicatorsAnswer, useExisting: IndicatorDesk },
    { provide: ExemplarityAnswer, useExisting: ExemplarityPage },
    { provide: ComparisonAnswer, useExisting: ComparisonPage },
    { provide: SummaryAnswer, useExisting: SummaryPage },
    { provide: RolloutAnswer, useExisting: RolloutPage },
    { provide: FollowUpAnswer, useExisting: FollowUpPage },
  ],
  exports: [
    ...[SummaryAnswer, RolloutAnswer, FollowUpAnswer, ExemplarityAnswer, ComparisonAnswer, IndicatorsAnswer],
    ...[KeptAnswers, SummaryPage],
  ],
})
export class IndicatorsModule {}
