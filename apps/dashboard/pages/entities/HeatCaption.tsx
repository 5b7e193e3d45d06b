import { useTranslation } from 'react-i18next';
import { useOrganization } from '../../api/organization.js';
import { useFormat } from '../../i18n/use-format.js';
import { toldBefore } from './told-before.js';
import { type EntityRow } from './use-entity-rows.js';

/** How small places are told, and of which Sundays the figures are that are not of the week of the page. */
export function HeatCaption({ rows }: { rows: readonly EntityRow[] }) {
  const { t } = useTranslation('entities');
  const format = useFormat();
  const { data: organization } = useOrganization();
  const { days, places } = toldBefore(rows, organization?.week ?? null);
  const list = new Intl.ListFormat(format.language, { type: 'conjunction' });
  const older =
    days.length > 0 &&
    t('heatOlder', {
      count: places,
      n: format.number(places),
      days: list.format(days.map((day) => format.day(day, 'long'))),
    });
  const hasPlan = (organization?.waves.length ?? 0) > 0;
  return [hasPlan && t('heatPlan'), organization?.bands && t('heatCaption'), older].filter(Boolean).join(' ');
}
