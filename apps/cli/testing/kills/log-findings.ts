import { type Finding, told } from './finding.js';

const ordered = /^ended with (SIGKILL|SIGTERM|code 0)\b/;
const orphaned = /unhandled|uncaught/i;
const isUp = /^info\s+(listening|working)\b/;
/** What a process that cannot start says: one sentence. */
const refusal = /^Essor does not start: /;

/** I11: nothing ends that nobody ordered to, and no failure is nobody's, a warning of one neither. */
export function logFindings(log: readonly string[]): Finding[] {
  const said = new Map<string, string[]>();
  const ends: string[] = [];
  for (const line of log) {
    const at = line.indexOf('|');
    const [name, text] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    const before = said.get(name) ?? [];
    if (!text.startsWith('ended with')) {
      said.set(name, [...before, text]);
      continue;
    }
    said.set(name, []);
    // One on its way back may find the database away: it says so, and comes again.
    const isRefusal = before.some((one) => refusal.test(one)) && !before.some((one) => isUp.test(one));
    if (!ordered.test(text) && !isRefusal) ends.push([name, ...before.slice(-12), text].join('\n'));
  }
  return [
    ...told('I11', 'ended of its own', ends),
    ...told(
      'I11',
      'failure that nobody answers for',
      log.filter((line) => orphaned.test(line)),
    ),
  ];
}

/** How long each process was away, by what it is, from the lines of its supervisor as they come. */
export class Comebacks {
  readonly milliseconds: Record<'api' | 'worker', number[]> = { api: [], worker: [] };
  private readonly gone = new Map<string, number>();

  hear(line: string): void {
    const at = line.indexOf('|');
    const [name, text] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    const since = this.gone.get(name);
    if (text.startsWith('ended with') && since === undefined) this.gone.set(name, performance.now());
    if (!isUp.test(text) || since === undefined) return;
    this.gone.delete(name);
    this.milliseconds[name.startsWith('api') ? 'api' : 'worker'].push(Math.round(performance.now() - since));
  }
}
