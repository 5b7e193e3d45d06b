import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dice } from '../demo/dice.js';
import { brokenBuild } from './kills/broken-build.js';
import { smallSize } from './kills/company.js';
import { type Control, controls } from './kills/controls.js';
import { backends } from './kills/doomed-essor.js';
import { type Report, runEpisode } from './kills/episode.js';
import { quickFaults } from './kills/faults.js';
import { type Finding } from './kills/finding.js';
import { drawnFaults } from './kills/storm.js';

jest.setTimeout(7_200_000);

/** A broken build that so many episodes do not show is not noticed. */
const atMost = 20;
const first = Number(process.env.SEED ?? 20_261_123);
const available = backends.filter((backend) => backend.available);

describe('a harness that proves something', () => {
  it.each(controls)('notices a build that $name', async (control) => {
    const folder = mkdtempSync(join(tmpdir(), 'essor-broken-'));
    try {
      const dist = brokenBuild(folder, control.patches);
      const found: string[] = [];
      let tried = 0;
      while (found.length === 0 && tried < atMost) {
        const findings = telling((await episode(control, dist, first + tried++)).findings);
        found.push(...new Set(findings.map(({ invariant }) => invariant)));
        for (const { invariant, what } of findings) process.stderr.write(`    ${invariant} ${what.slice(0, 300)}\n`);
      }
      const outcome = found.length > 0 ? `caught by ${found.join(', ')} in episode ${tried}` : 'NOT caught';
      process.stderr.write(`${control.name}: ${outcome}\n`);
      expect(found).not.toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** A machine that is slow has work left, and counts that are not the last: that alone is no break. */
function telling(findings: readonly Finding[]): readonly Finding[] {
  const isLate = findings.some(({ invariant }) => invariant === 'I7');
  return isLate ? findings.filter(({ invariant }) => ['I1', 'I2', 'I4', 'I8', 'I11'].includes(invariant)) : findings;
}

function episode({ under, sql }: Control, dist: string, seed: number): Promise<Report> {
  const { backend } = available[seed % available.length] ?? { backend: 'PostgreSQL' };
  const drawn = new Dice(seed, 'controls').shuffled(Object.keys(quickFaults)).slice(0, under ? 1 : 4);
  const order = [...(under ?? []), ...drawn];
  const plan = {
    seed,
    backend,
    size: smallSize,
    storm: drawnFaults(order, quickFaults),
    dist,
    patience: 180,
    endsWhenFound: true,
  };
  return runEpisode({ ...plan, ...(sql && { sql }) });
}
