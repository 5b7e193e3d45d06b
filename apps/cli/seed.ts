import { rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type DataSource } from 'typeorm';
import { addDays, type Day, mondayOf } from '#domain/calendar/day.js';
import { withFileOnDisk } from '#pipeline/import/file-on-disk.js';
import { runImport } from '#pipeline/import/run-import.js';
import { refresh, type Stage } from '#pipeline/refresh.js';
import { rowsOf } from '#storage/database.js';
import { createOrganization } from '#storage/directory/organization.js';
import { CommitteeRepository } from '#storage/steering/committee.repository.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { committeesOf, type DemoCommittee } from './demo/committees.js';
import { organisationOf } from './demo/organisation-of.js';
import { demoOrganisation, type DemoFile, frameOf, type ScenarioName } from './demo/scenario.js';
import { writeDemo } from './demo/write-demo.js';
import { type Installation } from './installation.js';
import { type ProgressBar } from './progress-bar.js';

export interface SeedOptions {
  scenario: ScenarioName;
  people?: number;
  until: Day;
}

export interface SeedWatch {
  bar: ProgressBar;
  signal?: AbortSignal;
  /** Called once the newest weeks are published; older ones follow. */
  visible?: () => void;
}

/** Published weeks from which on a visitor sees something. */
const weeksToSee = 8;

/** The generated files did not go in whole: a defect of ours, never of the visitor. */
export class DemoRefused extends Error {
  readonly code = 'demo_refused';
}

/** The Sunday before today, in UTC. */
export const lastSunday = (now: Date): Day => addDays(mondayOf(now.toISOString().slice(0, 10)), -1);

/** Whether the scenario's organisation is there and whole. */
export async function isSeeded(installation: Installation, scenario: ScenarioName): Promise<boolean> {
  const owner = await installation.as('owner');
  const rows = await rowsOf(owner, `select from organization where slug = $1 and not seeding`, [
    demoOrganisation[scenario].slug,
  ]);
  return rows.length > 0;
}

/** Makes a scenario's organisation visible at once, so that readiness waits for it. Safe to repeat. */
export async function announceDemo(installation: Installation, scenario: ScenarioName): Promise<string> {
  const { slug, name, timezone } = demoOrganisation[scenario];
  const owner = await installation.as('owner');
  return owner.transaction(async (tx) => {
    const [known] = await rowsOf<{ id: string }>(tx, `select id from organization where slug = $1`, [slug]);
    const id = known?.id ?? (await createOrganization(tx, { slug, name, class: 'synthetic', timezone }));
    if (!known) await tx.query(`update organization set seeding = true where id = $1`, [id]);
    return id;
  });
}

/**
 * Generates a demo and brings it in as any customer's files: import, activity, measures, publication, newest week
 * first. Safe to repeat after being cut off: what is in already changes nothing.
 */
export async function seedDemo(installation: Installation, options: SeedOptions, watch: SeedWatch): Promise<void> {
  const { bar, signal } = watch;
  const frame = frameOf(options);
  const organizationId = await announceDemo(installation, options.scenario);
  const folder = join(installation.dataDir, `demo-${options.scenario}`);
  const work = await installation.as('work');
  try {
    const files = await writeDemo(folder, options, (share) => {
      signal?.throwIfAborted();
      bar.show('generating the demo organisation', share, 1);
    });
    // A name is kept for holders of a mandate only, so the people are read again once the mandates are known.
    const people = files.filter((file) => file.kind === 'people');
    const afterMandates = files.findIndex((file) => file.kind === 'mandates') + 1;
    const inOrder = [...files.slice(0, afterMandates), ...people, ...files.slice(afterMandates)];
    await importFiles(work, organizationId, inOrder, options.until, bar, signal);
    const app = await installation.as('app');
    const committees = committeesOf(organisationOf(frame), frame);
    await withinOrganization(organizationId, () => holdCommittees(app, organizationId, committees));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  // The server's own statistics come too late for a load that is counted at once.
  const owner = await installation.as('owner');
  await owner.query(`analyze`);
  let weeks = 0;
  await refresh(work, organizationId, new Date(), (stage, done, total) => {
    signal?.throwIfAborted();
    if (stage === 'measures' && done === weeksToSee) {
      bar.end();
      watch.visible?.();
    }
    weeks = total;
    bar.show(labelOf(stage, done), done, total);
  });
  await owner.query(`update organization set seeding = false where id = $1`, [organizationId]);
  bar.end(`The demo is complete: ${weeks} weeks are published.`);
}

/** Committees are declared in the dashboard, and come in no file. Goes on where a start was cut off. */
async function holdCommittees(app: DataSource, organizationId: string, committees: DemoCommittee[]): Promise<void> {
  const repository = new CommitteeRepository(app);
  const writer = { organizationId, accountId: null };
  const known = await repository.list(organizationId);
  for (const { items, ...committee } of committees) {
    const kept = known.find(({ heldOn }) => heldOn === committee.heldOn);
    const id = kept?.id ?? (await repository.add(writer, committee));
    const said = new Set(kept?.items.map(({ text }) => text));
    for (const item of items.filter(({ text }) => !said.has(text))) await repository.addItem(writer, id, item);
  }
}

function labelOf(stage: Stage, done: number): string {
  if (stage === 'activity') return 'counting who did what';
  return done < weeksToSee
    ? 'measuring and publishing, newest week first'
    : 'publishing the older weeks; the dashboard is ready';
}

async function importFiles(
  work: DataSource,
  organizationId: string,
  files: readonly DemoFile[],
  until: Day,
  bar: ProgressBar,
  signal?: AbortSignal,
) {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file.path)).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  for (const [index, file] of files.entries()) {
    const size = sizes[index] ?? 0;
    const report = await withFileOnDisk(file.path, (input) =>
      runImport(work, {
        ...{ organizationId, kind: file.kind, fileName: basename(file.path), input, now: new Date() },
        settings: { source: 'demo', completeThrough: file.kind === 'events' ? until : null },
        onProgress: ({ readBytes }) => {
          signal?.throwIfAborted();
          bar.show('importing the directory and the events', before + readBytes, total);
        },
      }),
    );
    const first = report.rejects[0];
    if (report.state === 'failed' || first) {
      throw new DemoRefused(`${basename(file.path)}: ${report.errorMessage ?? `line ${first?.line}: ${first?.code}`}`);
    }
    before += size;
  }
}
