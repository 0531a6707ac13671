// Pages over data that somebody hostile wrote: in a browser too nothing of it is more than text.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

import { accessible, fits } from './judges.js';
import { PHONE } from './looks.js';
import { PYTHON, ROOT } from './tools.js';
import { Windows } from './windows.js';

const MARK = 'zle zle=1'; // stands in each hostile text
const LEAST_PAGES = 60;
const LEAST_WITH_MARK = 30;

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

/** "/dokumenty/AAAABBBBCCCCDDDD?x=1" → "/dokumenty/*" */
const kindOf = (path) => path.replace(/\?.*/, '').replace(/[^/]*(?:\d|[A-Z]{4})[^/]*/g, '*');

/** The first `most` paths of each kind, and a second one: texts may be in either. */
function sample(paths, most) {
  const counts = new Map();
  return paths.filter((path) => {
    const count = counts.get(kindOf(path)) ?? 0;
    counts.set(kindOf(path), count + 1);
    return count <= most;
  });
}

/** The page is text alone, and as wide as its window. Whether it shows a hostile text. */
async function lookAt(suite, page, address, path) {
  await page.goto(address);
  suite.none(`${path}: only text`, await planted(page));
  suite.none(`${path} is as wide as its window`, await fits(page));
  suite.none(`${path} is accessible (axe)`, await accessible(page));
  return (await page.content()).includes(MARK) || page.evaluate(marksTyped, MARK);
}

const marksTyped = (mark) => [...document.querySelectorAll('input, textarea')].some(({ value }) => value.includes(mark));

export async function hostile(suite, browser, akces, depth) {
  const service = new Filled(akces);
  try {
    const { url, cookie, pages } = await service.told();
    const windows = new Windows(browser, url, 'hostile');
    const context = await windows.open({ viewport: PHONE });
    await context.addCookies([{ ...cookie, url }]);
    const page = await context.newPage();
    const paths = sample(pages, depth.mostOfKind);
    let marked = 0;
    for (const path of paths)
      await suite.part(path, async () => { marked += await lookAt(suite, page, url + path, path); });
    suite.check(`${paths.length} pages of ${pages.length} were looked at`, paths.length >= LEAST_PAGES, paths.length);
    suite.check('so many show hostile texts', marked >= LEAST_WITH_MARK, marked);
    await windows.judge(suite);
    await context.close();
  } finally {
    suite.equal('its program ended well', await service.stop(), 0);
  }
}
