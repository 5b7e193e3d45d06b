import { importKinds } from '#contract/imports.js';
import french from '../../i18n/fr/columns.js';
import { headers } from './file-kinds.js';

it.each(importKinds.filter((kind) => headers[kind] !== ''))('columns of %s have words for people', (kind) => {
  const nameless = headers[kind].split(',').filter((name) => !(name in french));
  expect(nameless).toEqual([]);
});

it('says nothing of columns that do not exist', () => {
  const columns = new Set(
    importKinds.flatMap((kind) => headers[kind].split(',').flatMap((one) => [one, `${kind}_${one}`])),
  );
  expect(Object.keys(french).filter((name) => !columns.has(name))).toEqual([]);
});
