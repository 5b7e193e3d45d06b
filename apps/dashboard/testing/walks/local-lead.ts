import { type Walker } from './walker.js';

/** My site, beside comparable ones. */
export async function localLead(walker: Walker): Promise<void> {
  await walker.see('my own', { fr: /./, en: /./ });
  // Whoever sees one entity is led to it.
  await walker.open('entities');
  await walker.page.waitForURL('**/entities/S-FR-LYON**');
  await walker.see('my site', { fr: /Lyon[\s\S]*personnes/, en: /Lyon[\s\S]*people/ });
  await walker.open('follow-up');
  await walker.see('whom to call', { fr: /lue ici ne décroche pas/, en: /read here does not fall behind/ });
  await walker.open('communities');
  await walker.see('a link of somebody else', { fr: /n’est pas ouverte à votre rôle/, en: /not open to your role/ });
}
