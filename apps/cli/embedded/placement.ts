import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { canRun, copyBinaries, repairLinks, type RunAs } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** Where the cluster and the server's binaries are, and who runs them. */
export interface Placement {
  cluster: string;
  native: string;
  runAs: RunAs;
}

interface PlacementRecord {
  cluster?: string;
  port?: number;
}

// `nobody` on every Linux; the server refuses to run as root and needs a user with a name.
const nobody = 65_534;

const recordFile = (dataDir: string) => join(dataDir, 'postgres.json');

export function readRecord(dataDir: string): PlacementRecord {
  try {
    return JSON.parse(readFileSync(recordFile(dataDir), 'utf8')) as PlacementRecord;
  } catch {
    return {};
  }
}

/** Remembers where the cluster is and on which port it listens. */
export function writeRecord(dataDir: string, record: PlacementRecord): void {
  const draft = `${recordFile(dataDir)}.draft`;
  writeFileSync(draft, JSON.stringify(record, null, 2), { mode: 0o600 });
  renameSync(draft, recordFile(dataDir));
}

/** Whether a user with this number, and no special rights, can pass through every folder down to `path`. */
function canTraverse(path: string, uid: number): boolean {
  const { mode, uid: owner } = statSync(path);
  const passable = owner === uid ? mode & 0o100 : mode & 0o001;
  return passable !== 0 && (dirname(path) === path || canTraverse(dirname(path), uid));
}

function placeForRoot(dataDir: string, packaged: string, systemDir: string): Placement {
  // Only names are visible to others; the secrets inside are files of mode 0600.
  chmodSync(dataDir, 0o711);
  const ownPlace = join(systemDir, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  const makeOwnPlace = () => {
    mkdirSync(ownPlace, { recursive: true, mode: 0o711 });
    return ownPlace;
  };
  const recorded = readRecord(dataDir).cluster;
  const cluster =
    recorded && existsSync(recorded)
      ? recorded
      : join(canTraverse(dataDir, nobody) ? dataDir : makeOwnPlace(), 'postgres');
  const owner = existsSync(cluster) ? statSync(cluster) : { uid: nobody, gid: nobody };
  const runAs = { uid: owner.uid || nobody, gid: owner.gid || nobody };
  const native = canRun(packaged, runAs) ? packaged : copyBinaries(packaged, makeOwnPlace());
  return { cluster, native, runAs };
}

/**
 * As an ordinary user everything stays in `dataDir`. As root the server runs as `nobody`, and what `nobody`
 * cannot reach there (a clone in the home of root) is put into a folder of its own below `systemDir`.
 */
export function choosePlacement(dataDir: string, packaged: string, systemDir: string): Placement {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  repairLinks(packaged);
  const real = realpathSync(dataDir);
  if (process.getuid?.() === 0) return placeForRoot(real, packaged, systemDir);
  const cluster = readRecord(real).cluster ?? join(real, 'postgres');
  const owner = existsSync(cluster) ? statSync(cluster).uid : process.getuid?.();
  if (owner !== process.getuid?.()) {
    throw new EmbeddedPostgresError(
      'foreign_owner',
      `The database in ${cluster} belongs to user number ${owner}: start Essor as that user, or choose another --data-dir.`,
    );
  }
  return { cluster, native: packaged, runAs: {} };
}
