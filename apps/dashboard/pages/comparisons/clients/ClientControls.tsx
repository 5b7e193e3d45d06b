import { ActionIcon, Select, Switch } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Clients } from '#contract/clients.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { useFormat } from '../../../i18n/use-format.js';
import { choose } from '../comparable.js';
import styles from '../Controls.module.css';
import { type ClientKey, clientKeys } from './client-keys.js';
import { useClientFilters } from './client-filters.js';

interface ClientControlsProps {
  indicator: ClientKey;
  answer: Clients | undefined;
  areReal: boolean;
  onReal: (areReal: boolean) => void;
}

/** By what all are read, whose difference is told, and under which names a file leaves. */
export function ClientControls({ indicator, answer, areReal, onReal }: ClientControlsProps) {
  const { t } = useTranslation(['clients', 'comparisons']);
  const { language } = useFormat();
  const [filters, setFilters] = useClientFilters();
  const told = (answer?.clients ?? []).filter(({ untold }) => untold === null);
  const compared = filters.compare ?? answer?.compared?.series.map(({ side }) => side) ?? [];
  const side = (at: 0 | 1, label: string) => (
    <Select
      className={styles.wave}
      size="sm"
      aria-label={label}
      allowDeselect={false}
      searchable
      data={told.map(({ slug, name }) => ({ value: `organisation:${slug}`, label: name }))}
      value={compared[at] ?? null}
      onChange={(chosen) => chosen && setFilters({ compare: choose(compared, at, chosen) })}
    />
  );
  return (
    <div className={styles.controls}>
      <Select
        className={styles.indicator}
        size="sm"
        aria-label={t('comparisons:indicator')}
        allowDeselect={false}
        data={clientKeys.map((key) => ({ value: key, label: indicatorOf(key).title[language] }))}
        value={indicator}
        onChange={(key) => setFilters({ indicator: key === clientKeys[0] ? undefined : (key ?? undefined) })}
        comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      />
      {told.length > 1 && (
        <div className={styles.pair} role="group" aria-label={t('difference')}>
          <span className={styles.word}>{t('difference')}</span>
          {side(0, t('comparisons:first'))}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('comparisons:swap')}
            disabled={compared[1] === undefined}
            onClick={() => compared[1] && setFilters({ compare: choose(compared, 0, compared[1]) })}
          >
            <IconArrowsLeftRight size={18} stroke={1.6} />
          </ActionIcon>
          {side(1, t('comparisons:second'))}
        </div>
      )}
      <Switch
        size="sm"
        label={t('realNames')}
        title={t('realNamesDetail')}
        checked={areReal}
        onChange={({ currentTarget }) => onReal(currentTarget.checked)}
      />
    </div>
  );
}
