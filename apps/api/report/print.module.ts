import { Module } from '@nestjs/common';
import { KeptAnswers } from '#pages/kept-answers.js';
import { OrganizationPage } from '#pages/organization-page.js';
import { SummaryPage } from '#pages/summary-page.js';
import { SummarySheet } from '#pages/summary-sheet.js';
import { APP_DB } from '../databases.js';
import { frame } from '../http/frame.js';
import { PrintController } from './print.controller.js';
import { BoardAnswers, PrintDesk } from './print-desk.js';

/** Boards on paper: what their pages answer. */
@Module({
  controllers: [PrintController],
  providers: [
    ...[frame, BoardAnswers, PrintDesk],
    {
      provide: SummarySheet,
      useFactory: (...given: ConstructorParameters<typeof SummarySheet>) => new SummarySheet(...given),
      inject: [SummaryPage, OrganizationPage, KeptAnswers, APP_DB],
    },
  ],
})
export class PrintModule {}
