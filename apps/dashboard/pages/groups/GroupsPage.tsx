import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Groups } from '#contract/groups.js';
import { useFormat } from '../../i18n/use-format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Finding } from '../../ui/Finding.js';
import { Panel } from '../../ui/Panel.js';
import { Sentence } from '../../ui/Sentence.js';
import { ToSources } from '../../ui/ToSources.js';
import { undecidedOf } from './kind-rows.js';
import { KindsTable } from './KindsTable.js';
import { useGroups } from './use-groups.js';

/** What is each group for? Kinds that names speak for, to be confirmed or corrected many at a time. */
export default function GroupsPage(): ReactNode {
  const { t } = useTranslation('groups');
  const query = useGroups();
  return (
    <>
      <Sentence page={t('page')} detail={t('detail')}>
        <Finding query={query}>{({ groups }) => <Says groups={groups} />}</Finding>
      </Sentence>
      <Panel
        query={query}
        title={t('title')}
        subtitle={t('subtitle')}
        caption={t('caption')}
        height={520}
        empty={({ groups }) =>
          groups.length === 0 ? (
            <EmptyState title={t('none')} action={<ToSources />}>
              {t('noneDetail')}
            </EmptyState>
          ) : null
        }
      >
        {({ groups }) => <KindsTable groups={groups} />}
      </Panel>
    </>
  );
}

function Says({ groups }: Groups) {
  const { t } = useTranslation('groups');
  const format = useFormat();
  const { unsaid, undecided } = undecidedOf(groups);
  if (groups.length === 0) return t('sayNone');
  if (unsaid === 0) return t('sayAll', { count: groups.length, n: format.number(groups.length) });
  const share = format.percent(undecided / unsaid);
  return t('sayUnsaid', { count: unsaid, n: format.number(unsaid), share });
}
