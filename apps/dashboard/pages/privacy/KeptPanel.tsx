import { useTranslation } from 'react-i18next';
import { useKeptRaw } from '../../api/retention.js';
import { useRights } from '../../api/rights.js';
import { useFormat } from '../../i18n/use-format.js';
import { Panel } from '../../ui/Panel.js';
import { RawMonthsForm } from './RawMonthsForm.js';
import { KeptTable } from './WhatIsKept.js';

/** The retention clock of this organisation, and its one hand that may be set. */
export function KeptPanel() {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const { administers } = useRights();
  const query = useKeptRaw();
  return (
    <Panel
      query={query}
      title={t('keptTitle')}
      subtitle={t('keptSubtitle')}
      caption={({ applies, sealedBefore }) => {
        if (!applies) return t('keptAnyway');
        return sealedBefore === null ? t('keptWeeks') : t('keptFrom', { day: format.day(sealedBefore, 'long') });
      }}
      height={320}
    >
      {(kept) => (
        <>
          <KeptTable rawMonths={kept.rawMonths} />
          {kept.applies && administers && <RawMonthsForm kept={kept} />}
        </>
      )}
    </Panel>
  );
}
