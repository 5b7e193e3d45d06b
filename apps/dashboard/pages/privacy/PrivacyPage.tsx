import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type PurposeGate } from '#contract/purpose-gate.js';
import { usePurposeGate } from '../../api/purpose-gate.js';
import { useRights } from '../../api/rights.js';
import { useSession } from '../../api/session.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { Finding } from '../../ui/Finding.js';
import { Sentence } from '../../ui/Sentence.js';
import { DossierPanel } from './DossierPanel.js';
import { KeptPanel } from './KeptPanel.js';
import { LedgerPanel } from './LedgerPanel.js';
import { MaskPanel } from './MaskPanel.js';
import { NothingOfYou, usual } from './NothingOfYou.js';
import { RightsPanel } from './RightsPanel.js';
import { SmallestGroupPanel } from './SmallestGroupPanel.js';
import { GatePanel } from './GatePanel.js';
import { useGateMissing } from '../../ui/use-gate-missing.js';

/** Is anyone watched? What may come in, what is published, and what becomes of it. */
export default function PrivacyPage(): ReactNode {
  const { t } = useTranslation('privacy');
  const { t: shell } = useTranslation('shell');
  const query = usePurposeGate();
  const { readsDossier, answersRights } = useRights();
  const session = useSession();
  const slug = useOrganizationSlug();
  const organization = session?.organizations.find((each) => each.slug === slug);
  return (
    <>
      <Sentence page={shell('privacy')} detail={t('detail')}>
        <Finding query={query}>{(gate) => <Says gate={gate} />}</Finding>
      </Sentence>
      <NothingOfYou rules={organization ?? usual} />
      {query.data?.state !== 'not_needed' && <GatePanel query={query} />}
      <KeptPanel />
      <SmallestGroupPanel />
      <MaskPanel />
      <LedgerPanel />
      {readsDossier && <DossierPanel />}
      {answersRights && <RightsPanel />}
    </>
  );
}

function Says({ gate }: { gate: PurposeGate }) {
  const { t } = useTranslation('privacy');
  const missing = useGateMissing();
  const { state } = gate;
  if (state === 'closed') return missing(gate);
  return t(state === 'overridden' ? 'sayOverridden' : state === 'open' ? 'sayOpen' : 'sayNobody');
}
