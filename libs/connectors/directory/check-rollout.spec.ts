import { type WaveRow } from '../csv/rows.js';
import { checkGroups, checkMandates, checkMembers, checkWaves } from './check-rollout.js';
import { located, told } from './testing/told.js';

describe('the rollout', () => {
  const known = new Set(['lyon', 'paris']);
  const people = new Set(['p1', 'p2']);
  const wave = (waveId: string, entities: string[], more: Partial<WaveRow> = {}): WaveRow => {
    const days = { plannedStart: '2026-01-05', plannedEnd: '2026-03-01', actualStart: null, actualEnd: null };
    return { waveId, name: waveId, kind: 'rollout', ...days, entities, target: 1, curve: [], ...more };
  };

  it('has each entity in one wave', () => {
    const rows = [
      wave('w1', ['lyon']),
      wave('w1', []),
      wave('w2', ['paris', 'lyon']),
      wave('w3', ['lyon'], { kind: 'pilot' }),
      wave('w4', ['mars']),
      wave('w5', ['paris'], { plannedStart: '2026-02-01', plannedEnd: '2026-01-01' }),
      wave('w6', ['paris'], { plannedStart: '2026-02-01', plannedEnd: '2026-02-01' }),
    ];
    expect(told(checkWaves(located(rows), known))).toEqual([
      [3, 'w1', 'duplicate_wave'],
      [4, 'w2', 'entity_in_two_waves'],
      [5, 'w3', 'entity_in_two_waves'],
      [6, 'w4', 'unknown_entity'],
      [7, 'w5', 'empty_validity'],
    ]);
  });

  it('has members and mandates of known people only', () => {
    const member = (waveId: string, personId: string, from: string | null = null, to: string | null = null) => ({
      waveId,
      personId,
      from,
      to,
    });
    const members = [
      member('w1', 'p1'),
      member('w1', 'p1', '2026-01-01'),
      member('w9', 'p1'),
      member('w1', 'p9'),
      member('w1', 'p2', '2026-02-01', '2026-01-01'),
    ];
    expect(told(checkMembers(located(members), new Set(['w1']), people))).toEqual([
      [3, 'p1', 'duplicate_member'],
      [4, 'p1', 'unknown_wave'],
      [5, 'p9', 'unknown_person'],
      [6, 'p2', 'empty_validity'],
    ]);
    const mandate = (
      personId: string,
      entityId: string | null,
      from: string | null = null,
      to: string | null = null,
    ) => {
      return { personId, role: 'ambassador' as const, entity: entityId, from, to };
    };
    const mandates = [
      mandate('p1', 'lyon', null, '2026-02-01'),
      mandate('p1', 'lyon', '2026-02-01'),
      mandate('p1', 'lyon'),
      mandate('p9', null),
      mandate('p2', 'mars'),
      mandate('p2', null, '2026-02-01', '2026-02-01'),
    ];
    expect(told(checkMandates(located(mandates), people, known))).toEqual([
      [4, 'p1', 'duplicate_mandate'],
      [5, 'p9', 'unknown_person'],
      [6, 'p2', 'unknown_entity'],
      [7, 'p2', 'empty_validity'],
    ]);
  });

  it('has each group once', () => {
    const group = (groupId: string, createdAt: string | null = null, archivedAt: string | null = null) => {
      return {
        groupId,
        name: groupId,
        kind: null,
        creatorId: null,
        ownerIds: [],
        entity: null as string | null,
        createdAt,
        archivedAt,
        hasDescription: null,
        open: null,
        plannedMonths: null,
      };
    };
    const rows = [
      group('g1'),
      group('g1'),
      group('g2', '2026-02-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'),
      { ...group('g3'), entity: 'lyon' },
      { ...group('g4'), entity: 'nowhere' },
    ];
    expect(told(checkGroups(located(rows), new Set(['lyon'])))).toEqual([
      [3, 'g1', 'duplicate_group'],
      [4, 'g2', 'empty_validity'],
      [6, 'g4', 'unknown_entity'],
    ]);
  });
});
