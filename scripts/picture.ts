import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import type { Tab } from './browser/driver.ts';

/** Few enough for a small file, and more than an interface has. */
const COLOURS = 64;

/** Writes what a tab shows as a small PNG with a palette, as they stand in `docs/images`. */
export async function takePicture(tab: Tab, file: string): Promise<void> {
  const picture = await tab.page.screenshot();
  writeFileSync(file, await sharp(picture).png({ palette: true, colours: COLOURS, effort: 10 }).toBuffer());
}
