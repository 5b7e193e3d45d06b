import { type Walker } from './walker.js';

/** Whether data arrive, what is wrong with them, who gets in, and a key for a source. */
export async function administrator(walker: Walker): Promise<void> {
  const { page } = walker;
  await walker.open('sources');
  await walker.see('do data arrive', { fr: /Sources[\s\S]*événements|lignes/, en: /Sources[\s\S]*events|lines/ });
  await walker.open('quality');
  await walker.see('can they be trusted', { fr: /données/, en: /data/ });
  await walker.open('accounts');
  await walker.see('who gets in', { fr: /personnes? peu/, en: /people? (can|may)/ });
  await walker.open('modules');
  await page.waitForSelector('main');
  await walker.see('modules', { fr: /./, en: /./ });
  await walker.open('account');
  await walker.see('my account', { fr: /mot de passe/i, en: /password/i });
}
