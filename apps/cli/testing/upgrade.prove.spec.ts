import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { organizationBySlug } from '#storage/organization/organization.js';
import { openDatabase } from '#storage/database.js';
import { brokenBuild } from './kills/broken-build.js';
import { backends, builtHere, secret } from './kills/doomed-essor.js';
import { type Report, runEpisode } from './kills/episode.js';
import { Balancer } from './upgrade/balancer.js';
import { breakingReleases } from './upgrade/breaking-releases.js';
import { buildBefore, commitBefore, foundBy, type ReleaseBefore } from './upgrade/release-before.js';
import { type UpgradeReport, upgradeTo } from './upgrade/upgrade-storm.js';

jest.setTimeout(900_000);

const commit = commitBefore();
if (commit === null) console.info('There is no git history here to take the release before from: skipped.');

/** Enough for every phase to have something to send, on a slow machine, too. */
const size = { events: 24_000, weeks: 5, people: 240, batch: 40 };

describe('the release before, and this one beside it', () => {
  let folder: string;
  let before: ReleaseBefore;

  beforeAll(() => {
    if (commit === null) return;
    folder = mkdtempSync(join(tmpdir(), 'essor-before-'));
    before = buildBefore(commit, join(folder, 'before'));
  });
  afterAll(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  /** One api and one worker of the release before, while the one in `dist` comes. */
  async function upgrade(dist: string, backend: string): Promise<Report & UpgradeReport> {
    const told: UpgradeReport = { phases: {}, pages: {} };
    let balancer: Balancer | undefined;
    const founds = async (databaseUrl: string, companies: Parameters<typeof foundBy>[2]) => {
      const found = foundBy(before, databaseUrl, companies);
      const owner = await openDatabase(databaseUrl, { poolSize: 1, name: 'essor test', secret });
      try {
        for (const one of found) one.organizationId = (await organizationBySlug(owner, one.company.slug)).id;
        return found;
      } finally {
        await owner.destroy();
      }
    };
    try {
      const report = await runEpisode({
        ...{ seed: 20_261_123, backend, size, apis: 1, workers: 1, dist: before.dist, founds, connections: 300 },
        to: (essor) => (balancer = new Balancer(() => essor.apiPorts)).url,
        storm: upgradeTo(dist, () => balancer as Balancer, told),
        ...{ patience: 300, endsWhenFound: true, logTo: process.env.ESSOR_CHAOS_LOG },
      });
      console.info(`${commit?.slice(0, 8)} on ${backend}: ${JSON.stringify({ ...told, seconds: report.seconds })}`);
      return { ...report, ...told };
    } finally {
      balancer?.stop();
    }
  }

  const can = (available: boolean) => (available && commit !== null ? it : it.skip);

  for (const { backend, available } of backends)
    can(available)(`let no request fail with their jobs on ${backend}, and count what one would`, async () => {
      const report = await upgrade(builtHere, backend);
      expect(report.findings).toEqual([]);
      expect(report.acknowledged).toBeGreaterThan(0);
    });

  for (const { name, patches } of breakingReleases)
    can(true)(`are seen to break where the next one ${name}`, async () => {
      const dist = brokenBuild(mkdtempSync(join(folder, 'breaking-')), patches);
      const { findings } = await upgrade(dist, 'PostgreSQL');
      expect(findings.map(({ invariant }) => invariant)).toContain('I12');
      console.info(`${name}: ${findings.map(({ what }) => what.slice(0, 300)).join('\n')}`);
    });
});
