const latin = () => import('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url');
const extended = () => import('@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url');

/** Letters of Wrocław and Gdańsk, which the first file lacks. */
const beyondLatin = /[\u0100-\u02ff\u1e00-\u1eff]/;

/** Our typeface as a rule that needs no other file: whoever opens a picture has it no more than a picture in a page has. */
export async function typefaceOf(text: string): Promise<string> {
  const files = beyondLatin.test(text) ? [extended, latin] : [latin];
  const faces = await Promise.all(
    files.map(async (file) => {
      const source = await dataOf((await file()).default);
      return `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(${source}) format('woff2')${file === extended ? ';unicode-range:U+0100-02FF,U+1E00-1EFF' : ''}}`;
    }),
  );
  return faces.join('');
}

async function dataOf(address: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  return `data:font/woff2;base64,${btoa([...bytes].map((byte) => String.fromCharCode(byte)).join(''))}`;
}
