/** 1 = read between two published ends. */
interface About {
  about: 0 | 1;
}

export const aboutFr = ({ about }: About) => (about ? 'environ ' : '');
export const aboutEn = ({ about }: About) => (about ? 'about ' : '');
