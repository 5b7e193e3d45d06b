import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectDir } from './project.mjs';
import { buildServer } from './server-build.mjs';

const watched = ['apps/api', 'apps/cli', 'apps/worker', 'libs', 'migrations'];
const settleMs = 200;

function run(script, ...args) {
  const child = spawn(process.execPath, [script, ...args], { cwd: projectDir, stdio: 'inherit' });
  const ended = once(child, 'exit');
  return {
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Calls `changed` a moment after the last of a series of changes of server sources. */
function onChange(changed) {
  let timer;
  for (const folder of watched) {
    watch(join(projectDir, folder), { recursive: true }, (_event, name) => {
      if (!name?.endsWith('.ts') || name.endsWith('.spec.ts')) return;
      clearTimeout(timer);
      timer = setTimeout(changed, settleMs);
    });
  }
}

/** `npm run dev`: Essor, built and started again after each change of the server, behind Vite with its own reloading. */
export async function dev(args) {
  const { lifetimeSignal } = await import(pathToFileURL(join(projectDir, 'dist/apps/cli/supervise/lifetime.js')).href);
  const signal = lifetimeSignal();
  const vite = run('node_modules/vite/bin/vite.js', '--config', 'apps/dashboard/vite.config.ts');
  let essor = run('dist/apps/cli/main.js', 'start', ...args);
  let turn = Promise.resolve();
  onChange(() => {
    turn = turn.then(async () => {
      try {
        await buildServer();
      } catch (error) {
        // The old build keeps running until the sources can be compiled again.
        console.error(error.message);
        return;
      }
      await essor.stop();
      if (!signal.aborted) essor = run('dist/apps/cli/main.js', 'start', ...args);
    });
  });
  if (!signal.aborted) await once(signal, 'abort');
  await turn;
  await Promise.all([vite.stop(), essor.stop()]);
  process.exit(0);
}
