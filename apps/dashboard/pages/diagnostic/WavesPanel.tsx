import { useTranslation } from 'react-i18next';
import { type Diagnostic } from '#contract/diagnostic.js';
import { useOrganization } from '../../api/organization.js';
import { useFilters } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { errors } from './lights.js';
import { LightsGrid, type LightsRow, useLightsTable } from './LightsGrid.js';

/** Waves against the ten errors: which wave is at risk, and of what. */
export function WavesPanel({ data }: { data: Diagnostic }) {
  const { t } = useTranslation('diagnostic');
  const format = useFormat();
  const [, setFilters] = useFilters();
  const table = useLightsTable(t('columnWave'));
  const rows = data.waves.map(({ key, name, openedOn, lights }): LightsRow => ({
    ...{ key, parent: null, name, lights },
    note: openedOn === null ? t('notOpen') : undefined,
  }));
  const { data: organization } = useOrganization();
  const nodes = new Set(organization?.nodes.map(({ name }) => name));
  const names = data.waves.filter(({ name }) => nodes.has(name)).map(({ name }) => name);
  const namesakes =
    names.length > 0 && t('wavesNamesakes', { names: new Intl.ListFormat(format.language).format(names) });
  const atRisk = data.waves.filter(({ lights }) => Object.values(lights).includes('red'));
  return (
    <Panel
      query={loaded(rows)}
      title={atRisk.length > 0 ? t('wavesRed', { count: atRisk.length }) : t('wavesTitle')}
      subtitle={t('wavesSubtitle')}
      caption={[t('wavesCaption'), namesakes].filter(Boolean).join(' ')}
      table={table}
    >
      {(waves) => (
        <LightsGrid
          label={t('wavesTitle')}
          head={t('columnWave')}
          columns={errors.map((check) => ({ check }))}
          rows={waves}
          onOpen={(key) => setFilters({ population: `wave-${key}`, scope: undefined })}
        />
      )}
    </Panel>
  );
}
