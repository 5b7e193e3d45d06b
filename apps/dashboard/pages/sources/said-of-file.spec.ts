import { nothingSaid, saidAtFirst, saidOf } from './said-of-file.js';

const everybody = new File(['a'], 'annuaire.csv');
const said = { file: everybody, completeThrough: '2026-11-22', everybodyOn: '2026-11-23' };

describe('what is said of a file', () => {
  it('holds for that file', () => {
    expect(saidOf(said, everybody)).toEqual({ completeThrough: '2026-11-22', everybodyOn: '2026-11-23' });
  });

  it('does not hold for the next one, though it has the same name', () => {
    expect(saidOf(said, new File(['a'], 'annuaire.csv'))).toEqual(nothingSaid);
    expect(nothingSaid).toEqual({ completeThrough: '', everybodyOn: null });
  });
});

test('a first directory holds everybody as of today, unless somebody says otherwise', () => {
  const atFirst = saidAtFirst(true, '2026-11-23');
  const file = new File([], 'annuaire.csv');
  const nobodySaid = { ...nothingSaid, file: null };
  expect(saidOf(nobodySaid, file, atFirst).everybodyOn).toBe('2026-11-23');
  expect(saidOf({ ...nothingSaid, file }, file, atFirst).everybodyOn).toBeNull();
  expect(saidOf(nobodySaid, file, saidAtFirst(false, '2026-11-23')).everybodyOn).toBeNull();
});
