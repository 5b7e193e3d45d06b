import { type DataSource } from 'typeorm';
import { emptyReading, readingOver } from '#domain/files/import-profile.js';
import { type ImportSettings } from '#pipeline/import/import-request.js';
import { profileFor, saveProfile, UnusableProfile } from '#storage/import/import-profiles.js';
import { type ImportOptions, settingsOf } from './import-options.js';
import { CommandError } from './output.js';

/** What the options say, over the profile that they name; the ids of such a file are those of the source of that name. */
export async function settingsWithProfile(
  work: DataSource,
  organizationId: string,
  kind: string,
  options: ImportOptions,
): Promise<ImportSettings> {
  const said = settingsOf(options);
  const name = options.profile;
  if (name === undefined) return said;
  try {
    const profile = await profileFor(work, organizationId, name, kind);
    return { ...said, ...readingOver(profile, said), source: said.source ?? name };
  } catch (error) {
    if (error instanceof UnusableProfile) throw new CommandError(error.message, error.code, 2);
    throw error;
  }
}

/** Keeps how a file was read under the name that the options give, if they give one. */
export async function keepProfile(
  work: DataSource,
  organizationId: string,
  kind: string,
  options: ImportOptions,
  settings: ImportSettings,
): Promise<void> {
  if (options.saveProfile === undefined) return;
  await saveProfile(work, organizationId, { ...readingOver(emptyReading, settings), name: options.saveProfile, kind });
}
