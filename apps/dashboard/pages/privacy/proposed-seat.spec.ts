import { proposedSeat } from './proposed-seat.js';

const unsaid = (proposal: string | null) => ({ entity: 'e', path: ['e'], proposal });

it('proposes the seat where only one country is in question', () => {
  expect(proposedSeat({ countries: [], unsaid: [unsaid('FR'), unsaid(null), unsaid('FR')] })).toBe('FR');
  expect(proposedSeat({ countries: [], unsaid: [unsaid('FR'), unsaid('DE')] })).toBeNull();
  expect(proposedSeat({ countries: [], unsaid: [unsaid(null)] })).toBeNull();
});
