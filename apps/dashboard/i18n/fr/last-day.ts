export default {
  field: 'Dernier jour (facultatif)',
  until: 'jusqu’au {{day}}',
  soon_one: 'prend fin demain, le {{day}}',
  soon_other: 'prend fin dans {{n}} jours, le {{day}}',
  today: 'prend fin ce soir',
  over: 'a pris fin le {{day}}',
};
