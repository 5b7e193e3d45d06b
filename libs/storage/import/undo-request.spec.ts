import { daysOfUndo } from './undo-request.js';

describe('the days that an undo takes out', () => {
  const days = (firstDay: string | null, livedFrom: string | null, sealedBefore: string | null) =>
    daysOfUndo({ firstDay, livedFrom, lastDay: firstDay && '2026-03-31' }, sealedBefore);

  it('are those of the file, but for a group made in a sealed day', () => {
    expect(days(null, null, '2026-03-01')).toBeNull();
    expect(days('2019-05-02', '2026-03-10', null)).toEqual(['2019-05-02', '2026-03-31']);
    expect(days('2026-03-02', '2026-03-10', '2026-03-02')).toEqual(['2026-03-02', '2026-03-31']);
    expect(days('2019-05-02', '2026-03-10', '2026-03-02')).toEqual(['2026-03-02', '2026-03-31']);
  });

  it('hold what had left when more was sealed before the undo ended', () => {
    expect(days('2019-05-02', '2026-03-10', '2026-03-16')).toEqual(['2026-03-10', '2026-03-31']);
    expect(days('2026-03-02', null, '2026-03-16')).toEqual(['2026-03-02', '2026-03-31']);
  });
});
