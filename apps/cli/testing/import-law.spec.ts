import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

jest.setTimeout(180_000);

/** Each file of a small house with what it imports; the second list breaks the law once a line. */
const lawful: [file: string, imports: string][] = [
  ['libs/domain/calendar.ts', 'date-fns'],
  ['libs/domain/calendar.spec.ts', 'fast-check'],
  ['libs/contract/events.ts', '#domain/calendar.js'],
  ['libs/contract/answers.ts', 'zod'],
  ['libs/connectors/csv.ts', '#domain/calendar.js'],
  ['libs/storage/days.ts', 'pg'],
  ['libs/storage/days.db.spec.ts', '#migrations/all.js'],
  ['libs/runtime/jobs.ts', '@nestjs/common'],
  ['libs/pipeline/ingest.ts', '#storage/days.js'],
  ['libs/pipeline/measures.ts', '#connectors/csv.js'],
  ['migrations/all.ts', 'typeorm'],
  ['apps/api/ingest/route.ts', '#pipeline/ingest.js'],
  ['apps/api/access/allow.ts', '#domain/calendar.js'],
  ['apps/api/people/route.ts', '../access/allow.js'],
  ['apps/api/people/route.http.spec.ts', '../testing/server.js'],
  ['apps/api/testing/server.ts', '../ingest/route.js'],
  ['apps/worker/measures/job.ts', '#pipeline/measures.js'],
  ['apps/cli/main.ts', '#storage/days.js'],
  ['apps/dashboard/charts/line.tsx', '#domain/calendar.js'],
  ['apps/dashboard/pages/waves/Waves.tsx', '../../charts/line.js'],
];

const unlawful: [file: string, imports: string, target: string][] = [
  ['libs/domain/bad-1.ts', '../storage/days.js', 'libs/storage/days.ts'],
  ['libs/domain/bad-2.ts', 'typeorm', 'typeorm'],
  ['libs/domain/bad-3.ts', 'node:fs', 'fs'],
  ['libs/domain/bad-4.spec.ts', '#storage/days.js', 'libs/storage/days.ts'],
  ['libs/contract/bad.ts', '@nestjs/common', '@nestjs/common'],
  ['libs/connectors/bad.ts', '#storage/days.js', 'libs/storage/days.ts'],
  ['libs/storage/bad-1.ts', '#contract/events.js', 'libs/contract/events.ts'],
  ['libs/storage/bad-2.ts', '#migrations/all.js', 'migrations/all.ts'],
  ['libs/runtime/bad.ts', '#storage/days.js', 'libs/storage/days.ts'],
  ['libs/pipeline/bad-1.ts', '#runtime/jobs.js', 'libs/runtime/jobs.ts'],
  ['libs/pipeline/bad-2.ts', '@nestjs/common', '@nestjs/common'],
  ['migrations/bad.ts', '#storage/days.js', 'libs/storage/days.ts'],
  ['bench/bad.ts', '../apps/api/ingest/route.js', 'apps/api/ingest/route.ts'],
  ['apps/api/bad-1.ts', '../worker/measures/job.js', 'apps/worker/measures/job.ts'],
  ['apps/api/bad-2.ts', '#pipeline/measures.js', 'libs/pipeline/measures.ts'],
  ['apps/api/people/bad-3.ts', '../ingest/route.js', 'apps/api/ingest/route.ts'],
  ['apps/api/access/bad-4.ts', '../ingest/route.js', 'apps/api/ingest/route.ts'],
  ['apps/api/people/bad-5.ts', '../testing/server.js', 'apps/api/testing/server.ts'],
  ['apps/api/people/bad-6.spec.ts', '../ingest/route.js', 'apps/api/ingest/route.ts'],
  ['apps/dashboard/app/bad-1.tsx', '#storage/days.js', 'libs/storage/days.ts'],
  ['apps/dashboard/pages/people/bad-2.tsx', '../waves/Waves.js', 'apps/dashboard/pages/waves/Waves.tsx'],
  ['apps/dashboard/charts/bad-3.tsx', '../pages/waves/Waves.js', 'apps/dashboard/pages/waves/Waves.tsx'],
];

function judge(files: (readonly [file: string, imports: string, target?: string])[]): {
  status: number | null;
  lines: string[];
} {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'essor-law-')));
  try {
    for (const [file, imports] of files) {
      mkdirSync(join(root, dirname(file)), { recursive: true });
      writeFileSync(join(root, file), `import '${imports}';\nexport const here = 1;\n`);
    }
    const law = join(process.cwd(), 'apps/cli/testing/import-law.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [law, root], { encoding: 'utf8' });
    return { status, lines: `${stdout}${stderr}`.trim().split('\n') };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe('the import law', () => {
  it('has nothing against a house in order', () => {
    expect(judge(lawful)).toMatchObject({ status: 0, lines: [expect.stringContaining(' 0 imports against the law')] });
  });

  it('names each import that breaks it, and no other', () => {
    const { status, lines } = judge([...lawful, ...unlawful]);
    expect(status).toBe(1);
    const named = lines.slice(0, -1).map((line) => line.replace(/ \(.*/, ''));
    expect([...new Set(named)].sort()).toEqual(
      unlawful.map(([file, , target]) => `${file} must not import ${target}`).sort(),
    );
  });
});
