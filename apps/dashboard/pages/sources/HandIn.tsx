import { Button, FileButton, Select, Switch, TextInput } from '@mantine/core';
import { IconFile, IconUpload } from '@tabler/icons-react';
import { type DragEvent, type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportKind, importKinds, largestFile } from '#contract/imports.js';
import { networkExports } from '#domain/files/network-exports.js';
import { usePurposeGate } from '../../api/purpose-gate.js';
import { useDroppedFiles } from '../../app/dropped-file.js';
import { useFormat } from '../../i18n/use-format.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { Everybody } from './Everybody.js';
import { ClosedGate } from './ClosedGate.js';
import { FileHolds } from './FileHolds.js';
import { FilePreview } from './FilePreview.js';
import { headers } from './file-kinds.js';
import { kindWords } from './kind-words.js';
import { Refusal } from './Refusal.js';
import styles from './sources.module.css';
import { Template } from './Template.js';
import { useChosenFile } from './use-chosen-file.js';
import { useHandIn } from './use-sources.js';

/** Files that can say until when they have everything. */
const dated: ImportKind[] = ['events', ...networkExports];

/** A file, what it holds, and how carefully it is to be taken in. */
export function HandIn({ mayImport }: { mayImport: boolean }) {
  const { t } = useTranslation('sources');
  return (
    <Panel query={loaded(null)} title={t('handInTitle')} subtitle={t('handInSubtitle')}>
      {() => (mayImport ? <HandInForm /> : <p className={styles.faint}>{t('handInForbidden')}</p>)}
    </Panel>
  );
}

function HandInForm() {
  const { t } = useTranslation('sources');
  const isClosed = usePurposeGate().data?.state === 'closed';
  const chosen = useChosenFile(isClosed);
  const { file, kind, seen, reading, needsZone } = chosen;
  /** What people do is looked at, and not taken. */
  const isGated = isClosed && dated.includes(kind);
  const [completeThrough, setCompleteThrough] = useState('');
  const [dryRun, setDryRun] = useState(false);
  const [strict, setStrict] = useState(false);
  const [everybodyOn, setEverybodyOn] = useState<string | null>(null);
  const handIn = useHandIn();
  const isTooLarge = file !== null && file.size > largestFile;
  const lacksDay = kind === 'people' && everybodyOn === '';
  const isReady = file !== null && !isTooLarge && !lacksDay && !(needsZone && reading.zone === '');

  const choose = (dropped: File | null) => {
    if (!dropped) return;
    handIn.reset();
    chosen.choose(dropped);
  };
  useDroppedFiles(choose);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isReady || isGated) return;
    handIn.mutate(
      {
        ...{ file, kind, dryRun, strict, reading },
        completeThrough: dated.includes(kind) ? completeThrough : '',
        snapshot: kind === 'people' ? (everybodyOn ?? '') : '',
      },
      { onSuccess: chosen.clear },
    );
  };

  return (
    <form onSubmit={submit} className={styles.handIn} data-filled={file !== null || undefined}>
      <div className={styles.form}>
        <DropArea file={file} onFile={choose} />
        {isTooLarge && (
          <p role="alert" className={styles.refusal}>
            {t('tooLarge')}
          </p>
        )}
        {handIn.isSuccess && !file && (
          <p role="status" className={styles.received}>
            {t('handedIn', { file: handIn.variables.file.name })}
          </p>
        )}
      </div>
      <div className={styles.form}>
        <Select
          label={t(file ? 'kind' : 'kindToCome')}
          allowDeselect={false}
          data={importKinds.map((value) => ({ value, label: t(kindWords[value]) }))}
          value={kind}
          onChange={(value) => chosen.chooseKind(importKinds.find((each) => each === value) ?? kind)}
        />
        {headers[kind] && !file && <Template kind={kind} />}
        {file && (
          <>
            {dated.includes(kind) && (
              <TextInput
                type="date"
                label={t('completeThrough')}
                description={t('completeHint')}
                value={completeThrough}
                onChange={(event) => setCompleteThrough(event.currentTarget.value)}
              />
            )}
            {kind === 'people' && <Everybody day={everybodyOn} onDay={setEverybodyOn} />}
          </>
        )}
      </div>
      {file && seen && (
        <FilePreview preview={seen} kind={kind} reading={reading} needsZone={needsZone} onReading={chosen.read} />
      )}
      {file && isGated && (
        <>
          {seen && <FileHolds holds={seen.holds} />}
          <ClosedGate />
        </>
      )}
      {file && !isGated && (
        <div className={styles.handInEnd}>
          <Switch
            label={t('dryRun')}
            description={t('dryRunHint')}
            checked={dryRun}
            onChange={(event) => setDryRun(event.currentTarget.checked)}
          />
          <Switch
            label={t('strict')}
            description={t('strictHint')}
            checked={strict}
            onChange={(event) => setStrict(event.currentTarget.checked)}
          />
          <Refusal error={handIn.error} />
          <Button type="submit" loading={handIn.isPending} disabled={!isReady}>
            {t(handIn.isPending ? 'sending' : dryRun ? 'sendDry' : 'send')}
          </Button>
        </div>
      )}
    </form>
  );
}

function DropArea({ file, onFile }: { file: File | null; onFile: (file: File | null) => void }) {
  const { t } = useTranslation('sources');
  const format = useFormat();
  const [over, setOver] = useState(false);
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  const drop = (event: DragEvent) => {
    drag(false)(event);
    onFile(event.dataTransfer.files[0] ?? null);
  };
  const size = (bytes: number) =>
    bytes < 1_000_000
      ? t('fileSize', { n: format.number(Math.max(1, bytes / 1000)) })
      : t('fileSizeLarge', { n: format.number(bytes / 1_000_000, 1) });
  return (
    <div
      className={styles.drop}
      data-over={over || undefined}
      data-filled={file !== null || undefined}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={drop}
    >
      {file ? (
        <>
          <IconFile size={24} stroke={1.5} aria-hidden />
          <span className={styles.fileName}>{file.name}</span>
          <span className={styles.faint}>{size(file.size)}</span>
        </>
      ) : (
        <>
          <IconUpload size={24} stroke={1.5} aria-hidden />
          <span>{t('drop')}</span>
        </>
      )}
      <FileButton onChange={onFile} accept=".csv,.json,.jsonl,.ndjson,.zip,.gz,.tgz,.tar,.xlsx,text/csv">
        {(props) => (
          <Button {...props} variant="default" size="xs">
            {t(file ? 'change' : 'choose')}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
