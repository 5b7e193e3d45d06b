import { ActionIcon, Menu } from '@mantine/core';
import {
  IconChartLine,
  IconDotsVertical,
  IconFileTypeCsv,
  IconPhoto,
  IconTable,
  IconVector,
} from '@tabler/icons-react';
import { type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.js';
import { type TableOf } from './table-of.js';
import { csvOf } from './csv.js';
import { download, fileName } from './download.js';
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
  const name = fileName(title);
  const drawn = () => body.current?.querySelector<SVGSVGElement>('figure svg') ?? null;

  const saveCsv = () => download(`${name}.csv`, new Blob([csvOf(table, language)], { type: 'text/csv;charset=utf-8' }));
  const saveSvg = () => {
    const svg = drawn();
    if (svg) download(`${name}.svg`, new Blob([standaloneSvg(svg)], { type: 'image/svg+xml' }));
  };
  const savePng = async () => {
    const svg = drawn();
    if (svg) download(`${name}.png`, await pngOf(standaloneSvg(svg)));
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
        <Menu.Item leftSection={<IconFileTypeCsv {...size} />} onClick={saveCsv}>
          {t('exportCsv')}
        </Menu.Item>
        {!asTable && (
          <>
            <Menu.Item leftSection={<IconVector {...size} />} onClick={saveSvg}>
              {t('exportSvg')}
            </Menu.Item>
            <Menu.Item leftSection={<IconPhoto {...size} />} onClick={() => void savePng()}>
              {t('exportPng')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
