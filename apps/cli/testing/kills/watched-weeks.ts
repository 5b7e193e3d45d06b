import { setTimeout as pause } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import { rowsOf } from '#storage/database.js';
import { type Finding, told } from './finding.js';

interface Told {
  week: string;
  at: string;
  digest: string;
}

/** I9: looks at what is published while it changes; a week that says something else must say since when. */
export class WatchedWeeks {
  private readonly last = new Map<string, Told>();
  private readonly silent: string[] = [];

  constructor(private readonly owner: DataSource) {}

  async watch(stopped: AbortSignal): Promise<void> {
    while (!stopped.aborted) {
      // While the database is away nothing is seen.
      await this.look().catch(() => undefined);
      await pause(700, undefined, { signal: stopped }).catch(() => undefined);
    }
  }

  async look(): Promise<void> {
    // One statement, one moment.
    const weeks = await rowsOf<Told>(
      this.owner,
      `select w.organization_id || '/' || w.week_end as week, w.published_at::text as at,
              md5(concat((select string_agg(n::text, ' ' order by n::text) from published_node n
                           where n.organization_id = w.organization_id and n.week_end = w.week_end),
                         (select string_agg(c::text, ' ' order by c::text) from published_count c
                           where c.organization_id = w.organization_id and c.week_end = w.week_end))) as digest
         from published_week w`,
    );
    for (const told of weeks) {
      const before = this.last.get(told.week);
      if (before && before.digest !== told.digest && before.at === told.at) this.silent.push(told.week);
      this.last.set(told.week, told);
    }
  }

  findings(): Finding[] {
    return told('I9', 'weeks that say something else without saying so', this.silent);
  }
}
