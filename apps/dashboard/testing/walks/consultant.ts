import { type Walker } from './walker.js';

/** The pilot against the rollout with its method, a file of it, and one's clients side by side. */
export async function consultant(walker: Walker): Promise<void> {
  const { page } = walker;
  await walker.open('comparisons');
  await walker.see(
    'pilot against rollout',
    { fr: /points?/, en: /points?/ },
    { fr: /Ce qui a été comparé, et comment/, en: /What was compared, and how/ },
  );
  const book = await walker.file(() => page.getByRole('button', { name: /XLSX/ }).click());
  if (book.subarray(0, 2).toString() !== 'PK') walker.fault('pilot against rollout', 'no workbook');

  await walker.open('method?find=engagement');
  await walker.see('what a number means', { fr: /[Dd]éfinition|engagement/, en: /[Dd]efinition|engagement/ });

  await walker.open('/clients');
  await walker.see(
    'clients side by side',
    { fr: /Groupe Méridiane[\s\S]*Réseau national/, en: /Groupe Méridiane[\s\S]*Réseau national/ },
    { fr: /Intervalle à 95 %/, en: /95% interval/ },
  );
  const clients = await walker.file(() => page.getByRole('button', { name: /XLSX/ }).click());
  if (/Méridiane/.test(clients.toString('utf8'))) walker.fault('clients side by side', 'a name in the file');
}
