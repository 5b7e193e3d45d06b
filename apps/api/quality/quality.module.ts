import { Module } from '@nestjs/common';
import { QualityController } from './quality.controller.js';
import { QualityPage } from './quality-page.js';

/** Needs APP_DB: it reads counters of sources, which no publication holds. */
@Module({ controllers: [QualityController], providers: [QualityPage] })
export class QualityModule {}
