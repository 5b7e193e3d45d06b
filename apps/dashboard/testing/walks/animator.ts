import { type Walker } from './walker.js';

/** Which communities live, which teams have nobody, and what worked. */
export async function animator(walker: Walker): Promise<void> {
  await walker.open('communities');
  await walker.see('which communities live', { fr: /communauté|groupe/, en: /communit|group/ });
  await walker.open('ambassadors');
  await walker.see('who has no ambassador', { fr: /ambassadeur/, en: /ambassador/ });
  await walker.open('animation');
  await walker.see('what worked', { fr: /action|webinaire/i, en: /action|webinar/i });
  await walker.open('follow-up');
  await walker.page.locator('main form button[type=submit]').first().click();
  await walker.page
    .getByText(/appel est noté|call is noted/)
    .first()
    .waitFor();
  await walker.see('a call is noted', { fr: /appel est noté/, en: /call is noted/ });
}
