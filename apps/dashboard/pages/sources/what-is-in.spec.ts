import { type Known } from './finding.js';
import { whatIsIn, whyToWait } from './what-is-in.js';

const file = { kind: 'events', state: 'done', dryRun: false, completeThrough: '2026-03-11', notes: [] };
const people = { ...file, kind: 'people', completeThrough: null, notes: [{ code: 'directory_people', times: 420 }] };
const known = (imports: object[]) => ({ sources: [], pulls: [], imports }) as unknown as Known;
const source = (name: string, firstDay: string | null, lastDay: string | null) => ({ name, firstDay, lastDay });
const quality = (sources: object[]) => ({ sources, unassigned: null }) as unknown as Parameters<typeof whatIsIn>[1];

test('each source with its days, and the whole weeks from the first of them to the last complete day', () => {
  const told = quality([source('slack', '2026-02-18', '2026-03-11'), source('portal', '2026-02-25', '2026-03-08')]);
  expect(whatIsIn(known([people, file]), told, 'en')).toEqual({
    sources: [
      { name: 'Slack', from: '2026-02-18', to: '2026-03-11' },
      { name: 'portal', from: '2026-02-25', to: '2026-03-08' },
    ],
    weeks: { count: 3, from: '2026-02-16', to: '2026-03-08' },
    ...{ people: 420, strangers: null },
  });
});

test('a source that was emptied is none, part of a week is no week, and a directory that was only tried is not in', () => {
  const told = quality([source('slack', null, null), source('portal', '2026-03-09', '2026-03-11')]);
  const found = whatIsIn(known([{ ...people, dryRun: true }, file]), told, 'en');
  expect(found).toMatchObject({ weeks: null, people: null });
  expect(found.sources.map(({ name }) => name)).toEqual(['portal']);
});

test('nobody is asked while a file is read, or while what came is still being counted', () => {
  const imports = (state: string) => [{ ...file, state }] as unknown as Known['imports'];
  expect(whyToWait({ imports: imports('done') }, false)).toBeNull();
  for (const state of ['queued', 'running', 'cancelling', 'undoing'])
    expect(whyToWait({ imports: imports(state), counting: true }, false)).toBe('reading');
  expect(whyToWait({ imports: imports('done'), counting: true }, false)).toBe('counting');
  // The counts themselves are on their way.
  expect(whyToWait({ imports: imports('done'), counting: false }, true)).toBe('counting');
});
