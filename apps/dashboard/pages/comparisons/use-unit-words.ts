import { useTranslation } from 'react-i18next';
import { type Reach } from '#contract/comparison.js';

/** What is counted as one voice, in the words of a sentence: « 4 sites », « une même entité ». */
export function useUnitWords(): (reach: Pick<Reach, 'unit'> | undefined) => Record<UnitWord, string> {
  const { t } = useTranslation('comparisons');
  return (reach) => {
    const unit = reach?.unit ?? 'entity';
    return {
      ...{ unit: t(`unit_${unit}`), units: t(`units_${unit}`), same: t(`same_${unit}`) },
      ...{ few: t(`few_${unit}`), alone: t(`alone_${unit}`) },
    };
  };
}

type UnitWord = 'unit' | 'units' | 'same' | 'few' | 'alone';
