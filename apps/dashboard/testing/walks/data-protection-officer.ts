import { type Walker } from './walker.js';

/** That nobody is watched: what is kept, who changed what, and the dossier. */
export async function dataProtectionOfficer(walker: Walker): Promise<void> {
  const { page } = walker;
  await walker.open('privacy');
  await walker.see(
    'nobody is watched',
    { fr: /Aucun écran, aucun export/, en: /No screen, no export/ },
    { fr: /treize mois|13 mois/, en: /13 months|thirteen months/ },
  );
  const dossier = await walker.file(() => page.locator('a[href*="dossiers/works-council"]').first().click());
  if (dossier.subarray(0, 5).toString() !== '%PDF-') walker.fault('nobody is watched', 'no dossier');
  await walker.open('audit');
  await walker.see('who changed what', { fr: /Qui a changé un réglage/, en: /Who changed a setting/ });
  await walker.open('/privacy?of=meridiane');
  await walker.see('what an employee reads', { fr: /manager/, en: /manager/ });
}
