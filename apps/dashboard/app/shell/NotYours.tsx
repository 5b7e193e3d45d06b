import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Sentence } from '../../ui/Sentence.js';
import { type Entry } from './navigation.js';

interface NotYoursProps {
  organization: string;
  page: Entry['page'];
  /** What this account may open there. */
  entries: readonly Entry[];
}

/** A link from somebody who sees more: the page is there, and closed to whoever opened it. */
export function NotYours({ organization, page, entries: [first] }: NotYoursProps) {
  const { t } = useTranslation();
  return (
    <>
      <Sentence page={t(page)} detail={t('notYoursDetail')}>
        {t('notYours')}
      </Sentence>
      {first && (
        <Button component={Link} to={`/o/${organization}/${first.page}`}>
          {t('notYoursOpen', { page: t(first.page) })}
        </Button>
      )}
    </>
  );
}
