import { ActionIcon, Menu } from '@mantine/core';
import {
  IconChartLine,
  IconDotsVertical,
  IconFileTypeCsv,
  IconPhoto,
  IconTable,
  IconVector,
} from '@tabler/icons-react';
import { type RefObject, useContext, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.js';
import { type TableOf } from './table-of.js';
import { csvOf } from './csv.js';
import { download, fileName } from './download.js';
import { LeavingContext } from './leaving.js';
import { pngOf, standaloneSvg } from './picture-export.js';
import styles from './Panel.module.css';

interface PanelActionsProps<Row> {
  title: string;
  table: TableOf<Row>;
  asTable: boolean;
  onTable: (asTable: boolean) => void;
  body: RefObject<HTMLDivElement | null>;
}

/** The same facts as a table or as a file. */
export function PanelActions<Row>({ title, table, asTable, onTable, body }: PanelActionsProps<Row>) {
  const { t } = useTranslation('ui');
  const { language } = useFormat();
  const leave = useContext(LeavingContext);
  // As they are when the file is made.
  const facts = useRef({ title, table });
  useEffect(() => {
    facts.current = { title, table };
  });
  const save = (ending: string, content: Blob) => download(`${fileName(facts.current.title)}.${ending}`, content);
  const drawn = () => body.current?.querySelector<SVGSVGElement>('figure svg') ?? null;

  const saveCsv = () => {
    const text = csvOf(facts.current.table, language);
    save('csv', new Blob([text], { type: 'text/csv;charset=utf-8' }));
  };
  const saveSvg = () => {
    const svg = drawn();
    if (svg) save('svg', new Blob([standaloneSvg(svg)], { type: 'image/svg+xml' }));
  };
  const savePng = async () => {
    const svg = drawn();
    if (svg) save('png', await pngOf(standaloneSvg(svg)));
  };
  const size = { size: 16, stroke: 1.6 };

  return (
    <Menu width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('panelActions', { title })} className={styles.menu}>
          <IconDotsVertical size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={asTable ? <IconChartLine {...size} /> : <IconTable {...size} />}
          onClick={() => onTable(!asTable)}
        >
          {t(asTable ? 'showAsChart' : 'showAsTable')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('export')}</Menu.Label>
        <Menu.Item leftSection={<IconFileTypeCsv {...size} />} onClick={() => void leave(saveCsv)}>
          {t('exportCsv')}
        </Menu.Item>
        {!asTable && (
          <>
            <Menu.Item leftSection={<IconVector {...size} />} onClick={() => void leave(saveSvg)}>
              {t('exportSvg')}
            </Menu.Item>
            <Menu.Item leftSection={<IconPhoto {...size} />} onClick={() => void leave(savePng)}>
              {t('exportPng')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
