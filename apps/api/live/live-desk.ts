import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { PassThrough, type Readable } from 'node:stream';
import { type DataSource } from 'typeorm';
import { type Live } from '#contract/live.js';
import { LOGGER, type Logger } from '#runtime/logger.js';
import { Problem } from '#runtime/problem.js';
import { AccountRepository } from '#storage/access/account.repository.js';
import { SessionRepository } from '#storage/access/session.repository.js';
import { newestWeek, sourcePulses } from '#storage/source/source-pulse.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { APP_DB } from '../databases.js';

/** Who listens, by which session, and whether they may read the sources. */
export interface Listener {
  account: Pick<SignedIn, 'id'>;
  organization: Pick<OrganizationInPath, 'id' | 'slug' | 'role' | 'scope'>;
  session: string;
  readsSources: boolean;
}

interface Open extends Listener {
  stream: PassThrough;
  /** What was told last, by event. */
  told: Map<string, string>;
  checkedAt: number;
  wroteAt: number;
}

const every = 5_000;
/** Whether somebody may still listen is asked as often. */
const checkEvery = 30_000;
/** Something is sent as often, or what lies between takes the line for dead. */
const beatEvery = 15_000;
/** A browser has so many tabs that show. */
const mostOfAccount = 12;
/** Who does not read what was sent is not sent more. */
const mostWaiting = 64 * 1024;

/** Tells open pages what is new: one reading for all who listen to an organisation, and nothing where nobody does. */
@Injectable()
export class LiveDesk implements OnModuleDestroy {
  private readonly open = new Set<Open>();
  private readonly accounts: AccountRepository;
  private readonly sessions: SessionRepository;
  private timer: NodeJS.Timeout | undefined;
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;
  /** A test sets the time, and asks for each round itself. */
  clock: { now: () => number; goesByItself: boolean } = { now: Date.now, goesByItself: true };

  constructor(
    @Inject(APP_DB) private readonly db: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.accounts = new AccountRepository(db);
    this.sessions = new SessionRepository(db);
  }

  state(organizationId: string, readsSources: boolean, now = new Date(this.clock.now())): Promise<Live> {
    return withinOrganization(organizationId, async () => {
      const week = await newestWeek(this.db, organizationId);
      const sources = readsSources ? await sourcePulses(this.db, organizationId, now) : null;
      return {
        publication: week && { weekEnd: week.weekEnd, publishedAt: week.publishedAt.toISOString() },
        sources: sources?.map((one) => ({ ...one, hour: one.hour.toISOString() })) ?? null,
      };
    });
  }

  /** Begins with all that is known. Ends with the session, with the right, or when whoever listens goes. */
  async listen(listener: Listener): Promise<Readable> {
    const now = this.clock.now();
    const own = [...this.open].filter(({ account }) => account.id === listener.account.id);
    if (own.length >= mostOfAccount)
      throw new Problem('too_many_streams', 429, 'Too many pages of this account are open: close one.');
    const stream = new PassThrough();
    const one: Open = { ...listener, stream, told: new Map(), checkedAt: now, wroteAt: now };
    this.open.add(one);
    stream.once('close', () => this.leave(one));
    stream.write('retry: 5000\n\n');
    tell(one, await this.state(listener.organization.id, listener.readsSources, new Date(now)), now);
    if (this.clock.goesByItself)
      this.timer ??= setInterval(() => this.waiting === 0 && void this.round(), every).unref();
    return stream;
  }

  /** Tells everybody what has changed: one round after the other; a failure waits for the next. */
  round(): Promise<void> {
    this.waiting++;
    this.last = this.last
      .then(() => this.tellAll(this.clock.now()))
      .catch((error: unknown) => this.logger.warn({ err: error }, 'news could not be read'))
      .finally(() => this.waiting--);
    return this.last;
  }

  get listening(): number {
    return this.open.size;
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    for (const { stream } of this.open) stream.end();
  }

  private async tellAll(now: number): Promise<void> {
    for (const one of this.open)
      if (now - one.checkedAt >= checkEvery) {
        if (!(await this.mayListen(one))) one.stream.end();
        one.checkedAt = now;
      }
    const still = [...this.open].filter(({ stream }) => stream.writable);
    for (const id of new Set(still.map(({ organization }) => organization.id))) {
      const listeners = still.filter(({ organization }) => organization.id === id);
      const anyone = listeners.some(({ readsSources }) => readsSources);
      const state = await this.state(id, anyone, new Date(now));
      for (const one of listeners) tell(one, one.readsSources ? state : { ...state, sources: null }, now);
    }
  }

  /** As it is now: whoever lost the session, the account, the role or the scope is asked to come again. */
  private async mayListen({ account, organization, session }: Open): Promise<boolean> {
    if (!(await this.sessions.isOpen(session))) return false;
    const active = await this.accounts.active(account.id);
    const opened = active && (await this.accounts.opened(active, organization.slug));
    return opened?.role === organization.role && opened.scope === organization.scope;
  }

  private leave(one: Open): void {
    this.open.delete(one);
    if (this.open.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }
}

function tell(one: Open, state: Live, now: number): void {
  const { stream, told } = one;
  for (const [event, value] of Object.entries(state)) {
    const data = JSON.stringify(value);
    if (value === null || told.get(event) === data) continue;
    told.set(event, data);
    stream.write(`event: ${event}\ndata: ${data}\n\n`);
    one.wroteAt = now;
  }
  if (now - one.wroteAt >= beatEvery) {
    stream.write(': \n\n');
    one.wroteAt = now;
  }
  if (stream.writableLength > mostWaiting) stream.destroy();
}
