import { Button, Select, Switch, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportKind, importKinds, largestFile } from '#contract/imports.js';
import { networkExports } from '#domain/files/network-exports.js';
import { useOrganization } from '../../api/organization.js';
import { usePurposeGate } from '../../api/purpose-gate.js';
import { useDroppedFiles } from '../../app/dropped-file.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { DropArea } from './DropArea.js';
import { Everybody } from './Everybody.js';
import { ClosedGate } from './ClosedGate.js';
import { FileHolds } from './FileHolds.js';
import { FilePreview } from './FilePreview.js';
import { GoesTo } from './GoesTo.js';
import { headers } from './file-kinds.js';
import { KnownContent } from './KnownContent.js';
import { kindWords } from '../../ui/kind-words.js';
import { Lacking } from './Lacking.js';
import { NotYet } from './NotYet.js';
import { Outcome, TrialOutcome } from './Outcome.js';
import { ReadBy } from './ReadBy.js';
import { Refusal } from './Refusal.js';
import { isPlaced } from './first-steps.js';
import { nothingSaid, saidAtFirst, type SaidOfFile, saidOf } from './said-of-file.js';
import { sameHandIn } from './same-hand-in.js';
import styles from './sources.module.css';
import { lackingColumns } from './suggested-reading.js';
import { Template } from './Template.js';
import { useChosenFile } from './use-chosen-file.js';
import { type HandedIn, useHandIn, useImports } from './use-sources.js';

/** Files that can say until when they have everything. */
const dated: ImportKind[] = ['events', ...networkExports];

/** A file, what it holds, and how carefully it is to be taken in. */
export function HandIn({ mayImport }: { mayImport: boolean }) {
  const { t } = useTranslation('hand-in');
  return (
    <Panel query={loaded(null)} title={t('handInTitle')} subtitle={t('handInSubtitle')}>
      {() => (mayImport ? <HandInForm /> : <p className={styles.faint}>{t('handInForbidden')}</p>)}
    </Panel>
  );
}

function HandInForm() {
  const { t } = useTranslation('hand-in');
  const { t: kinds } = useTranslation('file-kinds');
  const gate = usePurposeGate().data;
  const isClosed = gate?.state === 'closed';
  const chosen = useChosenFile();
  const { file, kind, seen, reading, needsZone, again, isBeingRead } = chosen;
  /** What people do is looked at, and not taken. */
  const isGated = isClosed && dated.includes(kind);
  const [dryRun, setDryRun] = useState(false);
  const [strict, setStrict] = useState(false);
  const [said, setSaid] = useState<SaidOfFile & { file: File | null }>({ ...nothingSaid, file: null });
  const { data: imports } = useImports();
  const { data: organization } = useOrganization();
  const isFirst = imports !== undefined && gate?.hasEntities === false && !isPlaced(imports, organization);
  const told = saidOf(said, file, saidAtFirst(isFirst, new Date().toLocaleDateString('sv')));
  const { completeThrough, everybodyOn } = told;
  const say = (more: Partial<SaidOfFile>) => setSaid({ ...told, ...more, file });
  const handIn = useHandIn();
  const isTooLarge = file !== null && file.size > largestFile;
  const lacksDay = kind === 'people' && everybodyOn === '';
  const known = seen?.known ?? null;
  const lacking = seen && seen.columns.length > 0 ? lackingColumns(seen.canonical, reading) : [];
  const isWhole = lacking.length === 0 && seen?.errorCode !== 'missing_column';
  // Counting twice is nothing that happens by itself.
  const isUndecided = known !== null && !known.isSameSource && !again;
  const lacksZone = needsZone && reading.zone === '';
  const now: HandedIn | null = file && {
    ...{ file, kind, dryRun, strict, again, reading },
    completeThrough: dated.includes(kind) ? completeThrough : '',
    snapshot: kind === 'people' ? (everybodyOn ?? '') : '',
  };
  const hasTried = handIn.isSuccess && handIn.variables.dryRun && now !== null && sameHandIn(handIn.variables, now);
  const isReady = file !== null && !isTooLarge && isWhole && !lacksDay && !isUndecided && !lacksZone && !isBeingRead;

  const choose = (dropped: File | null) => {
    if (!dropped) return;
    handIn.reset();
    chosen.choose(dropped);
  };
  useDroppedFiles(choose);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isReady || isGated || now === null) return;
    // What was only tried is still to be handed in.
    handIn.mutate(now, { onSuccess: () => (dryRun ? setDryRun(false) : chosen.clear()) });
  };

  return (
    <form id="hand-in" onSubmit={submit} className={styles.handIn} data-filled={file !== null || undefined}>
      <div className={styles.form}>
        <DropArea file={file} onFile={choose} />
        {isTooLarge && (
          <p role="alert" className={styles.refusal}>
            {t('tooLarge')}
          </p>
        )}
        {handIn.isSuccess && !file && <Outcome id={handIn.data.id} file={handIn.variables.file.name} />}
      </div>
      <div className={styles.form}>
        <Select
          label={t(file ? 'kind' : 'kindToCome')}
          allowDeselect={false}
          data={importKinds.map((value) => ({ value, label: kinds(kindWords[value]) }))}
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
                onChange={(event) => say({ completeThrough: event.currentTarget.value })}
              />
            )}
            {kind === 'people' && <Everybody day={everybodyOn} onDay={(day) => say({ everybodyOn: day })} />}
          </>
        )}
      </div>
      {file && seen && (
        <FilePreview
          preview={seen}
          kind={kind}
          isSaid={chosen.isSaid}
          lacking={lacking}
          reading={reading}
          profile={chosen.profile}
          words={chosen.words}
          needsZone={needsZone}
          onReading={chosen.read}
        >
          {chosen.readBy && <ReadBy profile={chosen.readBy.profile} onAnew={chosen.readAnew} />}
        </FilePreview>
      )}
      {file && seen && dated.includes(kind) && <FileHolds {...{ file, kind, reading, preview: seen }} />}
      {file && known && !isGated && (
        <KnownContent
          known={known}
          into={reading.source || kind}
          isByContent={reading.ids === 'content'}
          again={again}
          onSource={chosen.readAsFilesOf}
          onAgain={chosen.setAgain}
        />
      )}
      {file && isGated && (
        <>
          <Lacking of={lacking} kind={kind} />
          <ClosedGate gate={gate} />
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
          {isWhole && dated.includes(kind) && <GoesTo source={reading.source || kind} />}
          <NotYet {...{ kind, lacking, lacksZone, lacksDay, isUndecided, isBeingRead }} />
          <Refusal error={handIn.error} />
          <Button type="submit" loading={handIn.isPending} disabled={!isReady}>
            {t(handIn.isPending ? 'sending' : dryRun ? 'sendDry' : hasTried ? 'sendNow' : 'send')}
          </Button>
          {hasTried && handIn.data && <TrialOutcome id={handIn.data.id} file={handIn.variables.file.name} />}
        </div>
      )}
    </form>
  );
}
