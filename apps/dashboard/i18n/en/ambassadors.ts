import type french from '../fr/ambassadors.js';

export default {
  title: '',
} satisfies Record<keyof typeof french, string>;
