import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type FastifyInstance } from 'fastify';
import { installBodyParsers } from './body-parsers.js';
import { EventIntake } from './event-intake.js';
import { IngestController } from './ingest.controller.js';
import { defaultIngestOptions, INGEST_OPTIONS } from './ingest-options.js';
import { SegmentController } from './segment.controller.js';
import { SourceKeyGuard } from './source-key.guard.js';
import { SourceKeys } from './source-keys.js';
import { StreamNames } from './stream-names.js';
import { XapiController } from './xapi.controller.js';

/** Needs INGEST_DB and JobQueue from a global module. */
@Module({
  controllers: [IngestController, SegmentController, XapiController],
  providers: [
    EventIntake,
    SourceKeyGuard,
    SourceKeys,
    StreamNames,
    { provide: INGEST_OPTIONS, useValue: defaultIngestOptions },
  ],
})
export class IngestModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    installBodyParsers(this.host.httpAdapter.getInstance<FastifyInstance>());
  }
}
