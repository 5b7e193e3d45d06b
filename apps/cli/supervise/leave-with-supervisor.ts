/**
 * Runs inside every supervised process, from its source text: refers to nothing outside itself.
 * Without its supervisor the process asks itself to stop, and later insists.
 */
function leaveWithSupervisor(): void {
  const supervisor = Number(process.env.ESSOR_SUPERVISOR_PID);
  const watch = setInterval(() => {
    if (process.ppid === supervisor) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 20_000).unref();
  }, 500);
  watch.unref();
}

/** A module for `node --import`; as text, so that it needs neither a build nor a path. */
export const leaveWithSupervisorModule = `data:text/javascript,${encodeURIComponent(`(${leaveWithSupervisor.toString()})()`)}`;
