import { Modal, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Cadence, NewReport, type Report, ReportBoard } from '#contract/reports.js';
import { isOfPlaces } from '#domain/report/boards.js';
import { placeName } from '#domain/sentences/place-name.js';
import { useOrganization } from '../../api/organization.js';
import { useWhole } from '../../api/rights.js';
import { useFormat } from '../../i18n/use-format.js';
import { useProblemWords } from '../../i18n/use-problem-words.js';
import { FormEnd } from '../../ui/FormEnd.js';
import { timeZones } from '../../ui/time-zones.js';
import styles from './reports.module.css';
import { type ReportWriting } from './use-reports.js';

/** By the name of its page. */
export const pageOf = {
  summary: 'overview',
  rollout: 'rollout',
  entities: 'entities',
  exemplarity: 'exemplarity',
  comparison: 'comparisons',
} as const satisfies Record<ReportBoard, string>;

interface ReportFormProps {
  /** Null = a new one. */
  report: Report | null;
  writing: ReportWriting;
  onDone: () => void;
}

/** When a report goes out, in which language, about what and to whom. */
export function ReportForm({ report, writing, onDone }: ReportFormProps) {
  const { t } = useTranslation('reports');
  const { t: shell } = useTranslation('shell');
  const format = useFormat();
  const sayProblem = useProblemWords();
  const { data: organization } = useOrganization();
  const whole = useWhole();
  const zone = report?.timezone ?? organization?.timezone ?? 'UTC';
  const [draft, setDraft] = useState({
    ...{ board: report?.board ?? ReportBoard.enum.summary, name: report?.name ?? t('name_summary') },
    cadence: report?.cadence ?? Cadence.enum.month,
    ...{ hour: report?.hour ?? 8, timezone: zone, language: report?.language ?? format.language },
    ...{ linkDays: report?.linkDays ?? 45, scope: report?.scope ?? '' },
    recipients: report?.recipients.join('\n') ?? '',
  });
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  // A name of ours follows the board; one that somebody chose stays.
  const tell = (board: ReportBoard) =>
    set({ board, ...(draft.name === t(`name_${draft.board}`) ? { name: t(`name_${board}`) } : {}) });
  // Whoever sees one entity has no page of the others.
  const offered = ReportBoard.options.filter((board) => whole === '' || isOfPlaces(board));
  const close = () => {
    writing.reset();
    onDone();
  };
  const asked = NewReport.safeParse({
    ...draft,
    scope: draft.scope === '' || !isOfPlaces(draft.board) ? null : draft.scope,
    recipients: draft.recipients.split(/[\s,;]+/).filter((address) => address !== ''),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!asked.success) return;
    const where = report
      ? ({ method: 'PUT', path: `reports/${report.id}` } as const)
      : ({ method: 'POST', path: 'reports' } as const);
    writing.mutate({ ...where, body: asked.data }, { onSuccess: onDone });
  };
  const places = (organization?.nodes ?? []).filter(({ entity }) => entity !== null);
  return (
    <Modal
      opened
      onClose={close}
      title={report ? report.name : t('add')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className={styles.form} onSubmit={submit}>
        <NativeSelect
          label={t('board')}
          description={t(`boardHelp_${draft.board}`)}
          value={draft.board}
          data={offered.map((value) => ({ value, label: shell(pageOf[value]) }))}
          onChange={({ currentTarget }) => tell(ReportBoard.parse(currentTarget.value))}
        />
        <TextInput
          label={t('name')}
          value={draft.name}
          maxLength={80}
          required
          withAsterisk={false}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        <NativeSelect
          label={t('cadence')}
          value={draft.cadence}
          data={Cadence.options.map((value) => ({ value, label: t(`cadence_${value}`) }))}
          onChange={({ currentTarget }) => set({ cadence: Cadence.parse(currentTarget.value) })}
        />
        <div className={styles.pair}>
          <NativeSelect
            label={t('hour')}
            value={String(draft.hour)}
            data={Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: t('hourAt', { hour }) }))}
            onChange={({ currentTarget }) => set({ hour: Number(currentTarget.value) })}
          />
          <NativeSelect
            label={t('timezone')}
            value={draft.timezone}
            data={timeZones(zone)}
            onChange={({ currentTarget }) => set({ timezone: currentTarget.value })}
          />
          <NativeSelect
            label={t('language')}
            value={draft.language}
            data={[
              { value: 'fr', label: t('languageFr') },
              { value: 'en', label: t('languageEn') },
            ]}
            onChange={({ currentTarget }) => set({ language: currentTarget.value === 'en' ? 'en' : 'fr' })}
          />
          {/* Whoever sees one entity has it told of that one, whatever is asked for. */}
          {whole === '' && isOfPlaces(draft.board) && (
            <NativeSelect
              label={t('scope')}
              value={draft.scope}
              data={[
                { value: '', label: t('scopeWhole') },
                ...places
                  .slice(1)
                  .map((place) => ({ value: place.entity ?? '', label: placeName(place, format.language) })),
              ]}
              onChange={({ currentTarget }) => set({ scope: currentTarget.value })}
            />
          )}
        </div>
        <NumberInput
          label={t('linkDays')}
          description={t('linkDaysHelp')}
          min={1}
          max={400}
          allowDecimal={false}
          value={draft.linkDays}
          onChange={(value) => set({ linkDays: Number(value) })}
        />
        <Textarea
          label={t('recipients')}
          description={t('recipientsHelp')}
          value={draft.recipients}
          autosize
          minRows={3}
          maxRows={10}
          onChange={({ currentTarget }) => set({ recipients: currentTarget.value })}
        />
        <FormEnd
          refusal={writing.error && sayProblem(writing.error)}
          loading={writing.isPending}
          disabled={!asked.success}
        >
          {t('save')}
        </FormEnd>
      </form>
    </Modal>
  );
}
