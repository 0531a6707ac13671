// The pages in a real browser. usage: run.js PATH/TO/akces [--long] [--pictures]
// --long: every page in every appearance, the whole way with every state in each way; --pictures: keeps what was seen

import { rmSync } from 'node:fs';

import { controls } from './controls.js';
import { Driver } from './driver.js';
import { hostile } from './hostile.js';
import { controls as htmlControls, valid } from './html.js';
import { KeyboardDriver, roundOfTabs } from './keyboard.js';
import { APPEARANCES, DESK, EVERY_APPEARANCE, PHONE, judge, judgeWithoutScripts, nameOf, photograph } from './looks.js';
import { more } from './more.js';
import { wholeWay } from './scenario.js';
import { Service } from './service.js';
import { Suite } from './suite.js';
import { OUT, chromium } from './tools.js';
import { walkEmpty, walkFull } from './walk.js';
import { Windows } from './windows.js';

const LEAST_CASES = 2000;
const [akces, ...options] = process.argv.slice(2);
const isLong = options.includes('--long');
const depth = isLong
  ? { appearances: EVERY_APPEARANCE, appearancesOfEmpty: EVERY_APPEARANCE, mostOfKind: 10 }
  : { appearances: APPEARANCES, appearancesOfEmpty: APPEARANCES.slice(1), mostOfKind: 1 };

const WAYS = {
  mouse: { Person: Driver, viewport: DESK, look: inPassing },
  phone: { Person: Driver, viewport: PHONE, look: inPassing },
  'no scripts': { Person: Driver, viewport: DESK, javaScriptEnabled: false, look: judgeWithoutScripts },
  keyboard: { Person: KeyboardDriver, viewport: DESK, look: byTab },
};

async function inPassing(suite, page, way, number) {
  await judge(suite, page);
  await photograph(page, `way-${way}`, `${String(number).padStart(2, '0')}-${nameOf(new URL(page.url()).pathname)}`);
}

async function byTab(suite, page) {
  suite.none(`${new URL(page.url()).pathname} by Tab`, await roundOfTabs(page));
}

/** A part with a service of its own. */
async function served(browser, name, work) {
  const suite = new Suite(name);
  const service = await Service.start(akces);
  const began = Date.now();
  try {
    const windows = new Windows(browser, service.url, name);
    await suite.part(name, () => work(suite, service, windows));
    await windows.judge(suite);
  } finally {
    await service.stop();
  }
  process.stdout.write(`\n${name}: ${Math.round((Date.now() - began) / 1000)} s\n`);
  return suite;
}

/** The whole way in one way, and whatever `then` does behind it. */
function go(browser, name, leastPages, then) {
  const { Person, look, ...settings } = WAYS[name];
  return served(browser, name, async (suite, service, windows) => {
    let number = 0;
    const visitor = async () => {
      const page = await (await windows.open(settings)).newPage();
      return new Person(page, (reached) => look(suite, reached, name, number += 1), settings.javaScriptEnabled);
    };
    const made = await wholeWay(suite, service, visitor);
    await then(suite, service, windows, visitor, made);
    suite.check(`${number} pages were passed`, number >= leastPages, number);
  });
}

async function allStates(suite, service, windows, visitor, made) {
  return more(suite, made, service, visitor);
}

async function allStatesAndPages(suite, service, windows, visitor, made) {
  const state = { ...made, ...await allStates(suite, service, windows, visitor, made) };
  const count = await walkFull(suite, akces, windows, state, depth);
  suite.check('so many pages were looked at', count >= 45, count);
}

async function nothingMore() {}

async function hostilePart(browser) {
  const suite = new Suite('hostile');
  await suite.part('hostile texts', () => hostile(suite, browser, akces, depth));
  return suite;
}

/** Two lanes for two cores. */
async function lanes(browser) {
  const others = isLong ? [allStates, 80] : [nothingMore, 40];
  const one = async () => [
    await go(browser, 'mouse', 79, allStatesAndPages),
    await go(browser, 'no scripts', others[1], others[0])];
  const two = async () => [
    await go(browser, 'phone', 79, allStates),
    await go(browser, 'keyboard', others[1], others[0]),
    await served(browser, 'empty', (suite, service, windows) => walkEmpty(suite, akces, windows, service, depth)),
    await hostilePart(browser)];
  return (await Promise.all([one(), two()])).flat();
}

async function main() {
  for (const folder of ['shots', 'html', 'control']) rmSync(`${OUT}${folder}`, { recursive: true, force: true });
  const suite = new Suite('browser');
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    await suite.part('controls', () => controls(suite, browser, akces));
    for (const done of await lanes(browser)) suite.take(done);
  } finally {
    await browser.close();
  }
  await suite.part('HTML', async () => {
    await htmlControls(suite);
    await valid(suite, `${OUT}html`);
  });
  return suite.finish(LEAST_CASES);
}

process.exitCode = await main();
