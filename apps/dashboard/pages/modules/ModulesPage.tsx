import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Module, modules } from '#domain/declared/modules.js';
import { useSession } from '../../api/session.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { Sentence } from '../../ui/Sentence.js';
import { Status } from '../../ui/Status.js';
import { ModuleSwitch } from './ModuleSwitch.js';
import styles from './modules.module.css';

/** What may be counted beside the rest once it was declared, what each shows, and where. */
export default function ModulesPage(): ReactNode {
  const { t } = useTranslation('modules');
  const slug = useOrganizationSlug();
  const session = useSession();
  const organization = session?.organizations.find((each) => each.slug === slug);
  const isPersonal = organization?.class === 'personal';
  const declaredOn = (module: Module): string | null => {
    const day = organization?.modules[module];
    return typeof day === 'string' ? day : null;
  };
  const count = modules.filter((module) => declaredOn(module) !== null).length;
  return (
    <>
      <Sentence page={t('page')} detail={t(isPersonal ? 'detail' : 'detailOpen')}>
        {isPersonal ? t('say', { count, of: modules.length }) : t('sayOpen')}
      </Sentence>
      <Panel query={loaded(modules)} title={t('title')} subtitle={t('subtitle')} caption={t('caption')}>
        {(all) => (
          <ul className={styles.modules}>
            {all.map((module) => (
              <li key={module}>
                <div>
                  <h3>{t(`${module}Name`)}</h3>
                  <p>{t(`${module}What`)}</p>
                </div>
                <State declaredOn={declaredOn(module)} isPersonal={isPersonal} />
                {isPersonal && <ModuleSwitch module={module} declaredOn={declaredOn(module)} />}
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}

function State({ declaredOn, isPersonal }: { declaredOn: string | null; isPersonal: boolean }) {
  const { t } = useTranslation('modules');
  const format = useFormat();
  if (declaredOn !== null) return <Status state="done">{t('on', { day: format.day(declaredOn, 'long') })}</Status>;
  return <Status state={isPersonal ? 'unknown' : 'done'}>{t(isPersonal ? 'off' : 'always')}</Status>;
}
