import { Module } from '@nestjs/common';
import { Attempts } from '../access/attempts.js';
import { IssueController } from './issue.controller.js';
import { ReportsController } from './reports.controller.js';
import { ReportsDesk } from './reports-desk.js';

/** Boards that go out by mail to people without an account. */
@Module({ controllers: [ReportsController, IssueController], providers: [ReportsDesk, Attempts] })
export class ReportsModule {}
