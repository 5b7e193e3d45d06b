import { Module } from '@nestjs/common';
import { ConnectionTest } from './connection-test.js';
import { PullDesk } from './pull-desk.js';
import { PullsController } from './pulls.controller.js';

/** Needs APP_DB, JobQueue and SETTINGS from global modules. */
@Module({ controllers: [PullsController], providers: [PullDesk, ConnectionTest] })
export class PullsModule {}
