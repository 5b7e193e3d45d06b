/**
 * What has to come before the activity of employees is counted: the agreement of their representatives, their
 * consultation, or the information of each employee alone. Information always comes with the other two.
 */
export type Duty = 'agreement' | 'consultation' | 'information';

export interface ConsultationRule {
  duty: Duty;
  /** Who is asked, in the words of the country; null where nobody is. */
  body: string | null;
  /** Where it is written: what a lawyer would look up, no advice. */
  sources: readonly string[];
}

/** Art. 13 and 14 hold in every country of the Union beside what is written here. */
const rules: Readonly<Record<string, ConsultationRule>> = {
  AT: {
    duty: 'agreement',
    body: 'Betriebsrat',
    sources: ['ArbVG § 96 Abs. 1 Z 3, § 96a', 'AVRAG § 10'],
  },
  BE: {
    duty: 'consultation',
    body: 'conseil d’entreprise / ondernemingsraad',
    sources: ['CCT/CAO n° 39 (13.12.1983)', 'CCT/CAO n° 81 (26.04.2002)'],
  },
  DE: { duty: 'agreement', body: 'Betriebsrat', sources: ['BetrVG § 87 Abs. 1 Nr. 6', 'BDSG § 26'] },
  DK: {
    duty: 'consultation',
    body: 'samarbejdsudvalg',
    sources: ['Aftale om kontrolforanstaltninger, DA–LO (2006)'],
  },
  ES: {
    duty: 'consultation',
    body: 'comité de empresa',
    sources: ['Estatuto de los Trabajadores, art. 64.5 f)', 'LO 3/2018, art. 87'],
  },
  FI: {
    duty: 'consultation',
    body: 'henkilöstön edustajat',
    sources: ['Laki yksityisyyden suojasta työelämässä 759/2004, 21 §', 'Yhteistoimintalaki 1333/2021'],
  },
  FR: {
    duty: 'consultation',
    body: 'CSE',
    sources: ['Code du travail, L. 2312-38, L. 2312-8, L. 1222-4, L. 1121-1'],
  },
  GB: { duty: 'information', body: null, sources: ['UK GDPR, art. 13–14'] },
  IE: { duty: 'information', body: null, sources: ['GDPR, art. 13–14', 'Data Protection Act 2018'] },
  IT: {
    duty: 'agreement',
    body: 'RSA / RSU',
    sources: ['Legge 300/1970, art. 4', 'D.lgs. 196/2003, art. 114'],
  },
  LU: {
    duty: 'consultation',
    body: 'délégation du personnel',
    sources: ['Code du travail, L. 261-1'],
  },
  NL: { duty: 'agreement', body: 'ondernemingsraad', sources: ['WOR art. 27 lid 1 sub k en l'] },
  NO: { duty: 'consultation', body: 'tillitsvalgte', sources: ['Arbeidsmiljøloven § 9-1, § 9-2'] },
  PL: {
    duty: 'consultation',
    body: 'zakładowa organizacja związkowa',
    sources: ['Kodeks pracy, art. 22³ w zw. z art. 22² § 6–10'],
  },
  PT: {
    duty: 'consultation',
    body: 'comissão de trabalhadores',
    sources: ['Código do Trabalho, art. 20.º–22.º, 425.º'],
  },
  SE: { duty: 'consultation', body: 'arbetstagarorganisation', sources: ['MBL (1976:580) § 11, § 19'] },
};

/** What is asked of a country that the table does not know: as much as of most, until somebody who knows says otherwise. */
export const unknownRule: ConsultationRule = { duty: 'consultation', body: null, sources: [] };

/** The rule of a country (ISO 3166-1, two letters); `isKnown` tells whether the table has it. */
export function consultationRule(country: string): ConsultationRule & { isKnown: boolean } {
  const rule = rules[country];
  return rule ? { ...rule, isKnown: true } : { ...unknownRule, isKnown: false };
}

/** Countries that the table knows, in the order of their codes. */
export const countriesWithRule: readonly string[] = Object.keys(rules).sort();
