import { fileInMemory } from '../file-input.js';
import { type ImportItem } from '../import-item.js';
import { only, refused, told, zipped } from '../testing/zipped.js';
import { workplaceKinds } from './employee-items.js';
import { parseWorkplace, type WorkplaceOptions } from './parse-workplace.js';
import { workbook } from './testing/workbook.js';

const now = new Date('2026-06-01T00:00:00Z');

async function read(bytes: Buffer, options: Partial<WorkplaceOptions> = {}): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const batch of parseWorkplace(fileInMemory(bytes), { now, ...options })) items.push(...batch);
  return items;
}

// With the vendor's own misspellings.
const header = [
  ...['Full name', 'Email', 'Employee ID', 'Invited date', 'Claimerd date', 'Activity summary for date'],
  ...['Active in the Last 28 Days', 'Active in the Last Day', 'Messages in the Last Day', 'Posts in the Last  Day'],
  'Posts in the Last 28 Days',
];
const day = new Date('2026-03-02T00:00:00Z');
const employees = [
  ['Export of employees'],
  header,
  ['Alice Martin', 'Alice@exemple.fr', 701984, new Date('2026-01-05'), '2026-01-06', day, true, true, 3, 2, 31],
  ['Bob', 'bob@exemple.fr', '0012', '2026-01-05', null, day, true, false, 0, 0, 12],
  [null, null, null, null],
  ['Chloé', 'chloe@exemple.fr', null, null, '05/02/2026', null, false, true, 0, 0, 0],
  ['Sans adresse', null, 1, '2026-01-05', null, day, false, false, 0, 0, 0],
  ['Deux', 'deux@exemple.fr', 1, null, null, day, false, false, 'deux', 0, 0],
];

describe('an export of employees of Workplace', () => {
  it('gives accounts, and what is dated of them', async () => {
    const items = await read(await workbook(employees), { dateFormat: 'dd/MM/yyyy' });
    expect(told(items)).toEqual([
      '2026-01-05T10:30:00 invitation_sent workplace:invitations → alice@exemple.fr',
      '2026-01-06T10:30:00 profile_created alice@exemple.fr',
      '2026-03-02T10:30:00 login alice@exemple.fr',
      '2026-03-02T10:30:00 post alice@exemple.fr × 2',
      '2026-03-02T10:30:00 message_sent alice@exemple.fr × 3',
      '2026-01-05T10:30:00 invitation_sent workplace:invitations → bob@exemple.fr',
      '2026-02-05T10:30:00 profile_created chloe@exemple.fr',
    ]);
    expect(new Set(only(items, 'event').map(({ row }) => row.kind))).toEqual(new Set(workplaceKinds));
    expect(only(items, 'person').map(({ row }) => [row.personId, row.aliases, row.bot])).toEqual([
      ['workplace:invitations', [], true],
      ['alice@exemple.fr', ['alice@exemple.fr', '701984'], false],
      ['bob@exemple.fr', ['bob@exemple.fr', '0012'], false],
      ['chloe@exemple.fr', ['chloe@exemple.fr'], false],
    ]);
    expect(refused(items)).toEqual([' 7 missing_field email', ' 8 bad_number messagesDay']);
  });

  it('refuses a row whose date is written in no declared way', async () => {
    expect(refused(await read(await workbook(employees)))).toContain(' 6 bad_date claimed');
  });

  it.each([
    ['hello', 'not_an_archive'],
    ['', 'empty_file'],
  ])('is no such file where it is none: %j', async (text, code) => {
    await expect(read(Buffer.from(text))).rejects.toMatchObject({ code });
  });

  it('is none without its header, or as another archive', async () => {
    await expect(read(await workbook([['a', 'b']]))).rejects.toMatchObject({ code: 'not_a_workplace_export' });
    await expect(read(await workbook([]))).rejects.toMatchObject({ code: 'not_a_workplace_export' });
    await expect(read(await zipped({ 'a.txt': 'a' }))).rejects.toMatchObject({ code: 'not_a_workbook' });
  });
});
