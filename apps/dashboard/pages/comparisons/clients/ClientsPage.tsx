import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Clients } from '#contract/clients.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { useClients } from '../../../api/clients.js';
import { useFormat } from '../../../i18n/use-format.js';
import { useSay } from '../../../i18n/use-say.js';
import { Finding } from '../../../ui/Finding.js';
import { LeavingContext } from '../../../ui/leaving.js';
import { PageSheets, PageSheetsContext } from '../../../ui/page-sheets.js';
import { loaded } from '../../../ui/Panel.js';
import { ReadAt } from '../../../ui/reading-level.js';
import { Sentence } from '../../../ui/Sentence.js';
import { CaseMixPanel } from '../CaseMixPanel.js';
import { DifferenceNumbers } from '../DifferenceNumbers.js';
import { ManyCompared } from '../ManyCompared.js';
import { MethodPanel } from '../MethodPanel.js';
import { clientKey } from './client-keys.js';
import { useClientFilters } from './client-filters.js';
import { ClientControls } from './ClientControls.js';
import { ClientCurves } from './ClientCurves.js';
import { ClientRows } from './ClientRows.js';
import { lettersOf, withLetters } from './letters.js';
import { copyOf, useNamesInFiles } from './names-in-files.js';
import { useMaskWords } from './use-mask-words.js';

/** Own clients side by side since each one's launch; a file of it says « Client A, B, C » unless asked otherwise. */
export default function ClientsPage() {
  const { t } = useTranslation(['clients', 'shell']);
  const say = useSay();
  const { language } = useFormat();
  const mask = useMaskWords();
  const [{ indicator: asked, window, compare }] = useClientFilters();
  const indicator = clientKey(asked);
  const days = indicatorOf(indicator).windows.find((one) => one === window);
  const answer = useClients({ indicator, window: days, compare });
  const [areReal, setReal] = useState(false);
  const { isLeaving, leave } = useNamesInFiles(areReal);
  const letters = lettersOf(answer.data?.clients ?? [], t('letter'));
  const shock = answer.data?.compared?.latest?.reach.shock;
  const copied = shock ? new Map([...letters, [shock, t('anonymous')]]) : letters;
  const shown: Clients | undefined =
    answer.data && isLeaving ? withLetters(answer.data, t('letter'), t('anonymous')) : answer.data;
  const query = { ...answer, data: shown };
  const [sheets] = useState(() => new PageSheets());
  useEffect(() => {
    sheets.view = [
      [t('indicator'), indicatorOf(indicator).title[language]],
      [t('namesInFile'), t(areReal ? 'namesReal' : 'namesLetters')],
    ];
    // Addresses of organisations are names.
    sheets.link = () => (areReal ? location.href : `${location.origin}/clients`);
  });
  const compared = shown?.compared ?? null;
  const latest = compared?.latest ?? null;
  // The old answer is of other clients than those in the address.
  const said = answer.isPlaceholderData ? { ...query, data: undefined } : query;
  const masks = (shown?.clients ?? []).filter(({ slug }) => compared?.series.some(({ key }) => key === slug));
  return (
    <LeavingContext value={leave}>
      <PageSheetsContext value={sheets}>
        <div onCopy={areReal ? undefined : copyOf(copied)}>
          <Sentence
            page={t('shell:clients')}
            detail={
              said.data?.compared && (
                <>
                  {latest && say(said.data.compared.reach)} {say(said.data.compared.settle)}
                </>
              )
            }
          >
            <Finding query={said}>{(data) => (data.compared ? say(data.compared.observed) : t('needTwo'))}</Finding>
          </Sentence>
          <ClientControls indicator={indicator} answer={shown} areReal={areReal} onReal={setReal} />
          {compared && latest && <DifferenceNumbers comparison={compared} latest={latest} />}
          <ManyCompared within="" comparison={answer.data?.compared ?? undefined} />
          <ReadAt level="expert">
            <ClientCurves query={query} />
          </ReadAt>
          <ClientRows query={query} />
          {compared && latest?.caseMix && <CaseMixPanel comparison={compared} caseMix={latest.caseMix} />}
          {compared && (
            <MethodPanel
              query={loaded(compared)}
              further={[
                {
                  name: t('masks'),
                  text: masks.map((one) => t('maskOf', { name: one.name, mask: mask(one) })).join(' '),
                },
                { name: t('apart'), text: t('apartText') },
              ]}
            />
          )}
        </div>
      </PageSheetsContext>
    </LeavingContext>
  );
}
