import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FigureRow } from './FigureRow.js';
import { FigureSkeleton } from './Finding.js';
import panel from './Panel.module.css';
import sentence from './Sentence.module.css';

/** A page whose words are still on their way: the shape that nearly every page has, inside a frame that stays. */
export function PageSkeleton() {
  const { t } = useTranslation('ui');
  return (
    <div aria-busy="true">
      <span className="essor-hidden" role="status">
        {t('loading')}
      </span>
      <header className={sentence.head}>
        <Skeleton height={14} width={120} mb={16} />
        <Skeleton height={24} width="56%" mb={12} />
        <Skeleton height={24} width="34%" />
      </header>
      <FigureRow>
        {['first', 'second', 'third', 'fourth'].map((key) => (
          <FigureSkeleton key={key} />
        ))}
      </FigureRow>
      <section className={panel.panel} aria-busy="true">
        <Skeleton height={20} width="52%" mb={20} className={panel.skeleton} />
        <Skeleton height={280} radius="md" className={panel.skeleton} />
      </section>
    </div>
  );
}
