import type french from '../fr/sources.js';

export default {
  title: '',
} satisfies Record<keyof typeof french, string>;
