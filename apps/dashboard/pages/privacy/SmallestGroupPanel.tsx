import { useTranslation } from 'react-i18next';
import { useRights } from '../../api/rights.js';
import { useSmallestGroup } from '../../api/smallest-group.js';
import { useFormat } from '../../i18n/use-format.js';
import { Panel } from '../../ui/Panel.js';
import { SmallestGroupForm } from './SmallestGroupForm.js';

/** How many people a figure is about at least, and what closed weeks keep of a smaller number. */
export function SmallestGroupPanel() {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const { administers } = useRights();
  const query = useSmallestGroup();
  return (
    <Panel
      query={query}
      title={({ k }) => t('groupSay', { n: format.number(k), count: k })}
      waitingTitle={t('groupTitle')}
      subtitle={t('groupSubtitle')}
      height={120}
    >
      {(holds) => (
        <>
          <p>
            {holds.closedWith === null ? t('groupAlways') : t('groupClosed', { n: format.number(holds.closedWith) })}
          </p>
          {administers && <SmallestGroupForm key={holds.k} holds={holds} />}
        </>
      )}
    </Panel>
  );
}
