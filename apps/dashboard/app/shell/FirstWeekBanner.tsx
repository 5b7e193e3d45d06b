import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Organization } from '#contract/organization.js';
import { addDays } from '#domain/calendar/day.js';
import { useFormat } from '../../i18n/use-format.js';
import { Banner } from './Banner.js';

const words = {
  held: ['firstHeld', 'firstHeldDetail'],
  counting: ['firstCounting', 'firstCountingDetail'],
  closing: ['firstClosing', 'firstClosingDetail'],
  partial: ['firstPartial', 'firstPartialDetail'],
} as const;

/** Between the first file and the first figures: what is happening, and which week appears first, when. */
export function FirstWeekBanner({
  week,
  action,
}: {
  week: NonNullable<Organization['firstWeek']>;
  action?: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [title, detail] = words[week.state];
  const days = {
    monday: format.day(addDays(week.sunday, -6), 'long'),
    sunday: format.day(week.sunday, 'long'),
    from: format.day(week.from, 'full'),
  };
  return (
    <Banner title={t(title, days)} waiting action={action}>
      {t(detail, days)}
    </Banner>
  );
}
