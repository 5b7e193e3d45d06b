import { useTranslation } from 'react-i18next';
import { type FollowedEntity } from '#contract/follow-up.js';
import { placeName } from '#domain/sentences/place-name.js';
import { useFormat } from '../../i18n/use-format.js';
import { useSay } from '../../i18n/use-say.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { CallForm } from './CallForm.js';
import { LastCall } from './LastCall.js';
import styles from './follow-up.module.css';

/** A small entity to call: in people and without a picture, for a share of so few looks finer than it is. */
export function SmallPanel({ entity }: { entity: FollowedEntity }) {
  const { t } = useTranslation('follow-up');
  const { language } = useFormat();
  const say = useSay();
  const name = placeName(entity, language);
  const { evidence, question } = entity;
  return (
    <Panel
      query={loaded(entity)}
      title={name}
      subtitle={evidence ? say(evidence) : undefined}
      caption={t('captionSmall')}
    >
      {() => (
        <>
          {question && <p className={styles.question}>{say(question)}</p>}
          <LastCall entity={entity} />
          <CallForm name={name} entities={entity.entities} />
        </>
      )}
    </Panel>
  );
}
