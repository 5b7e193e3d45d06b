import { NewView } from './views.js';

const isTaken = (address: string) => NewView.safeParse({ name: 'Mine', address }).success;

test.each(['overview', 'entities/lyon?window=91', 'comparisons?compare=pilot,wave-2&align=launch', 'follow-up'])(
  'keeps %s',
  (address) => expect(isTaken(address)).toBe(true),
);

test.each([
  '',
  '/evil.example',
  '//evil.example',
  'https://evil.example',
  '../../admin',
  'a b',
  'entities#x',
  'javascript:1',
  'x'.repeat(2001),
])('keeps no address that leads elsewhere: %s', (address) => expect(isTaken(address)).toBe(false));
