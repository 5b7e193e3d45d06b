import { useTranslation } from 'react-i18next';

const units = {
  ...({ percent: 'unitPercent', points: 'unitPoints', ratio: 'unitRatio', people: 'unitPeople' } as const),
  ...({ acts: 'unitActs', hours: 'unitHours', days: 'unitDays', weeks: 'unitWeeks', score: 'unitScore' } as const),
  working_hours: 'unitWorkingHours' as const,
};
const isKnown = (unit: string): unit is keyof typeof units => unit in units;

/** The unit of a definition in words. */
export function useUnit(): (unit: string) => string {
  const { t } = useTranslation('method');
  return (unit) => (isKnown(unit) ? t(units[unit]) : unit);
}
