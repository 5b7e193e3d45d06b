import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium, startRedis } from './test-services.mjs';
import { unscoped } from './unscoped.mjs';

const boxPrefix = 'essor-test-';

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Removes a box with all that tests have put into it; a database server still running there is stopped first. */
async function removeBox(box, { runningPostmaster, stopPostmaster }) {
  for (const path of readdirSync(box, { recursive: true })) {
    if (basename(path) !== 'postmaster.pid') continue;
    const server = runningPostmaster(dirname(join(box, path)));
    if (server) await stopPostmaster(server.pid);
  }
  rmSync(box, { recursive: true, force: true });
}

/** Removes what a test run that was killed outright has left behind. */
async function clearOldBoxes(postmaster) {
  for (const name of readdirSync(tmpdir())) {
    const owner = new RegExp(`^${boxPrefix}(\\d+)-`).exec(name)?.[1];
    if (!owner || isAlive(Number(owner))) continue;
    try {
      await removeBox(join(tmpdir(), name), postmaster);
    } catch (error) {
      // Another user's: theirs to remove.
      if (!['EPERM', 'EACCES'].includes(error.code)) throw error;
    }
  }
}

function makeBox() {
  const box = mkdtempSync(join(tmpdir(), `${boxPrefix}${process.pid}-`));
  // As root the server runs as another user, who must be able to pass through.
  for (const folder of ['', 'tmp']) {
    mkdirSync(join(box, folder), { recursive: true });
    chmodSync(join(box, folder), 0o711);
  }
  return box;
}

function jestArguments(args, projectDir) {
  const chosen = args.some((arg) => /^(-i|-w|--runInBand|--maxWorkers)/.test(arg));
  // While one waits for the database another works: on two cores three end a fifth sooner than two.
  const workers = chosen ? [] : [`--maxWorkers=${Math.max(3, availableParallelism() - 1)}`];
  const jest = join(projectDir, 'node_modules', 'jest', 'bin', 'jest.js');
  return [jest, `--reporters=${join(import.meta.dirname, 'summary-reporter.mjs')}`, ...workers, ...args];
}

function runJest(args, env, projectDir, signal) {
  const child = spawn(process.execPath, jestArguments(args, projectDir), { cwd: projectDir, env, stdio: 'inherit' });
  signal.addEventListener('abort', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function testEnvironment(box, postgresUrl, redisUrl) {
  const env = { ...process.env, NODE_ENV: 'test', TMPDIR: join(box, 'tmp'), ESSOR_TEST_DATABASE_URL: postgresUrl };
  // No test may reach the servers that this machine really works with.
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'ESSOR_TEST_REDIS_URL', 'ESSOR_CHROMIUM']) delete env[name];
  if (redisUrl) env.ESSOR_TEST_REDIS_URL = redisUrl;
  const chromium = findChromium();
  if (chromium) env.ESSOR_CHROMIUM = chromium;
  return env;
}

/** Whether there was any. */
function tellUnscoped(log) {
  const statements = unscoped(log);
  if (statements.length > 0)
    console.error(`Sent outside of every organisation (withinOrganization is missing):\n  ${statements.join('\n  ')}`);
  return statements.length > 0;
}

/** `npm test`: every test, with a throw-away PostgreSQL and Redis; `args` are Jest's. */
export async function runTests(args, { projectDir }) {
  const load = (path) => import(pathToFileURL(join(projectDir, 'dist', 'apps', 'cli', path)).href);
  const { startEmbeddedPostgres } = await load('embedded/embedded-postgres.js');
  const { lifetimeSignal } = await load('supervise/lifetime.js');
  const signal = lifetimeSignal();
  const postmaster = await load('embedded/postmaster.js');
  await clearOldBoxes(postmaster);
  const box = makeBox();
  const started = [];
  try {
    const postgres = await startEmbeddedPostgres({
      dataDir: join(box, 'data'),
      durable: false,
      systemDir: join(box, 'system'),
    });
    started.push(postgres);
    const redis = await startRedis(box);
    if (redis) started.push(redis);
    else console.log('There is no redis-server on the PATH: what needs Redis is skipped.');
    const env = testEnvironment(box, postgres.url, redis?.url);
    if (!env.ESSOR_CHROMIUM) console.log('No Chromium was found: the browser tests are skipped.');
    const code = signal.aborted ? 1 : await runJest(args, env, projectDir, signal);
    return tellUnscoped(readFileSync(join(box, 'data', 'postgres.log'), 'utf8')) ? code || 1 : code;
  } finally {
    await Promise.all(started.map((service) => service.stop()));
    await removeBox(box, postmaster);
  }
}
