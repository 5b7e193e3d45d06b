import { plainReading } from './reading.js';
import { type Found, lackingColumns, suggestedReading, withOwnNames, withWords } from './suggested-reading.js';

const look = (over: Partial<Found> = {}): Found => ({
  ...{ kind: 'events', rejects: [], unknownWords: ['Billet', 'Sondage'], suggestedKinds: { Billet: 'post' } },
  ...{ suggestedDateFormat: 'dd/MM/yyyy HH:mm', columns: [{ name: 'ID', example: '7' }] },
  ...over,
});

it('takes over what the file suggests, and asks for a meaning of the rest', () => {
  const first = suggestedReading(plainReading, look(), 'Europe/Paris');
  expect(first).toEqual({
    ...plainReading,
    ...{ kinds: { Billet: 'post', Sondage: '' }, dateFormat: 'dd/MM/yyyy HH:mm' },
  });
  // The words that are still refused, and the dates, are known by now.
  expect(suggestedReading(first ?? plainReading, look({ unknownWords: ['Sondage'] }), 'Europe/Paris')).toBeNull();
  const naive = [{ line: 2, code: 'naive_timestamp', field: null }];
  expect(suggestedReading(first ?? plainReading, look({ rejects: naive }), 'Europe/Paris')?.zone).toBe('Europe/Paris');
});

it('tells lines by what they say where no column has their ids', () => {
  const columns = [{ name: 'date', example: '' }];
  const idsOf = (found: Partial<Found>, over: Partial<typeof plainReading> = {}) =>
    suggestedReading({ ...plainReading, ...over }, look(found), 'Europe/Paris')?.ids;
  expect(idsOf({ columns })).toBe('content');
  expect(idsOf({})).toBeNull();
  expect(idsOf({ columns }, { map: { id: 'N°' } })).toBeNull();
  expect(idsOf({ columns }, { grain: 'day' })).toBeNull();
  expect(idsOf({ columns, kind: 'people' })).toBeNull();
  // Whoever takes the choice back is asked for the column.
  expect(idsOf({ columns }, { ids: 'column' })).toBe('column');
});

it('asks for the meaning of rare words too', () => {
  const words = {
    words: ['Billet', 'post', 'Vœux'].map((word) => ({ word, times: 1 })),
    others: 0,
    suggestedKinds: {},
  };
  const read = suggestedReading(plainReading, withWords(look({ unknownWords: ['Billet'] }), words), 'Europe/Paris');
  expect(read?.kinds).toEqual({ Billet: 'post', Vœux: '' });
});

it('leaves what somebody decided', () => {
  const decided = {
    ...plainReading,
    kinds: { Billet: '' as const, Sondage: '' as const },
    dateFormat: 'iso',
    zone: 'UTC',
  };
  expect(suggestedReading(decided, look(), 'Europe/Paris')).toBeNull();
  expect(
    suggestedReading(plainReading, look({ unknownWords: [], suggestedDateFormat: null }), 'Europe/Paris'),
  ).toBeNull();
});

describe('what a row needs', () => {
  const column = (name: string, required: boolean, either = false) => ({ name, required, either });
  const events = [column('id', true), column('kind', true), column('actor', true), column('group', false)];
  const people = [column('person_id', true), column('entity', false, true), column('entity_path', false, true)];
  const lacking = (canonical: typeof events, over: Partial<typeof plainReading>) =>
    lackingColumns(canonical, { ...plainReading, ...over });

  it('is missing where no column, and no fixed value, gives it', () => {
    expect(lacking(events, { map: { id: 'N°', kind: '' } })).toEqual([['kind'], ['actor']]);
    expect(lacking(events, { map: { id: 'N°', actor: 'Qui' }, fixed: { kind: 'post' } })).toEqual([]);
    expect(lacking(events, { map: { kind: 'Quoi', actor: 'Qui' }, ids: 'content' })).toEqual([]);
    expect(lacking(people, { map: { person_id: 'Matricule' } })).toEqual([['entity', 'entity_path']]);
    expect(lacking(people, { map: { person_id: 'Matricule', entity_path: 'Service' } })).toEqual([]);
  });

  it('is less where rows are of a day', () => {
    expect(lacking(events, { map: { actor: 'Qui' }, counts: { post: 'Messages' } })).toEqual([]);
    expect(lacking(events, { map: { actor: 'Qui', kind: 'Quoi' }, grain: 'day' })).toEqual([]);
  });
});

it('takes over what the file calls as we do, but where somebody said otherwise', () => {
  const canonical = ['person_id', 'entity', 'level'].map((name) => ({ name, required: false, either: false }));
  const columns = ['Person_ID', 'Level', 'x'].map((name) => ({ name, example: '' }));
  expect(withOwnNames({ entity: 'x', level: '' }, { columns, canonical })).toEqual({
    ...{ person_id: 'Person_ID', entity: 'x', level: '' },
  });
});
