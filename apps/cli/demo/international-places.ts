interface SitePlace {
  city: string;
  /** People of the site when the group has 8,300. */
  weight: number;
  pilot: boolean;
  timezone: string;
}

interface CountryPlace {
  zone: string;
  code: string;
  name: string;
  sites: SitePlace[];
}

export const zones = [
  { id: 'Z-EUR', name: 'Europe', timezone: 'Europe/Paris' },
  { id: 'Z-AMR', name: 'Amériques', timezone: 'America/New_York' },
  { id: 'Z-AMO', name: 'Afrique et Moyen-Orient', timezone: 'Africa/Casablanca' },
  { id: 'Z-APA', name: 'Asie-Pacifique', timezone: 'Asia/Singapore' },
] as const;

export const departments = [
  { id: 'D-DG', name: 'Direction générale', weight: 34 },
  { id: 'D-FIN', name: 'Finance et juridique', weight: 186 },
  { id: 'D-RH', name: 'RH et communication', weight: 120 },
  { id: 'D-SI', name: 'Systèmes d’information', weight: 240 },
  { id: 'D-ING', name: 'Ingénierie et produits', weight: 520 },
] as const;

/** `zone|country|its name|timezone|sites`; a site is `city:weight`, `!` if in the pilot, `@` its own timezone. */
const written = `
Z-EUR|FR|France|Europe/Paris|Nanterre:1100,Lyon:500,Toulouse:290!,Lille:180,Nantes:150,Grenoble:96,Brest:24,Bastia:7
Z-EUR|DE|Allemagne|Europe/Berlin|Hambourg:380,Stuttgart:240,Leipzig:52
Z-EUR|ES|Espagne|Europe/Madrid|Valence:300,Bilbao:110,Séville:18
Z-EUR|IT|Italie|Europe/Rome|Turin:320,Bologne:130,Bari:14
Z-EUR|PT|Portugal|Europe/Lisbon|Porto:150!,Faro:6
Z-EUR|BE|Belgique|Europe/Brussels|Liège:160,Gand:30
Z-EUR|NL|Pays-Bas|Europe/Amsterdam|Rotterdam:170
Z-EUR|GB|Royaume-Uni|Europe/London|Leeds:260,Bristol:90
Z-EUR|CH|Suisse|Europe/Zurich|Lausanne:48!
Z-EUR|PL|Pologne|Europe/Warsaw|Wrocław:290,Gdańsk:45
Z-EUR|CZ|Tchéquie|Europe/Prague|Brno:150
Z-EUR|RO|Roumanie|Europe/Bucharest|Cluj-Napoca:120
Z-EUR|SE|Suède|Europe/Stockholm|Malmö:60,Umeå:5
Z-AMR|US|États-Unis|America/New_York|Pittsburgh:360,Charlotte:210,Tulsa:55@America/Chicago,Boise:9@America/Boise
Z-AMR|CA|Canada|America/Toronto|Montréal:190!,Halifax:22@America/Halifax
Z-AMR|MX|Mexique|America/Monterrey|Monterrey:280,Puebla:60@America/Mexico_City
Z-AMR|BR|Brésil|America/Sao_Paulo|Campinas:320,Curitiba:100,Recife:16@America/Recife
Z-AMR|CO|Colombie|America/Bogota|Medellín:85
Z-AMO|MA|Maroc|Africa/Casablanca|Casablanca:240,Agadir:38
Z-AMO|SN|Sénégal|Africa/Dakar|Dakar:110
Z-AMO|CI|Côte d’Ivoire|Africa/Abidjan|Abidjan:130
Z-AMO|ZA|Afrique du Sud|Africa/Johannesburg|Durban:150
Z-AMO|AE|Émirats arabes unis|Asia/Dubai|Charjah:70
Z-APA|IN|Inde|Asia/Kolkata|Pune:480,Chennai:220,Kochi:28
Z-APA|SG|Singapour|Asia/Singapore|Jurong:90!
Z-APA|JP|Japon|Asia/Tokyo|Osaka:60,Sapporo:4
Z-APA|AU|Australie|Australia/Perth|Perth:110,Darwin:8@Australia/Darwin
Z-APA|VN|Viêt Nam|Asia/Ho_Chi_Minh|Da Nang:130
`;

function readSite(text: string, timezone: string): SitePlace {
  const [place = '', zone = timezone] = text.split('@');
  const [city = '', size = ''] = place.split(':');
  return { city, weight: Number.parseInt(size, 10), pilot: size.endsWith('!'), timezone: zone };
}

/** 28 countries and 58 sites; a `!` marks the volunteer sites of the pilot. */
export const countries: CountryPlace[] = written
  .trim()
  .split('\n')
  .map((line) => {
    const [zone = '', code = '', name = '', timezone = '', sites = ''] = line.split('|');
    return { zone, code, name, sites: sites.split(',').map((site) => readSite(site, timezone)) };
  });
