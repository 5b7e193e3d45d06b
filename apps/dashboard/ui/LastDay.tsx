import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Day, daysBetween } from '#domain/calendar/day.js';
import { useFormat } from '../i18n/use-format.js';
import { Status } from './Status.js';

// From so many days on it is time to make another.
const soonDays = 14;

const today = (): Day => new Date().toISOString().slice(0, 10);

/** Until when a key opens: nothing without a last day, and a warning in its last days. */
export function LastDay({ day }: { day: Day | null }) {
  const { t } = useTranslation('last-day');
  const format = useFormat();
  if (day === null) return null;
  const left = daysBetween(today(), day);
  const words = { day: format.day(day, 'long'), count: left, n: format.number(left) };
  if (left < 0) return <Status state="unknown">{t('over', words)}</Status>;
  if (left > soonDays) return <span>{t('until', words)}</span>;
  return <Status state="attention">{left === 0 ? t('today') : t('soon', words)}</Status>;
}

/** The last day that somebody gives a key; '' = it opens until it is revoked. */
export function LastDayField({ day, onDay }: { day: string; onDay: (day: string) => void }) {
  const { t } = useTranslation('last-day');
  return (
    <TextInput
      type="date"
      size="xs"
      label={t('field')}
      min={today()}
      value={day}
      onChange={(event) => onDay(event.currentTarget.value)}
    />
  );
}
