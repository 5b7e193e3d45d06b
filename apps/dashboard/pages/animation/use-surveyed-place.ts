import { useTranslation } from 'react-i18next';
import { type BarrierPlace } from '#contract/animation.js';
import { placeName } from '#domain/sentences/place-name.js';
import { useFormat } from '../../i18n/use-format.js';

type Surveyed = Pick<BarrierPlace, 'kind' | 'name' | 'members'>;

/** The name of a place of a survey: its cells are those of the respondents, not those of the tree. */
export function useSurveyedPlace(): (place: Surveyed, index: number) => string {
  const { t } = useTranslation('animation');
  const { language } = useFormat();
  return ({ kind, name, members }, index) =>
    index === 0 || name === null ? t('wholeOrganisation') : placeName({ kind, name, members }, language);
}
