/** `region|cities`: where the fictitious local bodies are; real cities, invented bodies. */
const written = `
Auvergne-Rhône-Alpes|Lyon,Grenoble,Saint-Étienne,Clermont-Ferrand,Annecy,Valence,Chambéry,Bourg-en-Bresse,Moulins,Aurillac,Roanne
Bourgogne-Franche-Comté|Dijon,Besançon,Belfort,Nevers,Mâcon,Auxerre,Vesoul,Lons-le-Saunier,Montbéliard,Chalon
Bretagne|Rennes,Brest,Quimper,Lorient,Vannes,Saint-Brieuc,Saint-Malo,Lannion,Fougères,Morlaix
Centre-Val de Loire|Orléans,Tours,Bourges,Blois,Chartres,Châteauroux,Dreux,Vierzon,Montargis
Corse|Ajaccio,Bastia,Corte
Grand Est|Strasbourg,Reims,Metz,Nancy,Mulhouse,Troyes,Colmar,Épinal,Charleville,Chaumont,Bar-le-Duc
Hauts-de-France|Lille,Amiens,Arras,Beauvais,Calais,Dunkerque,Lens,Roubaix,Saint-Quentin,Valenciennes,Laon,Maubeuge
Île-de-France|Paris,Versailles,Créteil,Bobigny,Nanterre,Évry,Cergy,Melun,Argenteuil,Montreuil,Pantin,Massy
Normandie|Rouen,Caen,Le Havre,Cherbourg,Évreux,Alençon,Dieppe,Lisieux,Saint-Lô,Elbeuf
Nouvelle-Aquitaine|Bordeaux,Limoges,Poitiers,Pau,La Rochelle,Bayonne,Périgueux,Agen,Angoulême,Niort,Brive,Mont-de-Marsan
Occitanie|Toulouse,Montpellier,Nîmes,Perpignan,Albi,Béziers,Tarbes,Carcassonne,Rodez,Cahors,Auch,Foix
Pays de la Loire|Nantes,Angers,Le Mans,Laval,La Roche-sur-Yon,Saint-Nazaire,Cholet,Saumur,Sablé
Provence-Alpes-Côte d’Azur|Marseille,Nice,Toulon,Avignon,Aix,Cannes,Antibes,Fréjus,Gap,Digne,Arles,Orange
Outre-mer|Basse-Terre@America/Guadeloupe,Fort-de-France@America/Martinique,Cayenne@America/Cayenne,Saint-Denis@Indian/Reunion,Saint-Pierre@Indian/Reunion,Mamoudzou@Indian/Mayotte,Kourou@America/Cayenne,Les Abymes@America/Guadeloupe
`;

const countryOf: Record<string, string> = {
  'America/Guadeloupe': 'GP',
  'America/Martinique': 'MQ',
  'America/Cayenne': 'GF',
  'Indian/Reunion': 'RE',
  'Indian/Mayotte': 'YT',
};

interface Region {
  name: string;
  cities: { name: string; timezone: string; country: string }[];
}

export const regions: Region[] = written
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', cities = ''] = line.split('|');
    const placed = cities.split(',').map((city) => {
      const [place = '', timezone = 'Europe/Paris'] = city.split('@');
      return { name: place, timezone, country: countryOf[timezone] ?? 'FR' };
    });
    return { name, cities: placed };
  });

/** The nineteen communities of people of one trade. */
export const tradeCommunities = [
  'Relation client',
  'Accueil',
  'Gestion des droits',
  'Contrôle',
  'Juridique',
  'Ressources humaines',
  'Formation',
  'Communication',
  'Informatique',
  'Données et statistiques',
  'Achats',
  'Finance',
  'Immobilier',
  'Prévention',
  'Action sociale',
  'Qualité',
  'Innovation',
  'Développement durable',
  'Management de proximité',
];
