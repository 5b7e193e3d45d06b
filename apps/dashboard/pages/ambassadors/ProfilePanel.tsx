import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Ambassadors, type Profile } from '#contract/ambassadors.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';

const words = {
  trade: 'profileTrade',
  level: 'profileLevel',
  site: 'profileSite',
  maturity: 'profileMaturity',
} as const;
/** Like everyone by trade may be unlike everyone by site: a title names what it is about. */
const titles = {
  trade: { like: 'tradeLike', unlike: 'tradeUnlike' },
  level: { like: 'levelLike', unlike: 'levelUnlike' },
  site: { like: 'siteLike', unlike: 'siteUnlike' },
  maturity: { like: 'maturityLike', unlike: 'maturityUnlike' },
} as const;
const maturities: Record<string, 'maturityLow' | 'maturityMiddle' | 'maturityHigh'> = {
  low: 'maturityLow',
  middle: 'maturityMiddle',
  high: 'maturityHigh',
};
const unlikely = 0.05;

/** Whether ambassadors look like everyone: declared on both sides. */
export function ProfilePanel({ query }: { query: PanelQuery<Ambassadors> }) {
  const { t } = useTranslation('ambassadors');
  const format = useFormat();
  const [asked, setAsked] = useState<string>();
  const shown = ({ profiles }: Ambassadors) => profiles.find(({ dimension }) => dimension === asked) ?? profiles[0];
  const nameOf = (dimension: Profile['dimension'], category: string) => {
    const maturity = maturities[category];
    if (dimension === 'maturity') return maturity ? t(maturity) : category;
    return dimension === 'level' && /^\d+$/.test(category) ? t('profileLevelOf', { n: category }) : category;
  };
  const table = (profile: Profile): TableOf<Profile['rows'][number]> => ({
    rows: profile.rows,
    rowKey: ({ category }) => category,
    columns: [
      {
        key: 'category',
        label: t(words[profile.dimension]),
        value: ({ category }) => nameOf(profile.dimension, category),
      },
      { key: 'ambassadors', label: t('ambassadors'), numeric: true, value: ({ ambassadors }) => ambassadors },
      {
        key: 'expected',
        label: t('profileExpected'),
        numeric: true,
        value: ({ expected }) => expected,
        cell: ({ expected }) => format.number(expected, 1),
      },
    ],
  });
  return (
    <Panel
      query={query}
      title={(data) => {
        const profile = shown(data);
        if (!profile?.test) return t('profileTitle');
        return t(titles[profile.dimension][profile.test.p < unlikely ? 'unlike' : 'like']);
      }}
      waitingTitle={t('profileTitle')}
      subtitle={t('profileSubtitle')}
      caption={(data) => {
        const test = shown(data)?.test;
        if (!test) return t('profileNoTest');
        const p = test.p < 0.001 ? `< ${format.number(0.001, 3)}` : `= ${format.number(test.p, 3)}`;
        return t('profileTest', { chi: format.number(test.chiSquare, 1), df: test.df, p });
      }}
      height={264}
      empty={({ profiles }) => (profiles.length === 0 ? <EmptyState title={t('profileNone')} /> : null)}
      table={(data) => table(shown(data)!)}
      actions={
        query.data &&
        query.data.profiles.length > 1 && (
          <SegmentedControl
            aria-label={t('profileTitle')}
            size="xs"
            value={shown(query.data)?.dimension ?? ''}
            onChange={setAsked}
            data={query.data.profiles.map(({ dimension }) => ({ value: dimension, label: t(words[dimension]) }))}
          />
        )
      }
    >
      {(data) => <DataTable {...table(shown(data)!)} label={t('profileTitle')} maxHeight={300} />}
    </Panel>
  );
}
