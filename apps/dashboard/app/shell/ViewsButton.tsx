import { ActionIcon, Button, CloseButton, CopyButton, Popover, TextInput } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useLocation, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type View } from '#contract/views.js';
import { useForgetView, useSaveView, useViews } from '../../api/views.js';
import { useProblemWords } from '../../i18n/use-problem-words.js';
import { sharedAddress, useReadingLevel } from '../../ui/reading-level.js';
import { useOrganizationSlug } from '../filters.js';
import styles from './ViewsButton.module.css';

/** Keeps the page with its filters under a name, and leads back to those kept. */
export function ViewsButton() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} width={320} position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={34}
          aria-label={t('views')}
          onClick={() => setOpen((was) => !was)}
        >
          <IconBookmark size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('views')}>
        <Kept onLeave={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Kept({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation();
  const slug = useOrganizationSlug();
  const { history } = useRouter();
  const views = useViews().data?.views ?? [];
  const forget = useForgetView();
  const save = useSaveView();
  const [taken, setTaken] = useState<View | null>(null);
  const [level] = useReadingLevel();
  // Read anew with every change of the filters.
  const href = useLocation({ select: ({ href: path }) => new URL(path, location.origin).href });
  return (
    <>
      <SaveForm />
      <CopyButton value={sharedAddress(href, level)}>
        {({ copied, copy }) => (
          <Button fullWidth mt="xs" variant="default" size="compact-md" onClick={copy}>
            {t(copied ? 'linkCopied' : 'linkCopy')}
          </Button>
        )}
      </CopyButton>
      <p className={styles.note}>{t('linkHint')}</p>
      {views.length > 0 && (
        <ul className={styles.list}>
          {views.map((view) => (
            <li key={view.id} className={styles.view}>
              <a
                href={`/o/${slug}/${view.address}`}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  onLeave();
                  // As it was kept: a link of the router would add the filters of now.
                  history.push(`/o/${slug}/${view.address}`);
                }}
              >
                {view.name}
              </a>
              <CloseButton
                size="sm"
                aria-label={t('viewForget', { name: view.name })}
                onClick={() => forget.mutate(view, { onSuccess: () => setTaken(view) })}
              />
            </li>
          ))}
        </ul>
      )}
      {taken && (
        <p role="status" className={styles.note}>
          {t('viewForgotten', { name: taken.name })}{' '}
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() =>
              save.mutate({ name: taken.name, address: taken.address }, { onSuccess: () => setTaken(null) })
            }
          >
            {t('undo')}
          </Button>
        </p>
      )}
    </>
  );
}

function SaveForm() {
  const { t } = useTranslation();
  const slug = useOrganizationSlug();
  const { pathname, searchStr } = useLocation();
  const words = useProblemWords();
  const save = useSaveView();
  const [name, setName] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const address = `${pathname.slice(`/o/${slug}/`.length)}${searchStr}`;
        save.mutate({ name, address }, { onSuccess: () => setName('') });
      }}
    >
      <TextInput
        data-autofocus
        label={t('viewName')}
        description={t('viewHint')}
        maxLength={80}
        value={name}
        error={save.error && words(save.error)}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button type="submit" size="compact-md" loading={save.isPending} disabled={name.trim() === ''}>
        {t('viewSave')}
      </Button>
    </form>
  );
}
