/** Whom employees may turn to about their data, by country: the name in its own words, and its site. */
const authorities: Readonly<Record<string, string>> = {
  AT: 'Datenschutzbehörde (dsb.gv.at)',
  BE: 'APD / GBA (autoriteprotectiondonnees.be)',
  CH: 'PFPDT / EDÖB (edoeb.admin.ch)',
  DK: 'Datatilsynet (datatilsynet.dk)',
  ES: 'AEPD (aepd.es)',
  FI: 'Tietosuojavaltuutettu (tietosuoja.fi)',
  FR: 'CNIL (cnil.fr)',
  GB: 'ICO (ico.org.uk)',
  IE: 'Data Protection Commission (dataprotection.ie)',
  IT: 'Garante per la protezione dei dati personali (garanteprivacy.it)',
  LU: 'CNPD (cnpd.public.lu)',
  NL: 'Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl)',
  NO: 'Datatilsynet (datatilsynet.no)',
  PL: 'UODO (uodo.gov.pl)',
  PT: 'CNPD (cnpd.pt)',
  SE: 'IMY (imy.se)',
};

/** Null where several share a country, as in Germany, or none is known: somebody has to name it. */
export const supervisoryAuthority = (country: string): string | null => authorities[country] ?? null;
