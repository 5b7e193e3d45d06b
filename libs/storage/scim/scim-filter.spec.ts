import { type ScimAttribute, type ScimCondition, type ScimOperator, sealedHolds } from './scim-filter.js';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const ada = {
  ...{ userName: 'Ada@acme.fr', externalId: 'E7' },
  emails: [
    { value: 'Ada@acme.fr', type: 'work' },
    { value: 'ada@home.fr', type: 'home' },
  ],
  [enterprise]: { employeeNumber: 'Nr7' },
};
const nobody = {};

const says = (attribute: ScimAttribute, operator: ScimOperator, value: string | null = null, negated = false) =>
  ({ attribute, operator, value, negated }) satisfies ScimCondition;

describe('what a filter says of what is sealed', () => {
  it.each<[attribute: ScimAttribute, operator: ScimOperator, value: string | null, ada: boolean, nobody: boolean]>([
    ['username', 'eq', 'ADA@ACME.FR', true, false],
    ['username', 'ne', 'ada@acme.fr', false, true],
    ['username', 'co', '@ACME', true, false],
    ['username', 'sw', 'ada', true, false],
    ['username', 'sw', 'acme', false, false],
    ['username', 'ew', '.FR', true, false],
    ['username', 'pr', null, true, false],
    ['username', 'gt', 'ad', true, false],
    ['username', 'ge', 'ada@acme.fr', true, false],
    ['username', 'lt', 'adb', true, false],
    ['username', 'le', 'acme', false, false],
    ['externalid', 'eq', 'E7', true, false],
    ['externalid', 'eq', 'e7', false, false],
    ['employeenumber', 'eq', 'nr7', true, false],
    ['displayname', 'pr', null, false, false],
    ['emails.value', 'ew', '@HOME.fr', true, false],
  ])('%s %s %s', (attribute, operator, value, ofAda, ofNobody) => {
    for (const [attributes, expected] of [
      [ada, ofAda],
      [nobody, ofNobody],
    ] as const) {
      expect(sealedHolds([says(attribute, operator, value)], attributes)).toBe(expected);
      const negated = sealedHolds([says(attribute, operator, value, true)], attributes);
      // Of a list that is empty no element can be anything, nor not be anything.
      if (!attribute.startsWith('emails')) expect(negated).toBe(!expected);
    }
  });

  it('is said of one e-mail, and of open columns by the database alone', () => {
    const both = (type: string, value: string) => [says('emails.type', 'eq', type), says('emails.value', 'eq', value)];
    expect(sealedHolds(both('work', 'ada@acme.fr'), ada)).toBe(true);
    expect(sealedHolds(both('work', 'ada@home.fr'), ada)).toBe(false);
    expect(sealedHolds([says('id', 'eq', 'whatever'), says('username', 'pr')], ada)).toBe(true);
  });
});
