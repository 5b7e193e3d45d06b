import { useTranslation } from 'react-i18next';
import { useOrganization } from '../api/organization.js';
import { useFormat } from '../i18n/use-format.js';
import { hasBegun, waitOf } from './next-week.js';

/** When the next week is told, in a sentence; null where nothing but counting is left. */
export function useNextWeek(): { says: string; hasBegun: boolean } | null {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const { data: organization } = useOrganization();
  if (!organization?.next) return null;
  const wait = waitOf(organization.next, new Date());
  if (wait === null) return null;
  const { weekEnd, from, through } = organization.next;
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: organization.timezone }).format(new Date(from));
  const days = {
    week: format.day(weekEnd, 'long'),
    day: format.day(day, 'full'),
    through: format.day(through, 'long'),
  };
  const says = { on: t('nextWeekOn', days), whole: t('nextWeekWhole', days), waits: t('nextWeekWaits', days) }[wait];
  return { says, hasBegun: hasBegun(organization.next) };
}
