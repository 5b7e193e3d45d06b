import { useTranslation } from 'react-i18next';
import { type ShownWeek } from '#contract/organization.js';
import { useFormat } from '../../i18n/use-format.js';
import { Banner } from './Banner.js';
import { undoneWeeks } from './undone-weeks.js';

/** Above figures that hold what an import brought that was undone since. */
export function UndoneBanner({ weeks, page }: { weeks: readonly ShownWeek[]; page: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const undone = undoneWeeks(weeks, /\/(communities|exemplarity|groups)$/.test(page));
  if (undone === null) return null;
  const { from, to, count, at, isOfGroups } = undone;
  const span = { from: format.day(from, 'long'), to: format.day(to, 'long'), day: format.day(at.slice(0, 10), 'long') };
  return (
    <Banner title={t(isOfGroups ? 'undoneGroups' : 'undone', { count, n: format.number(count), ...span })} attention>
      {t(isOfGroups ? 'undoneGroupsDetail' : 'undoneDetail')}
    </Banner>
  );
}
