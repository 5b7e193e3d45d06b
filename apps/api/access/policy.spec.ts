import { roles } from '#domain/access/roles.js';
import { decision, isWithin, policies, type Policy, sessionOnly } from './policy.js';

describe('a role is within another', () => {
  it('exactly where it opens nothing that the other does not', () => {
    for (const role of roles)
      for (const wider of roles) {
        const rows = Object.keys(policies) as Policy[];
        const more = rows.filter((row) => decision(row, role) === 'allow' && decision(row, wider) !== 'allow');
        expect([role, wider, isWithin(role, wider)]).toEqual([role, wider, more.length === 0]);
      }
  });

  it('for the best known of them', () => {
    expect(roles.filter((role) => isWithin(role, 'admin'))).toEqual([...roles]);
    expect(isWithin('admin', 'project_manager')).toBe(false);
    expect(isWithin('sponsor', 'project_manager')).toBe(true);
    expect(isWithin('data_protection_officer', 'project_manager')).toBe(false);
  });
});

it('no token opens a row by which somebody gets in', () => {
  const lettingIn: Policy[] = [
    'accounts',
    'group_roles',
    'identities',
    'keys',
    'organizations',
    'second_factor',
    'session',
    'tokens',
  ];
  expect(lettingIn.filter((row) => !sessionOnly.has(row))).toEqual([]);
});
