import fc from 'fast-check';
import { type Place } from '../indicators/publication.js';
import { entitiesOfScope, placesOfScope, wavesOfScope } from './scope.js';
import { entitiesByWave, type Wave } from './wave.js';

const place = (key: string, parent: string | null, kind: Place['kind'] = 'cell'): Place => ({
  ...{ key, parent, kind, entity: kind === 'node' || kind === 'cell' ? key : null, name: key },
  ...{ members: [], entities: [], headcount: 20, country: null },
});

const tree = [
  place('acme', null, 'node'),
  place('france', 'acme', 'node'),
  place('lyon', 'france'),
  place('france+', 'france', 'rest'),
  place('italy', 'acme'),
];

/** Any entity below any one before it. */
const parentMaps = fc
  .array(fc.nat(), { minLength: 1, maxLength: 12 })
  .map((picks) => new Map(picks.map((pick, n) => [`e${n}`, n === 0 ? null : `e${pick % n}`] as const)));

const waveOf = (key: string, entities: readonly string[]): Wave => ({
  ...{ key, name: key, kind: 'rollout', entities, actualStart: null, actualEnd: null },
  ...{ plannedStart: '2026-01-05', plannedEnd: '2026-03-29', target: 1, curve: null },
});

describe('what a reader of one entity sees', () => {
  it('is its place and what lies below, and nothing above or beside', () => {
    expect(placesOfScope(tree, 'france').map(({ key, parent }) => [key, parent])).toEqual([
      ['france', null],
      ['lyon', 'france'],
      ['france+', 'france'],
    ]);
    expect(placesOfScope(tree, 'lyon').map(({ key }) => key)).toEqual(['lyon']);
  });

  it('is nothing where the entity is read together with others, or is gone', () => {
    expect(placesOfScope(tree, 'france+')).toEqual([]);
    expect(placesOfScope(tree, 'atlantis')).toEqual([]);
    expect(placesOfScope(tree, '')).toEqual([]);
  });

  it('leaves no wave of elsewhere, and lists nothing of elsewhere', () => {
    const parents = new Map([...tree.map(({ key, parent }) => [key, parent] as const)]);
    const waves = [waveOf('one', ['france', 'italy']), waveOf('two', ['italy']), waveOf('people', [])];
    expect(wavesOfScope(waves, parents, 'lyon').map(({ key, entities }) => [key, entities])).toEqual([
      ['one', ['lyon']],
    ]);
    expect(wavesOfScope(waves, parents, 'france').map(({ entities }) => entities)).toEqual([['france']]);
    expect(wavesOfScope(waves, parents, 'atlantis')).toEqual([]);
  });

  it('keeps every entity of the scope in the wave that it is in, whatever the tree and the waves', () => {
    fc.assert(
      fc.property(parentMaps, fc.array(fc.nat(), { maxLength: 12 }), fc.nat(), (parents, picks, top) => {
        const keys = [...parents.keys()];
        const scope = keys[top % keys.length]!;
        const inside = entitiesOfScope(parents, scope);
        const lists = [0, 1, 2].map((wave) => keys.filter((_, n) => picks[n] !== undefined && picks[n] % 4 === wave));
        const waves = lists.map((entities, n) => waveOf(`w${n}`, entities));
        const [all, own] = [entitiesByWave(waves, parents), wavesOfScope(waves, parents, scope)];
        const within = entitiesByWave(own, new Map([...parents].filter(([key]) => inside.has(key))));
        for (const { key } of waves) {
          const before = [...(all.get(key) ?? [])].filter((entity) => inside.has(entity));
          expect([...(within.get(key) ?? [])].sort()).toEqual(before.sort());
        }
        expect(own.flatMap(({ entities }) => entities).filter((entity) => !inside.has(entity))).toEqual([]);
      }),
    );
  });
});
