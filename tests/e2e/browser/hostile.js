// Pages over data that somebody hostile wrote: in a browser too nothing of it is more than text.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

import { accessible, fits } from './judges.js';
import { PHONE } from './looks.js';
import { PYTHON, ROOT } from './tools.js';
import { Windows } from './windows.js';

const MARK = 'zle zle=1'; // stands in each hostile text
const LEAST_PAGES = 150;
const LEAST_WITH_MARK = 80;

/** The service behind hostile_service.py. */
class Filled {
  constructor(akces) {
    const program = `${ROOT}tests/e2e/browser/hostile_service.py`;
    this.process = spawn(PYTHON, [program, akces], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.ended = new Promise((tell) => { this.process.once('exit', tell); });
  }

  /** What it prints when it is filled. */
  async told() {
    for await (const line of createInterface({ input: this.process.stdout })) return JSON.parse(line);
    throw new Error('the hostile service did not start');
  }

  async stop() {
    this.process.stdin.end();
    return this.ended;
  }
}

/** Elements that a hostile text has become, and attributes that would run it. */
export async function planted(page) {
  return page.evaluate(() => [...document.querySelectorAll('*')]
    .filter((one) => one.localName === 'zle' || one.getAttribute('src') === 'zle'
      || [...one.attributes].some(({ name }) => name === 'zle' || name === 'style' || name.startsWith('on'))
      || (one.localName === 'script' && one.getAttribute('src') !== '/akces.js'))
    .map((one) => one.outerHTML.slice(0, 200)));
}

/** The page is text alone, and as wide as its window; one page of a kind is asked of axe. */
async function lookAt(suite, page, { url, path, kinds, isLong }) {
  await page.goto(url + path);
  suite.none(`${path}: only text`, await planted(page));
  suite.none(`${path} is as wide as its window`, await fits(page));
  const kind = path.replace(/\?.*/, '').replace(/[^/]*(?:\d|[A-Z]{4})[^/]*/g, '*');
  if (isLong || !kinds.has(kind)) suite.none(`${path} is accessible (axe)`, await accessible(page));
  kinds.add(kind);
  return (await page.content()).includes(MARK) || page.evaluate(marksTyped, MARK);
}

const marksTyped = (mark) => [...document.querySelectorAll('input, textarea')].some(({ value }) => value.includes(mark));

export async function hostile(suite, browser, akces, isLong) {
  const service = new Filled(akces);
  try {
    const { url, cookie, pages } = await service.told();
    const windows = new Windows(browser, url, 'hostile');
    const context = await windows.open({ viewport: PHONE });
    await context.addCookies([{ ...cookie, url }]);
    const page = await context.newPage();
    const kinds = new Set();
    let marked = 0;
    for (const path of pages)
      await suite.part(path, async () => { marked += await lookAt(suite, page, { url, path, kinds, isLong }); });
    suite.check('so many pages were looked at', pages.length >= LEAST_PAGES, pages.length);
    suite.check('so many show hostile texts', marked >= LEAST_WITH_MARK, marked);
    await windows.judge(suite);
    await context.close();
  } finally {
    suite.equal('its program ended well', await service.stop(), 0);
  }
}
