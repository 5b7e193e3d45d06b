import { type ArgumentsHost, Catch, type ExceptionFilter, Global, Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { type FastifyReply } from 'fastify';
import { type DataSource } from 'typeorm';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { Problem, problemDocument, problemType } from '#runtime/problem.js';
import { INGEST_DB } from '../../databases.js';
import { ApiMetrics } from '../../http/api-metrics.js';
import { defaultIngestOptions, INGEST_OPTIONS, type IngestOptions } from '../ingest-options.js';
import { IngestModule } from '../ingest.module.js';

@Catch(Problem)
class Problems implements ExceptionFilter {
  catch(problem: Problem, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void reply.status(problem.status).headers(problem.headers).type(problemType).send(problemDocument(problem));
  }
}

/** The ingest module alone, with a queue that only remembers what it was asked. */
export async function startIngestApp(
  database: DataSource,
  options: Partial<IngestOptions>,
  queue: Pick<JobQueue, 'request'>,
  metrics = new ApiMetrics(),
): Promise<NestFastifyApplication> {
  @Global()
  @Module({
    providers: [
      { provide: INGEST_DB, useValue: database },
      { provide: JobQueue, useValue: queue },
      { provide: ApiMetrics, useValue: metrics },
    ],
    exports: [INGEST_DB, JobQueue, ApiMetrics],
  })
  class Surroundings {}

  const testing = await Test.createTestingModule({ imports: [Surroundings, IngestModule] })
    .overrideProvider(INGEST_OPTIONS)
    .useValue({ ...defaultIngestOptions, ...options })
    .compile();
  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  app.useGlobalFilters(new Problems());
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
