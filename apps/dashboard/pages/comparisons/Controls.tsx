import { ActionIcon, Chip, Loader, SegmentedControl, Select } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ComparisonSeries } from '#contract/comparison.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { sidesIn } from '../../app/compared.js';
import { useFilters } from '../../app/filters.js';
import { type Search } from '../../app/search.js';
import { useFormat } from '../../i18n/use-format.js';
import { choose, type ComparableKey, comparableKeys, keep, sidesOf, sidesSince, toggle } from './comparable.js';
import { type SideGroup } from './side-choices.js';
import styles from './Controls.module.css';

interface ControlsProps {
  choices: SideGroup[];
  indicator: ComparableKey;
  /** As the answer has them; the first two are the sides. */
  series: readonly ComparisonSeries[];
  /** That answer is of what the address asks for, and not of what it asked before. */
  isAnswered: boolean;
}

/** Who is compared with whom, by what, and from which day. The address keeps it all. */
export function Controls({ choices, indicator, series, isAnswered }: ControlsProps) {
  const { t } = useTranslation(['comparisons', 'ui']);
  const { language } = useFormat();
  const [filters, setFilters] = useFilters();
  const answered = series.map((each) => each.side);
  const compared = sidesOf(sidesIn(filters.compare), answered, isAnswered);
  const since = (now: Pick<Search, 'compare'>) => sidesSince(sidesIn(now.compare), sidesIn(filters.compare), compared);
  const data = choices.map(({ group, items }) => ({ group: t(group), items }));
  const canAlign = series.slice(0, 2).every(({ launch }) => launch !== null);
  const side = (at: 0 | 1, label: string) => (
    <Select
      className={styles.wave}
      size="sm"
      aria-label={label}
      allowDeselect={false}
      searchable
      limit={200}
      data={data}
      value={compared[at] ?? null}
      onChange={(wave) => wave && setFilters((now) => ({ compare: choose(since(now), at, wave) }))}
      comboboxProps={{ width: 280, position: 'bottom-start' }}
    />
  );
  const [first, second, ...beside] = compared;
  const waves = choices.find(({ group }) => group === 'waves')?.items ?? [];
  const others = waves.filter(({ value }) => value !== first && value !== second);
  return (
    <div className={styles.controls}>
      <div className={styles.pair} role="group" aria-label={t('compare')}>
        <span className={styles.word}>{t('compare')}</span>
        {side(0, t('first'))}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('swap')}
          disabled={!first || !second}
          onClick={() => second && setFilters((now) => ({ compare: choose(since(now), 0, second) }))}
        >
          <IconArrowsLeftRight size={18} stroke={1.6} />
        </ActionIcon>
        {side(1, t('second'))}
        {!isAnswered && <Loader size="xs" color="gray" role="status" aria-label={t('ui:loading')} />}
      </div>
      <Select
        className={styles.indicator}
        size="sm"
        aria-label={t('indicator')}
        allowDeselect={false}
        data={comparableKeys.map((key) => ({ value: key, label: indicatorOf(key).title[language] }))}
        value={indicator}
        onChange={(key) =>
          setFilters((now) => ({
            ...keep(since(now)),
            indicator: key === comparableKeys[0] ? undefined : (key ?? undefined),
          }))
        }
        comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      />
      {canAlign && (
        <SegmentedControl
          aria-label={t('align')}
          value={filters.align ?? 'launch'}
          onChange={(align) =>
            setFilters((now) => ({ ...keep(since(now)), align: align === 'calendar' ? 'calendar' : undefined }))
          }
          data={[
            { value: 'launch', label: t('alignLaunch') },
            { value: 'calendar', label: t('alignCalendar') },
          ]}
        />
      )}
      {others.length > 0 && first && second && (
        <div className={styles.beside} role="group" aria-label={t('beside')}>
          <span className={styles.word}>{t('beside')}</span>
          {others.map(({ value: key, label: name }) => (
            <Chip
              key={key}
              size="xs"
              variant="outline"
              checked={beside.includes(key)}
              onChange={() => setFilters((now) => ({ compare: toggle(since(now), key) }))}
            >
              {name}
            </Chip>
          ))}
        </div>
      )}
    </div>
  );
}
