import { fileURLToPath } from 'node:url';
import { readGivenSettings } from '#runtime/settings.js';
import { createAccount } from '#storage/access/create-account.js';
import { rowsOf } from '#storage/database.js';
import { replay } from '#storage/rights/leave-out.js';
import { keepArchive } from './embedded/backup/keep-archive.js';
import { frameOf, type ScenarioName } from './demo/scenario.js';
import { note } from './note.js';
import { type Installation, openInstallation } from './installation.js';
import { ledgerOf } from './rights.command.js';
import { ProgressBar } from './progress-bar.js';
import { announceDemo, isSeeded, lastSunday, seedDemo } from './seed.js';
import { lifetimeSignal } from './supervise/lifetime.js';
import { assertPortFree } from './supervise/port.js';
import { supervise } from './supervise/supervise.js';

export interface StartOptions {
  /** Default: the settings HOST and PORT. */
  port?: number;
  host?: string;
  dataDir?: string;
  scenario: ScenarioName;
  people?: number;
  until?: string;
  demo: boolean;
}

const script = (app: 'api' | 'worker') => fileURLToPath(new URL(`../${app}/main.js`, import.meta.url));

/** Database, demo, api, worker and dashboard in one tree, until it is told to stop. Resolves with the exit code. */
export async function start(options: StartOptions): Promise<number> {
  const signal = lifetimeSignal();
  const { scenario, people, until = lastSunday(new Date()) } = options;
  // A demo that cannot be made is refused before anything is begun.
  if (options.demo) frameOf({ scenario, until, ...(people ? { people } : {}) });
  const given = readGivenSettings();
  const place = { host: options.host ?? given.HOST, port: options.port ?? given.PORT };
  if (given.ROLE !== 'worker') await assertPortFree(place.host, place.port);
  const installation = await openInstallation({
    ...(options.dataDir ? { dataDir: options.dataDir } : {}),
    report: (line) => console.error(line),
  });
  const archive = keepArchive(installation, (line) => console.error(line));
  try {
    await replay(await installation.as('rights'), await ledgerOf(installation).read());
    return await run(installation, { ...options, ...place }, signal);
  } finally {
    await archive.end();
    await installation.close();
  }
}

type Placed = StartOptions & { host: string; port: number };

async function run(installation: Installation, options: Placed, signal: AbortSignal): Promise<number> {
  const signIn = await firstAccount(installation);
  const wantsDemo = options.demo && !(await isSeeded(installation, options.scenario));
  if (wantsDemo) await announceDemo(installation, options.scenario);
  const supervisor = supervise(
    rolesOf(installation).map((name) => ({
      name,
      script: script(name),
      env: environmentOf(installation, options, name),
    })),
    { signal },
  );
  const url = `http://${options.host === '0.0.0.0' || options.host === '127.0.0.1' ? 'localhost' : options.host}:${options.port}`;
  let announced = false;
  const tell = () => {
    if (!announced && !signal.aborted) announce(url, signIn);
    announced = true;
  };
  // Without its processes there is nobody to show the demo to.
  const over = new AbortController();
  void supervisor.ended.then(() => over.abort());
  const seeding = AbortSignal.any([signal, over.signal]);
  if (wantsDemo) await seed(installation, options, seeding, tell);
  if (!seeding.aborted) tell();
  const reason = await supervisor.ended;
  if (reason) console.error(reason.message);
  return reason ? 1 : 0;
}

async function seed(
  installation: Installation,
  options: StartOptions,
  signal: AbortSignal,
  visible: () => void,
): Promise<void> {
  const { scenario, people, until = lastSunday(new Date()) } = options;
  const bar = new ProgressBar();
  try {
    await seedDemo(installation, { scenario, until, ...(people ? { people } : {}) }, { bar, signal, visible });
  } catch (error) {
    bar.end();
    if (!signal.aborted) throw error;
  }
}

/** ROLE splits a deployment into processes on several machines; by default both run here. */
function rolesOf({ settings }: Installation): ('api' | 'worker')[] {
  return settings.ROLE === 'all' ? ['api', 'worker'] : [settings.ROLE];
}

function environmentOf(
  { settings, dataDir }: Installation,
  options: Placed,
  role: 'api' | 'worker',
): Record<string, string> {
  return {
    DATABASE_URL: settings.DATABASE_URL,
    APP_SECRET: settings.APP_SECRET,
    ESSOR_DATA_DIR: dataDir,
    ROLE: role,
    HOST: options.host,
    PORT: String(options.port),
  };
}

/** The first visitor's way in, generated when nobody has one yet; shown this once. */
async function firstAccount(installation: Installation): Promise<{ email: string; password: string } | null> {
  const owner = await installation.as('owner');
  const known = await rowsOf(owner, `select from account limit 1`);
  if (known.length > 0) return null;
  const email = 'admin@essor.local';
  const password = await owner.transaction(async (tx) => {
    const made = await createAccount(tx, { email, name: 'Administration', role: 'admin' });
    await note(tx, null, 'account_created', { account: made.id, role: 'admin' });
    return made.password;
  });
  return password === null ? null : { email, password };
}

function announce(url: string, signIn: { email: string; password: string } | null): void {
  const lines = ['', `  Essor  ${url}`];
  if (signIn)
    lines.push(
      `  Sign in with  ${signIn.email}  ${signIn.password}`,
      '  (shown this once; more accounts: `npx essor user create`)',
    );
  console.log([...lines, ''].join('\n'));
}
