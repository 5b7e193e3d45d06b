import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type DataSource } from 'typeorm';
import { detectFormat, headSize } from '#connectors/detect/detect-format.js';
import { withFileOnDisk } from '#pipeline/import/file-on-disk.js';
import { runImport } from '#pipeline/import/run-import.js';
import { refresh } from '#pipeline/refresh.js';
import { rowsOf } from '#storage/database.js';
import { createOrganization } from '#storage/directory/organization.js';
import { organizationBySlug } from '#storage/organization/organization.js';
import { awaitsWord } from '#storage/publication/first-word.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { hasWorker, type Installation } from './installation.js';
import { type ImportOptions } from './import-options.js';
import { keepProfile, settingsWithProfile } from './import-profile.js';
import { summary } from './import-summary.js';
import { note } from './note.js';
import { answer, CommandError } from './output.js';
import { ProgressBar } from './progress-bar.js';

/** Brings one file in; with no worker about, also rebuilds what it changes. Exit code 0, or 1 when nothing went in. */
export async function importFile(
  installation: Installation,
  asked: string,
  file: string,
  options: ImportOptions,
): Promise<number> {
  const size = await stat(file).then(
    (found) => found.size,
    () => {
      throw new CommandError(`There is no file ${file}.`, 'no_such_file', 2);
    },
  );
  const kind = asked === 'auto' ? await kindOf(file) : asked;
  const owner = await installation.as('owner');
  const work = await installation.as('work');
  if (options.createOrg) await ensureOrganization(owner, options);
  const organization = await organizationBySlug(work, options.org);
  const settings = await withinOrganization(organization.id, () =>
    settingsWithProfile(work, organization.id, kind, options),
  );
  const bar = new ProgressBar(process.stderr);
  const quiet = options.json === true;
  const report = await withFileOnDisk(file, (input) =>
    runImport(work, {
      ...{ organizationId: organization.id, kind, fileName: basename(file), input, now: new Date() },
      settings,
      onProgress: ({ readBytes }) => {
        if (!quiet) bar.show(`reading ${basename(file)}`, readBytes, size);
      },
    }),
  );
  bar.end();
  if (report.state === 'done' && !options.dryRun && !(await hasWorker(work))) {
    await refresh(work, organization.id, new Date(), (stage, done, total) => {
      if (!quiet) bar.show(stage, done, total);
    });
    bar.end();
  }
  if (report.state === 'done')
    await withinOrganization(organization.id, () => keepProfile(work, organization.id, kind, options, settings));
  const waits = report.state === 'done' && !options.dryRun && (await awaitsWord(work, organization.id));
  answer(options.json, report, () => [...summary(report), ...(waits ? [heldBack(options.org)] : [])]);
  return report.state === 'done' ? 0 : 1;
}

const heldBack = (slug: string): string =>
  `nothing is published yet: bring in what else there is, in any order, then \`essor org publish --org ${slug}\``;

/** What the file is, by its content. */
async function kindOf(file: string): Promise<string> {
  const { kind } = await withFileOnDisk(file, async (input) => {
    const tail = input.size === null ? Buffer.alloc(0) : await input.read(Math.max(0, input.size - headSize), headSize);
    return detectFormat(await input.read(0, headSize), tail);
  });
  if (kind === null)
    throw new CommandError(
      `Nothing tells what ${basename(file)} is: name its format instead of auto.`,
      'unknown_format',
      2,
    );
  process.stderr.write(`${basename(file)}: read as ${kind}\n`);
  return kind;
}

async function ensureOrganization(owner: DataSource, options: ImportOptions): Promise<void> {
  const known = await rowsOf(owner, `select from organization where slug = $1`, [options.org]);
  if (known.length > 0) return;
  if (!options.class || !options.timezone) {
    throw new CommandError('--create-org needs --class synthetic|public|personal and --timezone.', 'missing_option', 2);
  }
  const { class: kind, timezone } = options;
  await owner.transaction(async (tx) => {
    const id = await createOrganization(tx, {
      slug: options.org,
      name: options.name ?? options.org,
      class: kind,
      timezone,
      awaitsWord: true,
      ...(options.k === undefined ? {} : { k: options.k }),
      ...(options.bands === undefined ? {} : { bands: options.bands === 'on' }),
    });
    await note(tx, id, 'organization_created', { class: kind });
  });
}
