import { buildDashboard, isDashboardStale } from './dashboard-build.mjs';
import { ensureInstalled, isInstalled } from './install.mjs';
import { useFormattingHook } from './formatting-hook.mjs';
import { withPrepareLock } from './prepare-lock.mjs';
import { PrepareError } from './project.mjs';
import { buildServer, isServerStale } from './server-build.mjs';

const builds = {
  server: { isStale: isServerStale, build: buildServer },
  dashboard: { isStale: isDashboardStale, build: buildDashboard },
};

function explain(error) {
  if (error instanceof PrepareError) return error;
  if (error.code === 'ENOSPC') return new PrepareError('The disk is full: make room and start again.');
  if (['EACCES', 'EROFS'].includes(error.code)) {
    return new PrepareError(`Essor must be able to write into its own folder (${error.code}: ${error.path}).`);
  }
  return error;
}

/**
 * Installs what is missing and builds what is stale of `parts`; says nothing when there is nothing to do.
 * Several commands started at once do the work once.
 */
export async function prepare(parts) {
  const staleParts = () => parts.filter((part) => builds[part].isStale());
  try {
    if (isInstalled() && staleParts().length === 0) return;
    await withPrepareLock(async () => {
      await ensureInstalled();
      useFormattingHook();
      const stale = staleParts();
      if (stale.length === 0) return;
      const began = performance.now();
      await Promise.all(stale.map((part) => builds[part].build()));
      console.error(`Built ${stale.join(' and ')} in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
    });
  } catch (error) {
    throw explain(error);
  }
}
