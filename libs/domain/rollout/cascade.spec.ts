import { type CascadeMandate, cascadeOf } from './cascade.js';

const parents = new Map<string, string | null>([
  ['group', null],
  ['france', 'group'],
  ['paris', 'france'],
  ['lyon', 'france'],
  ['italy', 'group'],
]);
const holds = (name: string, entity: string | null, role: CascadeMandate['role'] = 'community_manager') => ({
  ...{ role, name, entity, entityName: entity },
});

test('everybody is supported by the nearest animators above, else by the head', () => {
  const steps = cascadeOf(
    [
      ...[holds('Rita', 'lyon', 'relay'), holds('Rémi', 'italy', 'relay'), holds('Ria', null, 'relay')],
      ...[holds('Anne', 'france'), holds('Alex', 'paris'), holds('Hugo', null), holds('Hana', 'group')],
    ],
    parents,
  );
  const by = steps.map(({ role, name, supportedBy }) => [role, name, supportedBy.map((one) => one.name).sort()]);
  expect(by).toEqual([
    ['head', 'Hugo', []],
    ['head', 'Hana', []],
    ['animator', 'Anne', ['Hana', 'Hugo']],
    ['animator', 'Alex', ['Anne']],
    ['relay', 'Ria', ['Hana', 'Hugo']],
    ['relay', 'Rémi', ['Hana', 'Hugo']],
    ['relay', 'Rita', ['Anne']],
  ]);
});

test('without a head those above have nobody, and say so', () => {
  expect(cascadeOf([holds('Anne', 'france')], parents)).toMatchObject([{ role: 'animator', supportedBy: [] }]);
});
