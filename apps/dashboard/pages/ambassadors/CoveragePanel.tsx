import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Ambassadors, type Coverage } from '#contract/ambassadors.js';
import { type Organization } from '#contract/organization.js';
import { CoverageBars } from '../../charts/CoverageBars.js';
import { placeName } from '#domain/sentences/place-name.js';
import { useFormat } from '../../i18n/use-format.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import styles from './ambassadors.module.css';

const firstBars = 12;

interface CoveragePanelProps {
  query: PanelQuery<Ambassadors>;
  organization: Organization | undefined;
  /** Keys of the places to show; all without it. */
  inside: ReadonlySet<string> | null;
}

/** Each smallest entity against the band; those that wait for more come first. */
export function CoveragePanel({ query, organization, inside }: CoveragePanelProps) {
  const { t } = useTranslation('ambassadors');
  const format = useFormat();
  const [view, setView] = useState<'gaps' | 'all'>('gaps');
  const [whole, setWhole] = useState(false);
  const places = useMemo(() => new Map((organization?.nodes ?? []).map((node) => [node.key, node])), [organization]);
  const nameOf = ({ node, name }: Coverage) => {
    const place = places.get(node);
    return place ? placeName(place, format.language) : name;
  };
  const smallest = ({ coverage }: Ambassadors) =>
    coverage.filter(({ node }) => places.get(node)?.kind !== 'node' && (!inside || inside.has(node)));
  const rowsOf = (data: Ambassadors) => {
    const rows = smallest(data).sort(
      (a, b) => b.missing - a.missing || (a.coverage.value ?? 0) - (b.coverage.value ?? 0),
    );
    return view === 'gaps' ? rows.filter(({ missing }) => missing > 0) : rows;
  };
  const title = (data: Ambassadors) => {
    const count = smallest(data).filter(({ missing }) => missing > 0).length;
    return count === 0 ? t('gapsTitleNone') : t('gapsTitle', { count });
  };
  const ends = ({ band }: Ambassadors) => ({ low: format.percent(band.low), high: format.percent(band.high) });

  return (
    <Panel
      query={query}
      title={title}
      waitingTitle={t('coverageWaiting')}
      subtitle={(data) => t('coverageSubtitle', ends(data))}
      caption={t('coverageCaption')}
      height={440}
      table={(data) => ({
        rows: rowsOf(data),
        rowKey: ({ node }: Coverage) => node,
        columns: [
          { key: 'entity', label: t('entity'), value: nameOf },
          {
            key: 'wave',
            label: t('wave'),
            value: ({ wave }: Coverage) => organization?.waves.find(({ key }) => key === wave)?.name ?? null,
          },
          { key: 'people', label: t('people'), numeric: true, value: ({ headcount }: Coverage) => headcount },
          { key: 'ambassadors', label: t('ambassadors'), numeric: true, value: (row: Coverage) => row.ambassadors },
          {
            key: 'coverage',
            share: true,
            label: t('coverage'),
            numeric: true,
            value: ({ coverage }: Coverage) => coverage.value,
            cell: ({ coverage }: Coverage) => (coverage.value === null ? '–' : format.percent(coverage.value, 1)),
            told: ({ coverage }: Coverage) => ({ ...coverage, asOf: data.week }),
          },
          { key: 'missing', label: t('missing'), numeric: true, value: ({ missing }: Coverage) => missing },
          { key: 'without', label: t('without'), value: ({ without }: Coverage) => without.join(', ') || null },
        ],
      })}
      actions={
        <SegmentedControl
          aria-label={t('view')}
          size="xs"
          value={view}
          onChange={(value) => setView(value === 'all' ? 'all' : 'gaps')}
          data={[
            { value: 'gaps', label: t('viewGaps') },
            { value: 'all', label: t('viewAll') },
          ]}
        />
      }
    >
      {(data) => {
        const rows = rowsOf(data);
        const hidden = rows.length - firstBars;
        const shown = whole ? rows : rows.slice(0, firstBars);
        const apart = smallest(data).flatMap((row) =>
          row.without.map((name) => t('withoutIn', { name, place: nameOf(row) })),
        );
        const note = apart.length > 0 && (
          <p className={styles.without}>{t('withoutNote', { count: apart.length, names: apart.join(', ') })}</p>
        );
        if (rows.length === 0)
          return (
            <>
              <p className={styles.none}>{t('noneMissing')}</p>
              {note}
            </>
          );
        return (
          <>
            <CoverageBars
              label={title(data)}
              band={data.band}
              bars={shown.map((row) => ({
                key: row.node,
                name: nameOf(row),
                coverage: row.coverage.value ?? 0,
                state: row.state,
                note: t(row.missing > 0 ? 'barMissing' : 'barNote', {
                  ambassadors: format.number(row.ambassadors),
                  people: format.number(row.headcount),
                  missing: format.number(row.missing),
                }),
              }))}
            />
            {hidden > 0 && (
              <Button variant="default" size="xs" mt="md" onClick={() => setWhole(!whole)}>
                {whole ? t('showFewer') : t('showMore', { count: hidden })}
              </Button>
            )}
            {note}
          </>
        );
      }}
    </Panel>
  );
}
