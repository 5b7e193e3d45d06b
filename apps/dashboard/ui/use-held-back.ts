import { useTranslation } from 'react-i18next';
import { useOrganization } from '../api/organization.js';

/** Where somebody says that everything is in, on the page Sources. */
export const placeOfWord = 'publish';

/** Why no page has a figure, where something came and somebody has to say first that everything is in; null elsewhere. */
export function useHeldBack(): string | null {
  const { t } = useTranslation('ui');
  const { data: organization } = useOrganization();
  return organization?.firstWeek?.state === 'held' ? t('heldBack') : null;
}
