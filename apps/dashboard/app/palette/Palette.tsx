import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core';
import { IconBook2, IconBookmark, IconHierarchy2, IconSearch } from '@tabler/icons-react';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Entry } from '../shell/navigation.js';
import { type Destination, findEntries } from './find-entries.js';
import styles from './palette.module.css';
import { useDestinations } from './use-destinations.js';

const groups = [
  { kind: 'view', title: 'views' },
  { kind: 'page', title: 'palettePages' },
  { kind: 'place', title: 'entities' },
  { kind: 'definition', title: 'paletteDefinitions' },
] as const;

interface PaletteProps {
  organization: string;
  entries: Entry[];
  onClose: () => void;
}

/** Goes to a page, a place or a definition by its name. */
export default function Palette({ organization, entries, onClose }: PaletteProps) {
  const { t } = useTranslation();
  const [asked, ask] = useState('');
  const navigate = useNavigate();
  const { history } = useRouter();
  // The list is the dialog itself: it never folds.
  const combobox = useCombobox({ opened: true });
  const found = findEntries(useDestinations(entries), asked);
  const shown = groups.flatMap(({ kind }) => found.filter((one) => one.kind === kind));

  // The first answer is the one that Enter takes.
  const { selectFirstOption } = combobox;
  useEffect(() => void selectFirstOption(), [selectFirstOption, asked, shown.length]);

  const go = (value: string) => {
    onClose();
    const one = shown.find((each) => idOf(each) === value);
    if (one?.kind === 'view') history.push(`/o/${organization}/${one.key}`);
    if (one?.kind === 'page')
      void navigate({ to: one.key.startsWith('/') ? one.key : `/o/${organization}/${one.key}` });
    if (one?.kind === 'place')
      void navigate({
        to: '/o/$organization/entities/$entity',
        params: { organization, entity: one.key },
      });
    if (one?.kind === 'definition')
      void navigate({
        to: '/o/$organization/method',
        params: { organization },
        search: { find: one.key },
        hash: one.key,
      });
  };

  return (
    <Modal opened onClose={onClose} withCloseButton={false} padding={0} size={560} yOffset="12vh" centered={false}>
      <Combobox store={combobox} onOptionSubmit={go}>
        <Combobox.EventsTarget>
          <TextInput
            data-autofocus
            aria-label={t('palette')}
            placeholder={t('palettePlaceholder')}
            leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
            classNames={{ input: styles.asked }}
            variant="unstyled"
            value={asked}
            onChange={({ currentTarget }) => ask(currentTarget.value)}
          />
        </Combobox.EventsTarget>
        <Combobox.Options className={styles.found} aria-label={t('palette')}>
          {shown.length === 0 && <Combobox.Empty>{t('paletteNothing')}</Combobox.Empty>}
          {groups.map(({ kind, title }) => {
            const members = shown.filter((one) => one.kind === kind);
            return members.length === 0 ? null : (
              <Combobox.Group key={kind} label={t(title)}>
                {members.map((one) => (
                  <Combobox.Option key={idOf(one)} value={idOf(one)} className={styles.option}>
                    <Icon one={one} entries={entries} />
                    <span className={styles.label}>{one.label}</span>
                    {one.detail && <span className={styles.detail}>{one.detail}</span>}
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            );
          })}
        </Combobox.Options>
      </Combobox>
    </Modal>
  );
}

const idOf = ({ kind, key }: Destination) => `${kind}:${key}`;

function Icon({ one, entries }: { one: Destination; entries: Entry[] }) {
  const icons = { view: IconBookmark, place: IconHierarchy2, definition: IconBook2 };
  const Drawn =
    one.kind === 'page' ? (entries.find(({ page }) => page === one.key)?.icon ?? IconBook2) : icons[one.kind];
  return <Drawn size={18} stroke={1.6} aria-hidden />;
}
