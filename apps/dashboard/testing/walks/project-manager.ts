import { type Walker } from './walker.js';

/** Which waves stall, why, and the slides for the committee. */
export async function projectManager(walker: Walker): Promise<void> {
  const { page } = walker;
  await walker.see('first page', { fr: /Le déploiement tient-il son plan/, en: /Does the rollout keep/ });

  await walker.open('rollout');
  await walker.see('which waves stall', {
    fr: /(avance|retard|plan).*\d/,
    en: /(ahead|behind|late|plan).*\d/,
  });

  await walker.open('follow-up');
  await walker.see('whom to call', { fr: /À appeler[\s\S]*comparables/, en: /To call[\s\S]*comparable/ });

  await walker.open('entities');
  await walker.see('who advances and who stalls', { fr: /entité/, en: /entit/ });
  const behind = page.locator('main a[href*="/entities/"]').first();
  await behind.click();
  await page.waitForURL('**/entities/*');
  await walker.see('one entity', { fr: /personnes/, en: /people/ });

  await walker.open('diagnostic');
  await walker.see('why', { fr: /À regarder|erreur/i, en: /error|mistake/i });

  await walker.open('copil');
  await walker.see('the committee', { fr: /À décider/, en: /To decide/ });
  const deck = await walker.file(() => page.locator('a[href*="/deck"]').first().click());
  const slides = new Set(deck.toString('latin1').match(/ppt\/slides\/slide\d+\.xml/g));
  if (slides.size < 5) walker.fault('the committee', `a deck of ${slides.size} pages`);
}
