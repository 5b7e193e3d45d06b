import type french from '../fr/exemplarity.js';

export default {
  title: '',
} satisfies Record<keyof typeof french, string>;
