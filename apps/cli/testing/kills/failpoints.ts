import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Patch } from './broken-build.js';

const wall = 'libs/storage/wall/walled.js';
const queue = 'libs/runtime/jobs/job-queue.js';
const publication = 'libs/storage/publication/publish.repository.js';
const point = (name: string) => `await globalThis.essorPoint(\`${name}\`);`;

/** Every commit of every door, every job that is asked for, every answer to events, every publication. */
export const boundaries: readonly Patch[] = [
  {
    file: wall,
    from: 'return runner; }',
    to: `const commit = runner.commitTransaction.bind(runner);
    runner.commitTransaction = async () => {
      const place = globalThis.essorPlace();
      ${point('before the commit of ${place}')}
      await commit();
      ${point('after the commit of ${place}')}
    };
    return runner; }`,
  },
  {
    file: wall,
    from: "await send('commit');",
    to: `const place = /^\\s*select\\b(?!.*(ensure|forget)_)/is.test(sql) ? null : globalThis.essorPlace();
      if (place !== null) ${point('before the one statement of ${place}')}
      await send('commit');
      if (place !== null) ${point('after the one statement of ${place}')}`,
  },
  {
    file: queue,
    from: 'await this.queue(definition.name).add(definition.name, data, optionsOf(definition, identity));',
    to: `${point('before ${definition.name} is asked for')}
      await this.queue(definition.name).add(definition.name, data, optionsOf(definition, identity));
      ${point('after ${definition.name} is asked for')}`,
  },
  {
    file: 'apps/api/ingest/ingest.controller.js',
    from: 'const isRefused = answer.accepted === 0 && answer.rejected > 0;',
    to: `${point('before an answer')}
      setTimeout(() => void globalThis.essorPoint('after an answer').catch(() => undefined), 5);
      const isRefused = answer.accepted === 0 && answer.rejected > 0;`,
  },
  {
    file: publication,
    from: 'await tx.query(`delete from published_node where organization_id = $1 and week_end = $2`, week);',
    to: `${point('before a week is published')}
      await tx.query(\`delete from published_node where organization_id = $1 and week_end = $2\`, week);`,
  },
  {
    file: publication,
    from: 'await tx.query(insertNodes, [',
    to: `${point('in the midst of a publication')} await tx.query(insertNodes, [`,
  },
];

/** What is done at a start, or a few times a day, comes last. */
const rank = (name: string) =>
  /retain|retention|quality|check-ids|report|forget|ensureMonths|tidy/.test(name) ? 1 : 0;

export const pointFaults = ['throw', 'stall', 'SIGKILL'] as const;

/** The folder in which processes tell which boundaries they pass, and find what waits for them there. */
export class Points {
  constructor(private readonly folder: string) {}

  get env(): Record<string, string> {
    const preload = join(process.cwd(), 'apps/cli/testing/kills/points.mjs');
    return { ESSOR_POINTS: this.folder, NODE_OPTIONS: `--import=${preload}` };
  }

  /** Of all processes, each once; those that several have passed first. */
  seen(): string[] {
    const path = join(this.folder, 'seen');
    const passed = existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
    const times = (name: string) => passed.filter((one) => one === name).length;
    return [...new Set(passed)].sort((one, other) => rank(one) - rank(other) || times(other) - times(one));
  }

  arm(name: string, fault: (typeof pointFaults)[number]): void {
    writeFileSync(this.place(name, 'armed'), fault);
  }

  isArmed(name: string): boolean {
    return existsSync(this.place(name, 'armed'));
  }

  private place(name: string, state: 'armed' | 'struck'): string {
    return join(this.folder, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.${state}`);
  }
}
