import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { everyColumn } from '#connectors/csv/header.js';
import { importFormat } from '#connectors/registry.js';
import { type ImportProfile, type ImportProfiles, LastReading, NewImportProfile } from '#contract/import-profiles.js';
import { builtInProfiles } from '#domain/files/import-profile.js';
import { Problem } from '#runtime/problem.js';
import {
  findProfile,
  lastReadings,
  listProfiles,
  removeProfile,
  saveProfile,
} from '#storage/import/import-profiles.js';
import { Allow } from '../access/allow.js';
import { Organization, type OrganizationInPath } from '../access/caller.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';

const longestName = 100;
const unknownProfile = () => new Problem('unknown_profile', 404, 'There is no such profile.');

/** How files are read, kept under the name of their source. */
@Controller('v1/organizations/:org/import-profiles')
export class ImportProfilesController {
  constructor(@Inject(APP_DB) private readonly database: DataSource) {}

  @Get()
  @Allow('import')
  async list(@Organization() { id }: OrganizationInPath): Promise<ImportProfiles> {
    const builtIn = builtInProfiles.map((profile) => ({ ...profile, wanted: [...profile.wanted] }));
    const [profiles, readings] = await Promise.all([listProfiles(this.database, id), lastReadings(this.database, id)]);
    // The command line takes what no profile may hold, as a fixed value of any length.
    const latest = readings.flatMap((reading) => LastReading.safeParse(reading).data ?? []);
    return { profiles, latest, builtIn };
  }

  @Get(':name')
  @Allow('import')
  async one(@Organization() { id }: OrganizationInPath, @Param('name') name: string): Promise<ImportProfile> {
    const found = await findProfile(this.database, id, name);
    if (!found) throw unknownProfile();
    return found;
  }

  @Put(':name')
  @Allow('import')
  @HttpCode(204)
  async save(
    @Organization() { id }: OrganizationInPath,
    @Param('name') given: string,
    @Body(new Parse(NewImportProfile)) profile: NewImportProfile,
  ): Promise<void> {
    const name = given.trim();
    if (name === '' || name.length > longestName) throw new Problem('bad_name', 400, 'A name has 1 to 100 characters.');
    refuseUnknownColumns(profile);
    await saveProfile(this.database, id, { ...profile, name });
  }

  @Delete(':name')
  @Allow('import')
  @HttpCode(204)
  async remove(@Organization() { id }: OrganizationInPath, @Param('name') name: string): Promise<void> {
    if (!(await removeProfile(this.database, id, name))) throw unknownProfile();
  }
}

/** Better now than when the first file comes. */
function refuseUnknownColumns({ kind, map, fixed }: NewImportProfile): void {
  const columns = importFormat(kind)?.columns ?? null;
  if (columns === null) return;
  const known = everyColumn(columns);
  const unknown = [...Object.keys(map), ...Object.keys(fixed)].find((column) => !known.includes(column));
  if (unknown === undefined) return;
  throw new Problem('unknown_column', 400, 'This format has no such column.', { field: unknown });
}
