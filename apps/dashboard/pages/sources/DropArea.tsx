import { Button } from '@mantine/core';
import { IconFile, IconUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.js';
import { FileChoice } from '../../ui/FileChoice.js';
import styles from './sources.module.css';

/** Where a file is dropped, or chosen. */
export function DropArea({ file, onFile }: { file: File | null; onFile: (file: File | null) => void }) {
  const { t } = useTranslation('hand-in');
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
      <FileChoice onFile={onFile} accept=".csv,.json,.jsonl,.ndjson,.zip,.gz,.tgz,.tar,.xlsx,text/csv">
        {(props) => (
          <Button {...props} variant="default" size="xs">
            {t(file ? 'change' : 'choose')}
          </Button>
        )}
      </FileChoice>
    </div>
  );
}
