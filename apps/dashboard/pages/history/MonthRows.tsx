import { Button, NumberInput, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Month, monthEndAfter, monthEndBefore } from './figures.js';
import styles from './history.module.css';

/** More would be a file. */
const mostMonths = 36;

/** A line a month: its last day, how many, and among how many. */
export function MonthRows({ months, onChange }: { months: Month[]; onChange: (months: Month[]) => void }) {
  const { t } = useTranslation('history');
  const set = (place: number, change: Partial<Month>) =>
    onChange(months.map((month, at) => (at === place ? { ...month, ...change } : month)));
  const blank = (periodEnd: string): Month => ({ periodEnd, numerator: '', denominator: '' });
  const today = new Date().toISOString().slice(0, 10);
  const before = monthEndBefore(months[0]?.periodEnd || today);
  const after = monthEndAfter(months.at(-1)?.periodEnd || today);
  const amount = (value: string | number) => (typeof value === 'number' ? value : '');
  return (
    <>
      <ol className={styles.months}>
        {months.map((month, place) => (
          <li key={place}>
            <TextInput
              type="date"
              size="xs"
              label={t('periodEnd')}
              value={month.periodEnd}
              max={today}
              onChange={(event) => set(place, { periodEnd: event.currentTarget.value })}
            />
            <NumberInput
              size="xs"
              label={t('numerator')}
              min={0}
              value={month.numerator}
              onChange={(value) => set(place, { numerator: amount(value) })}
            />
            <NumberInput
              size="xs"
              label={t('denominator')}
              min={0}
              value={month.denominator}
              onChange={(value) => set(place, { denominator: amount(value) })}
            />
          </li>
        ))}
      </ol>
      <div className={styles.buttons}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} stroke={2} aria-hidden />}
          disabled={months.length >= mostMonths}
          onClick={() => onChange([blank(before), ...months])}
        >
          {t('monthBefore')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} stroke={2} aria-hidden />}
          disabled={months.length >= mostMonths || after > today}
          onClick={() => onChange([...months, blank(after)])}
        >
          {t('monthAfter')}
        </Button>
      </div>
    </>
  );
}
