import { useTranslation } from 'react-i18next';
import { type Exemplarity } from '#contract/exemplarity.js';
import { Figure } from '../../ui/Figure.js';
import { FigureRow } from '../../ui/FigureRow.js';
import { useFormat } from '../../i18n/use-format.js';
import { write } from '../../ui/measured.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { RateFigure } from '../../ui/RateFigure.js';

/** Do managers pass the launch message on: from the log where it can be found there, else as somebody counted. */
export function RelayPanel({ query }: { query: PanelQuery<Exemplarity> }) {
  const { t } = useTranslation('voice');
  const format = useFormat();
  return (
    <Panel query={query} title={t('relayTitle')} subtitle={t('relaySubtitle')} height={120}>
      {({ relay }) =>
        relay && (
          <FigureRow>
            <RateFigure indicator="K56" measured={relay.measured} label={t('relayMeasured')} />
            {relay.declared && (
              <Figure
                {...write(relay.declared, 'percent', format)}
                label={t('relayDeclared')}
                definition={t('relayDeclaredIs')}
              />
            )}
          </FigureRow>
        )
      }
    </Panel>
  );
}
