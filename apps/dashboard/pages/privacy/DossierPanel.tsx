import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dossiers } from '#domain/dossier/dossier.js';
import { addressOf, organizationPath } from '../../api/client.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { loaded, Panel } from '../../ui/Panel.js';
import styles from './privacy.module.css';

const words = {
  'works-council': 'councilDossier',
  'impact-assessment': 'impactDossier',
  'employee-notice': 'notice',
} as const;
const files = [
  { language: 'fr', format: 'pdf', label: 'Français, PDF' },
  { language: 'fr', format: 'docx', label: 'Français, Word' },
  { language: 'en', format: 'pdf', label: 'English, PDF' },
  { language: 'en', format: 'docx', label: 'English, Word' },
];

/** What the representatives and the data-protection officer are given to read, written from the settings in force. */
export function DossierPanel() {
  const { t } = useTranslation('privacy');
  const organization = useOrganizationSlug();
  return (
    <Panel query={loaded(null)} title={t('dossierTitle')} subtitle={t('dossierSubtitle')} caption={t('dossierCaption')}>
      {() => (
        <ul className={styles.dossiers}>
          {dossiers.map((name) => (
            <li key={name}>
              <h3>{t(words[name])}</h3>
              <p>{t(`${words[name]}Detail`)}</p>
              <p className={styles.files}>
                {files.map(({ label, ...asked }) => (
                  <Anchor
                    key={label}
                    href={addressOf(organizationPath(organization, `dossiers/${name}`), asked)}
                    download
                    inherit
                    underline="always"
                    aria-label={`${t(words[name])} (${label})`}
                  >
                    {label}
                  </Anchor>
                ))}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
