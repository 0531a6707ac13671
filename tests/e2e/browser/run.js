// The pages in a real browser. usage: run.js PATH/TO/akces [--long]     --long: every page in every appearance

import { rmSync } from 'node:fs';

import { controls } from './controls.js';
import { Driver } from './driver.js';
import { controls as htmlControls, invalid } from './html.js';
import { KeyboardDriver, roundOfTabs } from './keyboard.js';
import { APPEARANCES, DESK, EVERY_APPEARANCE, PHONE, judge, nameOf, photograph } from './looks.js';
import { more } from './more.js';
import { wholeWay } from './scenario.js';
import { Service, pagesOf } from './service.js';
import { Suite } from './suite.js';
import { OUT, chromium } from './tools.js';
import { walkEmpty, walkFull } from './walk.js';
import { Watch } from './watch.js';

const LEAST_CASES = 1000;
const [akces, ...options] = process.argv.slice(2);
const appearances = options.includes('--long') ? EVERY_APPEARANCE : APPEARANCES;

const WAYS = {
  mouse: { Person: Driver, viewport: DESK, look: inPassing },
  phone: { Person: Driver, viewport: PHONE, look: inPassing },
  'no scripts': { Person: Driver, viewport: DESK, javaScriptEnabled: false, look: async () => {} },
  keyboard: { Person: KeyboardDriver, viewport: DESK, look: byTab },
};

async function inPassing(suite, page, way, number) {
  await judge(suite, page);
  await photograph(page, `way-${way}`, `${String(number).padStart(2, '0')}-${nameOf(new URL(page.url()).pathname)}`);
}

async function byTab(suite, page) {
  suite.none(`${new URL(page.url()).pathname} by Tab`, await roundOfTabs(page));
}

/** A browser's context that is watched. */
class Windows {
  constructor(browser, service, way) {
    Object.assign(this, { browser, service, way, watches: [] });
  }

  async open(settings) {
    const context = await this.browser.newContext({ locale: 'pl-PL', timezoneId: 'Europe/Warsaw', acceptDownloads: true, ...settings });
    this.watches.push(new Watch(context, this.service.url, `${OUT}html/${nameOf(this.way)}`));
    return context;
  }

  async judge(suite) {
    for (const watch of this.watches) await watch.judge(suite);
  }
}

/** The whole way in one way, and whatever `then` does behind it. */
async function go(browser, name, then = async () => {}) {
  const { Person, look, ...settings } = WAYS[name];
  const suite = new Suite(name);
  const service = await Service.start(akces);
  const windows = new Windows(browser, service, name);
  let number = 0;
  const visitor = async () => {
    const page = await (await windows.open(settings)).newPage();
    return new Person(page, (reached) => look(suite, reached, name, number += 1));
  };
  await suite.part('the whole way', async () => {
    const made = await wholeWay(suite, service, visitor);
    await then(suite, service, windows, visitor, made);
  });
  await windows.judge(suite);
  await service.stop();
  return suite;
}

async function goOnAndWalk(suite, service, windows, visitor, made) {
  const state = { ...made, ...await more(suite, made, service, visitor) };
  await walkFull(suite, service, windows, pagesOf(akces), state, appearances);
}

async function goOn(suite, service, windows, visitor, made) {
  await more(suite, made, service, visitor);
}

async function empty(browser) {
  const suite = new Suite('empty');
  const service = await Service.start(akces);
  const windows = new Windows(browser, service, 'empty');
  await suite.part('empty pages', () => walkEmpty(suite, service, windows, pagesOf(akces), appearances));
  await windows.judge(suite);
  await service.stop();
  return suite;
}

/** Two lanes for two cores. */
async function lanes(browser) {
  const one = async () => [await go(browser, 'mouse', goOnAndWalk)];
  const two = async () => [
    await go(browser, 'phone', goOn), await go(browser, 'no scripts'), await go(browser, 'keyboard'), await empty(browser)];
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
    suite.none('every page is valid HTML', await invalid(`${OUT}html`));
  });
  return suite.finish(LEAST_CASES);
}

process.exitCode = await main();
