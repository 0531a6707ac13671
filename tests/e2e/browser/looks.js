// Looks at pages in every appearance: widths, languages, colour schemes; and keeps a picture of each.

import { mkdirSync } from 'node:fs';

import { accessible, fits, lost, titled, uncut } from './judges.js';
import { OUT } from './tools.js';

export const PHONE = { width: 320, height: 640 };
export const DESK = { width: 1440, height: 900 };
const ALL = [DESK, PHONE].flatMap((viewport) =>
  ['pl', 'en'].flatMap((language) => ['light', 'dark'].map((colorScheme) => ({ viewport, language, colorScheme }))));
/** Both widths, both languages, both schemes: one of each pair beside another; and all of them. */
export const APPEARANCES = [ALL[0], ALL[7]];
export const EVERY_APPEARANCE = ALL;

/** "/spotkania/nowe?x=1" → "spotkania-nowe-x-1" */
export function nameOf(path) {
  return path.replace(/^\//, '').replace(/[^\w.-]+/g, '-').replace(/-$/, '').slice(0, 80) || 'start';
}

/** Pictures are for people: `--pictures` keeps them, no judge asks for one. */
const isKept = process.argv.includes('--pictures');

export async function photograph(page, folder, name) {
  if (!isKept) return;
  mkdirSync(`${OUT}shots/${folder}`, { recursive: true });
  await page.screenshot({ path: `${OUT}shots/${folder}/${name}.png`, fullPage: true });
}

export async function judge(suite, page, language = 'pl') {
  const what = `${page.viewportSize().width} px, ${language}: ${new URL(page.url()).pathname}`;
  suite.none(`${what} has a title and one heading`, await titled(page, language));
  suite.none(`${what} is as wide as its window`, await fits(page));
  suite.none(`${what} cuts nothing off`, await uncut(page));
  suite.none(`${what} is accessible (axe)`, await accessible(page));
}

/** What can be asked of a page whose scripts are off. */
export async function judgeWithoutScripts(suite, page) {
  const what = `no scripts: ${new URL(page.url()).pathname}`;
  suite.none(`${what} has a title and one heading`, await titled(page));
  suite.none(`${what} is as wide as its window`, await fits(page));
  suite.none(`${what} shows nothing that needs a script`, await lost(page));
}

/** Each of `paths` in one appearance, in a context that `open` makes; `more` judges are asked of the page as it came. */
export async function lookAt(suite, open, origin, who, paths, { viewport, language, colorScheme }, more = []) {
  const context = await open({ viewport, colorScheme });
  await context.addCookies([{ name: 'language', value: language, url: origin }]);
  const page = await context.newPage();
  for (const path of paths) {
    await suite.part(`${who} ${path}`, async () => {
      await page.goto(origin + path);
      for (const [what, judgement] of more) suite.none(`${who} ${path} ${what}`, await judgement(page));
      await judge(suite, page, language);
      await photograph(page, `${who}-${viewport.width}-${language}-${colorScheme}`, nameOf(path));
    });
  }
  await context.close();
}
