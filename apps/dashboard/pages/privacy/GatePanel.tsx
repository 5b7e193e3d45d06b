import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CountryGate, type PurposeGate } from '#contract/purpose-gate.js';
import { countedBeforeTold, informedFirst } from '#domain/purpose/purpose-gate.js';
import { useGateChange } from '../../api/purpose-gate.js';
import { useRights } from '../../api/rights.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { useProblemWords } from '../../i18n/use-problem-words.js';
import { DataTable } from '../../ui/DataTable.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { Status } from '../../ui/Status.js';
import { Taken } from '../../ui/Taken.js';
import { useArrival } from '../../ui/use-arrival.js';
import { type TableOf } from '../../ui/table-of.js';
import { CountryList } from './CountryList.js';
import { CountryForm } from './CountryForm.js';
import { DatesForm } from './DatesForm.js';
import { EntityCountriesForm } from './EntityCountriesForm.js';
import { OverrideForm } from './OverrideForm.js';
import styles from './privacy.module.css';
import { useCountryName } from '../../i18n/use-country-name.js';

const titles = {
  not_needed: 'gateNotNeeded',
  open: 'gateOpen',
  overridden: 'gateOverridden',
  closed: 'gateClosed',
} as const;

/** When employees and their representatives were heard, country by country, and what still has to be recorded. */
export function GatePanel({ query }: { query: PanelQuery<PurposeGate> }) {
  const { t } = useTranslation('privacy');
  const { manages: mayRecord, administers } = useRights();
  const tableOf = useGateTable();
  return (
    <Panel
      query={query}
      title={({ state }) => t(titles[state])}
      waitingTitle={t('gateTitle')}
      subtitle={t('gateSubtitle')}
      caption={({ countries }) => (countries.length > 0 ? t('gateCaption') : null)}
      height={200}
    >
      {(gate) => (
        <>
          {gate.countries.length > 0 && (
            <>
              <div className={styles.countryTable}>
                <DataTable {...tableOf(gate)} label={t('gateTitle')} maxHeight={420} />
              </div>
              <CountryList {...tableOf(gate)} />
            </>
          )}
          <InWhichOrder gate={gate} />
          <CountedBefore gate={gate} />
          {gate.lacksCountry && <p>{t('lacksCountry')}</p>}
          {/* Which other countries there are, only the directory says. */}
          {!gate.hasEntities && <p className={styles.onward}>{t('directoryFirst')}</p>}
          <Override gate={gate} mayEnd={administers} />
          {mayRecord && <ToFill gate={gate} />}
          {administers && gate.state === 'closed' && <OverrideForm />}
          {mayRecord && gate.state !== 'closed' && <ToHandIn />}
        </>
      )}
    </Panel>
  );
}

/** What somebody has to say, where a link from a file that waits leads. */
function ToFill({ gate }: { gate: PurposeGate }) {
  const place = useArrival('gate');
  return (
    <div id="gate" ref={place} className={styles.toFill}>
      {gate.country === null && <CountryForm gate={gate} />}
      {gate.unsaid.length > 0 && <EntityCountriesForm gate={gate} />}
      {gate.countries.length > 0 && <DatesForm gate={gate} />}
    </div>
  );
}

/** Dates that are kept and read oddly are asked about, not refused. */
function InWhichOrder({ gate: { countries } }: { gate: PurposeGate }) {
  const { t } = useTranslation('privacy');
  const { language } = useFormat();
  const nameOf = useCountryName();
  const asked = countries.filter(informedFirst).map(({ country }) => nameOf(country));
  if (asked.length === 0) return null;
  return (
    <p className={styles.onward}>{t('informedFirst', { countries: new Intl.ListFormat(language).format(asked) })}</p>
  );
}

/** A history may begin before employees were told: it is counted, and the page does not pretend otherwise. */
function CountedBefore({ gate }: { gate: PurposeGate }) {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const nameOf = useCountryName();
  const later = countedBeforeTold(gate).map(({ country }) => nameOf(country));
  if (gate.actsSince === null || later.length === 0) return null;
  const countries = new Intl.ListFormat(format.language).format(later);
  return <p className={styles.onward}>{t('countedBefore', { day: format.day(gate.actsSince, 'long'), countries })}</p>;
}

/** Whoever came here from a file that waited finds the way back. */
function ToHandIn() {
  const { t } = useTranslation('privacy');
  const organization = useOrganizationSlug();
  return (
    <p className={styles.onward}>
      <Anchor component={Link} to={`/o/${organization}/sources`} inherit underline="always">
        {t('toSources')}
      </Anchor>
    </p>
  );
}

function Override({ gate: { override }, mayEnd }: { gate: PurposeGate; mayEnd: boolean }) {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const change = useGateChange();
  const [ended, setEnded] = useState<string | null>(null);
  const sayProblem = useProblemWords();
  if (override === null)
    return (
      ended !== null && (
        <Taken
          says={t('overrideEnded')}
          isPending={change.isPending}
          refusal={change.error && sayProblem(change.error)}
          onUndo={() => change.mutate({ what: 'override', reason: ended }, { onSuccess: () => setEnded(null) })}
        />
      )
    );
  return (
    <div className={styles.override}>
      <p>
        {t('overriddenOn', { day: format.day(override.decidedAt.slice(0, 10), 'long'), by: override.decidedBy ?? '–' })}
      </p>
      <blockquote>{override.reason}</blockquote>
      {mayEnd && (
        <Button
          variant="default"
          size="xs"
          loading={change.isPending}
          onClick={() =>
            change.mutate({ what: 'override', reason: null }, { onSuccess: () => setEnded(override.reason) })
          }
        >
          {t('endOverride')}
        </Button>
      )}
    </div>
  );
}

function useGateTable(): (gate: PurposeGate) => TableOf<CountryGate> {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const nameOf = useCountryName();
  const dayOf = (day: string | null) => (day === null ? '–' : format.day(day, 'long'));
  const asked = ({ rule }: CountryGate) =>
    rule.isKnown ? t(`duty_${rule.duty}`, { body: rule.body ?? '' }) : t('dutyUnknown');
  return ({ countries }) => ({
    rows: countries,
    rowKey: ({ country }) => country,
    columns: [
      { key: 'country', label: t('country'), value: ({ country }) => nameOf(country) },
      {
        key: 'state',
        label: t('state'),
        value: ({ missing }) => missing.length,
        cell: (country) => {
          if (country.missing.length > 0) return <Status state="waiting">{t('datesMissing')}</Status>;
          const isAsked = informedFirst(country);
          return <Status state={isAsked ? 'attention' : 'done'}>{t(isAsked ? 'datesToCheck' : 'datesThere')}</Status>;
        },
      },
      {
        key: 'duty',
        label: t('asked'),
        value: (country) => [asked(country), ...country.rule.sources].join(t('between')),
        cell: (country) => (
          <div className={styles.duty}>
            {asked(country)}
            <span>{country.rule.sources.join(t('between'))}</span>
          </div>
        ),
      },
      {
        key: 'consulted',
        label: t('consultedOn'),
        value: ({ consultedOn }) => consultedOn,
        cell: ({ consultedOn, rule }) =>
          consultedOn === null && rule.duty === 'information' ? t('notAsked') : dayOf(consultedOn),
      },
      {
        key: 'informed',
        label: t('informedOn'),
        value: ({ informedOn }) => informedOn,
        cell: ({ informedOn }) => dayOf(informedOn),
      },
      { key: 'document', label: t('document'), value: ({ document }) => document },
    ],
  });
}
