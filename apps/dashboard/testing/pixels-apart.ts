import { type Page } from 'playwright-core';

/** The share of two pictures that differs, as far as an eye can tell; 1 where they are not of one size. Reckoned by the browser. */
export const pixelsApart = (page: Page, one: Buffer, other: Buffer): Promise<number> =>
  page.evaluate(
    async (sources) => {
      const drawn = await Promise.all(
        sources.map(async (source) => {
          const picture = new Image();
          picture.src = `data:image/png;base64,${source}`;
          await picture.decode();
          const { width, height } = picture;
          const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')!;
          context.drawImage(picture, 0, 0);
          return context.getImageData(0, 0, width, height);
        }),
      );
      const [before, after] = [drawn[0]!, drawn[1]!];
      if (before.width !== after.width || before.height !== after.height) return 1;
      let apart = 0;
      for (let at = 0; at < before.data.length; at += 4) {
        const far = [0, 1, 2].reduce((sum, way) => sum + Math.abs(before.data[at + way]! - after.data[at + way]!), 0);
        if (far > 48) apart++;
      }
      return apart / (before.width * before.height);
    },
    [one, other].map((picture) => picture.toString('base64')),
  );

/** The share of a picture that is not its background. */
export const inkOf = (page: Page, address: string): Promise<number> =>
  page.evaluate(async (source) => {
    const picture = Object.assign(new Image(), { src: source });
    await picture.decode();
    const { width, height } = picture;
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')!;
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    let inked = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at] !== data[0] || data[at + 1] !== data[1]) inked++;
    return inked / (width * height);
  }, address);
