import { MantineProvider } from '@mantine/core';
import i18next from 'i18next';
import { type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import en from '../../i18n/en/privacy.js';
import fr from '../../i18n/fr/privacy.js';
import { type TableOf } from '../../ui/table-of.js';
import { KeptPanel } from './KeptPanel.js';
import { LedgerPanel } from './LedgerPanel.js';
import { MaskPanel } from './MaskPanel.js';
import { PublicPrivacyPage } from './PublicPrivacyPage.js';
import { SmallestGroupPanel } from './SmallestGroupPanel.js';

const words = { fr, en };
const answers: Record<string, unknown> = {};
const asked: string[] = [];
const answer = (what: string) => {
  asked.push(what);
  return { data: answers[what], error: null };
};
const of = (from: unknown, data: unknown) =>
  typeof from === 'function' ? (from as (of: unknown) => ReactNode)(data) : from;

// What the server answered stands here; frames that measure themselves in a browser are left out.
jest.mock('../../api/public-rules.js', () => ({ usePublicRules: () => answer('rules').data }));
jest.mock('../../api/organization.js', () => ({ useOrganization: () => answer('organization') }));
jest.mock('../../api/retention.js', () => ({ useKeptRaw: () => answer('kept') }));
jest.mock('../../api/reading.js', () => ({ useReading: () => answer('ledger') }));
jest.mock('../../api/smallest-group.js', () => ({ useSmallestGroup: () => answer('group') }));
jest.mock('../../api/rights.js', () => ({ useRights: () => ({ administers: false, readsAudit: true }) }));
jest.mock('../../app/filters.js', () => ({ useOrganizationSlug: () => 'acme' }));
jest.mock('@tanstack/react-router', () => ({ Link: 'a' }));
jest.mock('./privacy.module.css', () => ({}));
jest.mock('../../ui/Sentence.js', () => ({
  Sentence: ({ page, children, detail }: Record<'page' | 'children' | 'detail', ReactNode>) => (
    <>
      {page} {children} {detail}
    </>
  ),
}));
jest.mock('../../ui/EmptyState.js', () => ({ EmptyState: ({ title }: { title: string }) => title }));
jest.mock('../../ui/Panel.js', () => ({
  loaded: (data: unknown) => ({ data }),
  Panel: (panel: Record<string, unknown> & { query: { data: unknown }; actions?: ReactNode }) => {
    const part = (name: string) => of(panel[name], panel.query.data) as ReactNode;
    return (
      <>
        {part('title')} {part('subtitle')} {part('caption')} {panel.actions} {part('empty') ?? part('children')}
      </>
    );
  },
}));
jest.mock('../../ui/DataTable.js', () => ({
  DataTable: ({ rows, columns, rowKey }: TableOf<unknown>) =>
    rows.map((row) => (
      <i key={rowKey(row)}>
        {columns.map(({ key, value, cell }) => (
          <b key={key}>{cell ? cell(row) : value(row)} | </b>
        ))}
      </i>
    )),
}));

async function told(page: ReactNode, language: 'fr' | 'en'): Promise<string> {
  const resources = { fr: { privacy: fr }, en: { privacy: en } };
  await i18next.use(initReactI18next).init({ lng: language, resources, interpolation: { escapeValue: false } });
  asked.length = 0;
  return renderToStaticMarkup(<MantineProvider>{page}</MantineProvider>)
    .replace(/<style[^]*?<\/style>/g, '')
    .replaceAll('&#x27;', "'")
    .replace(/<(?!a )[^>]*>/g, ' ');
}

describe.each(['fr', 'en'] as const)('what everybody reads, in %s', (language) => {
  const word = words[language];
  const filled = (text: string, values: Record<string, unknown>) =>
    text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));

  it('the page without a sign-in tells the rules of the organisation, and asks for no figure of it', async () => {
    answers['rules'] = { k: 15, closedWith: 12, bands: true, rawMonths: 3 };
    const page = await told(<PublicPrivacyPage />, language);
    expect(page).toContain(filled(word.groupSay_other, { n: 15 }));
    expect(page).toContain(filled(word.groupClosed, { n: 12 }));
    expect(page).toContain(word.nothingTitle);
    expect(page.split(word.siteAlone)).toHaveLength(2);
    expect(page).toContain(filled(word.monthsOf_other, { n: 3 }));
    expect(page).toContain(word.keptPublished);
    expect([...new Set(asked)]).toEqual(['rules']);
    answers['rules'] = { k: 10, closedWith: null, bands: true, rawMonths: 6 };
    expect(await told(<PublicPrivacyPage />, language)).not.toContain(word.siteAlone);
  });

  it('the mask is drawn on the tree, with the smallest group', async () => {
    const node = (key: string, parent: string | null, kind: string, headcount: number, members: string[] = []) => {
      return { key, parent, kind, headcount, members, name: key, entity: kind === 'rest' ? null : key };
    };
    answers['organization'] = {
      nodes: [
        node('Group', null, 'node', 60),
        node('East', 'Group', 'cell', 41),
        node('r', 'Group', 'rest', 19, ['N', 'S']),
      ],
    };
    const page = await told(<MaskPanel />, language);
    expect(page).toContain(filled(word.maskSay, { n: 2, least: 19 }));
    expect(page).toMatch(new RegExp(`Group \\| +${word.kind_node} \\| +60 \\|`));
    expect(page).toMatch(new RegExp(`\u2003East \\| +${word.kind_cell} \\| +41 \\|`));
    expect(page).toMatch(new RegExp(`\u2003.* \\| +${word.kind_rest} \\| +19 \\|`));
  });

  it('the clock says how long this organisation keeps what comes', async () => {
    answers['kept'] = { rawMonths: 2, sealedBefore: null, applies: true };
    const page = await told(<KeptPanel />, language);
    expect(page).toMatch(
      new RegExp(`${word.keptRaw.split('.')[0]}.* \\| +${filled(word.monthsOf_other, { n: 2 })} \\|`),
    );
    expect(page).toContain(word.keptWeeks);
  });

  it('the smallest group, and what closed weeks keep of a smaller one', async () => {
    answers['group'] = { k: 15, closedWith: 10 };
    const page = await told(<SmallestGroupPanel />, language);
    expect(page).toContain(filled(word.groupSay_other, { n: 15 }));
    expect(page).toContain(filled(word.groupClosed, { n: 10 }));
    answers['group'] = { k: 15, closedWith: null };
    expect(await told(<SmallestGroupPanel />, language)).toContain(word.groupAlways);
  });

  it('the ledger counts what left, and leads to the page to give to all', async () => {
    answers['ledger'] = {
      disclosures: [{ action: 'exported', what: 'indicators', times: 4, last: '2026-11-20T10:00:00.000Z' }],
    };
    const page = await told(<LedgerPanel />, language);
    expect(page).toMatch(new RegExp(`${word.ledger_indicators.replace(/[()]/g, '\\$&')} \\| +4 \\| +.*20.*2026`));
    expect(page).toContain('href="/privacy?of=acme"');
    answers['ledger'] = { disclosures: [] };
    expect(await told(<LedgerPanel />, language)).toContain(word.ledgerNone);
  });
});
