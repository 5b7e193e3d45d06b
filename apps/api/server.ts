import cookie from '@fastify/cookie';
import session from '@fastify/session';
import files from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { NestLogger } from '#runtime/logger.js';
import { SessionRepository } from '#storage/access/session.repository.js';
import { AppModule, type Surroundings } from './app.module.js';
import { readHostCookie, sessionOf, writeHostCookie } from './access/host-cookie.js';
import { sessionOptions } from './access/session-store.js';
import { APP_DB, INGEST_DB, READ_DB, RIGHTS_DB } from './databases.js';
import { limitBodies, ordinaryPatience, type Patience } from './http/body-patience.js';
import { InFlight, ordinaryPlaces, type Places } from './http/in-flight.js';
import { type OpenApi, openApi } from './http/openapi.js';
import { takePageTurns } from './http/page-turns.js';
import { ProblemFilter } from './http/problem.filter.js';
import { collectRoutes, type Route } from './access/routes.js';
import { securityHeaders } from './http/security-headers.js';
import { limitSessions } from './http/session-rate.js';
import { traceRequests } from './http/trace-requests.js';

const bodyLimit = 5 * 1024 * 1024;

export interface Server {
  app: NestFastifyApplication;
  /** Every route with the policy that opens it. */
  routes: Route[];
}

/** The whole api, not yet listening. Throws when a route names no policy. */
export async function createServer(
  surroundings: Surroundings,
  { patience = ordinaryPatience, places = ordinaryPlaces }: { patience?: Patience; places?: Places } = {},
): Promise<Server> {
  const { settings, logger, metrics, tracing } = surroundings;
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: settings.TRUST_PROXY,
    genReqId: () => randomUUID(),
    // Ends idle connections when the server stops; requests on their way are answered first.
    forceCloseConnections: 'idle',
    requestTimeout: patience.file,
    routerOptions: { maxParamLength: 200 },
  });
  const fastify: FastifyInstance = adapter.getInstance();
  const routes = collectRoutes(fastify);
  let described: OpenApi | undefined;
  if (tracing) traceRequests(fastify, tracing);
  fastify.addHook('onRequest', securityHeaders);
  limitBodies(fastify, patience);
  metrics.listenTo(fastify);
  limitSessions(fastify, {
    perSecond: settings.SESSION_RATE,
    cookieOf: (request) => sessionOf(request, settings.COOKIE_SECURE),
    turnedAway: () => metrics.turnedAway('pages'),
  });
  const inFlight = new InFlight(places, (part) => metrics.turnedAway(part));
  inFlight.bound(fastify);
  takePageTurns(fastify);
  if (settings.LOG_REQUESTS) {
    fastify.addHook('onResponse', (request, reply, done) => {
      const { method, id: requestId, routeOptions } = request;
      const ms = Math.round(reply.elapsedTime);
      logger.info({ method, route: routeOptions.url, status: reply.statusCode, ms, requestId }, 'answered');
      done();
    });
  }

  const app = await NestFactory.create<NestFastifyApplication>(AppModule.in(surroundings), adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  const pool = (door: string) => app.get<DataSource>(door);
  const pools = { ingest: pool(INGEST_DB), app: pool(APP_DB), read: pool(READ_DB), rights: pool(RIGHTS_DB) };
  metrics.watch({ pools, queue: app.get(JobQueue), inFlight: inFlight.taken });
  app.useGlobalFilters(new ProblemFilter(logger));
  await app.register(cookie as never);
  readHostCookie(fastify, settings.COOKIE_SECURE);
  await app.register(session, sessionOptions(settings, app.get(SessionRepository)));
  writeHostCookie(fastify, settings.COOKIE_SECURE);
  await app.register(files, { serve: false, preCompressed: true } as never);
  fastify.get('/v1/openapi.json', { config: { policy: 'public' } }, () => (described ??= openApi(routes)));
  await app.init();
  await fastify.ready();
  return { app, routes };
}
