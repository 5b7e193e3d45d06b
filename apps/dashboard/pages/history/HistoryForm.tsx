import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type IndicatorKey, indicatorKeys, indicatorOf } from '#domain/indicators/catalogue.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { type About, knownIndicator, monthEndBefore, type Month, rowsOfForm } from './figures.js';
import { HistoryAnswer } from './HistoryAnswer.js';
import styles from './history.module.css';
import { MonthRows } from './MonthRows.js';
import { useDeclareHistory } from './use-history.js';
import { useNames } from './use-names.js';

/** The window that Essor itself uses: only then may both be drawn side by side. */
const windowOf = (key: IndicatorKey): number => indicatorOf(key).defaultWindow ?? 0;

const nothing: About = { scope: '', indicator: 'K03', windowDays: windowOf('K03'), source: '', definition: '' };

/** Three months to begin with, up to the last one that is over. */
function firstMonths(): Month[] {
  const last = monthEndBefore(new Date().toISOString().slice(0, 10));
  const ends = [monthEndBefore(monthEndBefore(last)), monthEndBefore(last), last];
  return ends.map((periodEnd) => ({ periodEnd, numerator: '', denominator: '' }));
}

/** Totals month by month: what they are is said once, then a line a month. */
export function HistoryForm() {
  const { t } = useTranslation('history');
  const names = useNames();
  const [about, setAbout] = useState(nothing);
  const [months, setMonths] = useState(firstMonths);
  const declare = useDeclareHistory();
  const set = <K extends keyof About>(field: K, value: About[K]) =>
    setAbout((before) => ({ ...before, [field]: value }));
  const sent = rowsOfForm(about, months);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    declare.mutate(sent.rows);
  };
  const groups = [
    { group: t('organisation'), items: [names.whole] },
    { group: t('waves'), items: names.waves },
    { group: t('entities'), items: names.entities },
  ];
  return (
    <Panel query={loaded(about)} title={t('formTitle')} subtitle={t('formSubtitle')}>
      {() => (
        <form className={styles.form} onSubmit={submit}>
          <div className={styles.about}>
            <Select
              label={t('scope')}
              data={groups.filter(({ items }) => items.length > 0)}
              value={about.scope}
              allowDeselect={false}
              searchable
              limit={200}
              onChange={(scope) => set('scope', scope ?? '')}
            />
            <Select
              label={t('indicator')}
              data={indicatorKeys.map((key) => ({ value: key, label: `${names.indicatorOf(key)} (${key})` }))}
              value={about.indicator}
              allowDeselect={false}
              searchable
              limit={200}
              onChange={(chosen) => {
                const indicator = knownIndicator(chosen ?? '');
                if (indicator) setAbout((before) => ({ ...before, indicator, windowDays: windowOf(indicator) }));
              }}
            />
            <NumberInput
              label={t('window')}
              description={t('windowHint')}
              min={0}
              max={366}
              allowDecimal={false}
              value={about.windowDays}
              onChange={(days) => set('windowDays', typeof days === 'number' ? days : '')}
            />
            <TextInput
              label={t('source')}
              description={t('sourceHint')}
              required
              withAsterisk={false}
              value={about.source}
              onChange={(event) => set('source', event.currentTarget.value)}
            />
            <TextInput
              label={t('definition')}
              description={t('definitionHint')}
              required
              withAsterisk={false}
              value={about.definition}
              onChange={(event) => set('definition', event.currentTarget.value)}
            />
          </div>
          <MonthRows months={months} onChange={setMonths} />
          <div className={styles.buttons}>
            <Button type="submit" size="sm" disabled={sent.rows.length === 0} loading={declare.isPending}>
              {t('declare', { count: sent.rows.length })}
            </Button>
          </div>
          <HistoryAnswer
            answer={declare.data}
            error={declare.error}
            placeOf={(line) => t('month', { n: (sent.months[line - 1] ?? line - 1) + 1 })}
          />
        </form>
      )}
    </Panel>
  );
}
