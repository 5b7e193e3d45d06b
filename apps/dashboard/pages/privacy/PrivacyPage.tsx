import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type PurposeGate } from '#contract/purpose-gate.js';
import { usePurposeGate } from '../../api/purpose-gate.js';
import { useRights } from '../../api/rights.js';
import { useSession } from '../../api/session.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { Finding } from '../../ui/Finding.js';
import { Sentence } from '../../ui/Sentence.js';
import { DossierPanel } from './DossierPanel.js';
import { KeptPanel } from './KeptPanel.js';
import { LedgerPanel } from './LedgerPanel.js';
import { MaskPanel } from './MaskPanel.js';
import { NothingOfYou, usual } from './NothingOfYou.js';
import { RightsPanel } from './RightsPanel.js';
import { GatePanel } from './GatePanel.js';
import { useCountryName } from './use-country-name.js';

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
      <MaskPanel />
      <LedgerPanel />
      {readsDossier && <DossierPanel />}
      {answersRights && <RightsPanel />}
    </>
  );
}

/** Of places without a country the sentence names the first; the form names all. */
const mostNamed = 5;

function Says({ gate: { state, lacksCountry, unsaid, countries } }: { gate: PurposeGate }) {
  const { t } = useTranslation('privacy');
  const { language } = useFormat();
  const nameOf = useCountryName();
  if (state !== 'closed')
    return t(state === 'overridden' ? 'sayOverridden' : state === 'open' ? 'sayOpen' : 'sayNobody');
  if (lacksCountry) return t('sayNoCountry');
  const waiting = countries.filter(({ missing }) => missing.length > 0).map(({ country }) => nameOf(country));
  const list = (names: string[]) => new Intl.ListFormat(language).format(names);
  const nowhere = unsaid.map(({ path }) => path.join(' › '));
  const named = list([...nowhere.slice(0, mostNamed), ...(nowhere.length > mostNamed ? ['…'] : [])]);
  return [
    nowhere.length > 0 && t('sayUnsaid', { entities: named, count: nowhere.length }),
    waiting.length > 0 && t('sayClosed', { countries: list(waiting), count: waiting.length }),
  ]
    .filter(Boolean)
    .join(' ');
}
