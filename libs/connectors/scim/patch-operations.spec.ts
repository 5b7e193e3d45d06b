import fc from 'fast-check';
import { circularBulkId } from './bulk-circle.js';
import { readPatchOperations } from './patch-operations.js';
import { readResourceBody } from './resource-body.js';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const read = (...operations: unknown[]) => readPatchOperations(operations, 'User', { emails: [{ type: 'work' }] });

test.each([
  [{ op: 'Replace', path: 'active', value: 'False' }, [{ op: 'replace', path: 'active', value: false }]],
  [{ op: 'replace', value: { active: 'TRUE' } }, [{ op: 'replace', path: 'active', value: true }]],
  [{ op: 'Add', path: 'title', value: 'CANARY' }, []],
  [{ op: 'Add', path: 'name.familyName', value: 'CANARY' }, []],
  [{ op: 'Add', path: 'urn:ietf:params:scim:schemas:extension:other:2.0:User:x', value: 1 }, []],
  [
    { op: 'Add', path: `${enterprise}:manager`, value: [{ value: 'm' }] },
    [{ op: 'replace', path: `${enterprise}:manager`, value: { value: 'm' } }],
  ],
  [{ op: 'Replace', path: `${enterprise}:manager`, value: null }, [{ op: 'remove', path: `${enterprise}:manager` }]],
  [
    { op: 'replace', path: 'urn:ietf:params:scim:schemas:core:2.0:User:userName', value: 'x' },
    [{ op: 'replace', path: 'userName', value: 'x' }],
  ],
  [
    { op: 'Replace', path: 'emails[type eq "work"].value', value: 'a' },
    [{ op: 'replace', path: 'emails[type eq "work"].value', value: 'a' }],
  ],
  [
    { op: 'Replace', path: 'emails[type eq "home"].value', value: 'a' },
    [{ op: 'add', path: 'emails', value: [{ type: 'home', value: 'a' }] }],
  ],
])('%j is what the standard calls %j', (given, standard) => {
  expect(read(given)).toEqual(standard);
});

test('whatever comes is read or left for the schema to refuse', () => {
  const operation = fc.record(
    {
      op: fc.oneof(fc.constantFrom('add', 'Replace', 'REMOVE'), fc.anything()),
      path: fc.oneof(fc.constantFrom('active', 'emails', `${enterprise}:manager`, enterprise, ''), fc.anything()),
      value: fc.anything(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(operation, fc.anything())), (operations) => {
      expect(Array.isArray(read(...operations))).toBe(true);
    }),
  );
  fc.assert(fc.property(fc.anything(), (body) => void readResourceBody(body)));
});

test('a bulkId waits for another, never for itself', () => {
  const post = (bulkId: string, ...needs: string[]) => ({
    bulkId,
    data: { members: needs.map((id) => ({ value: `bulkId:${id}` })) },
  });
  expect(circularBulkId([post('a'), post('b', 'a'), post('c', 'a', 'b', 'elsewhere')])).toBeNull();
  expect(circularBulkId([post('a', 'a')])).toBe('a');
  expect(circularBulkId([post('a', 'b'), post('b', 'c'), post('c', 'a')])).toBe('a');
});
