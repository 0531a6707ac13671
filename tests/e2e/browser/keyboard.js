// The same person without a mouse: Tab, Enter, Space, arrows and typing, nothing else. Files are chosen in the browser's
// own dialog, which opens on the focused field and is not a part of the page.

import { Driver } from './driver.js';

const MOST_STOPS = 400;

/** In the page: what Tab must reach, and where the focus is. */
const STOP = () => {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((one) => one.type !== 'hidden' && !one.disabled && one.checkVisibility());
  const at = document.activeElement;
  const style = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  return {
    place: all.indexOf(at),
    count: all.length,
    what: at.outerHTML.slice(0, 120),
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    inWindow: box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
  };
};

function wrongWith({ what, outlined, inWindow }) {
  const found = [];
  if (!outlined) found.push(`the focus is not seen: ${what}`);
  if (!inWindow) found.push(`the focus is outside of the window: ${what}`);
  return found;
}

/** Goes once round a page by Tab, from wherever it begins: each control must be reached, in order, and be seen then. */
export async function roundOfTabs(page) {
  const found = [];
  const reached = new Set();
  let last = -1;
  for (let i = 0; i < MOST_STOPS; i += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(STOP);
    const isAgain = reached.has(stop.place) && stop.place !== last; // a date has several stops of its own
    if (isAgain || (stop.place < 0 && reached.size === stop.count)) return [...found, ...missed(reached, stop)];
    if (stop.place >= 0 && stop.place < last && last < stop.count - 1) found.push(`the focus goes back: ${stop.what}`);
    last = stop.place;
    if (stop.place < 0) continue; // the browser's own controls, between the end and the beginning
    reached.add(stop.place);
    found.push(...wrongWith(stop));
  }
  return [...found, 'Tab never comes to the end'];
}

function missed(reached, { count }) {
  return reached.size < count ? [`Tab reaches ${reached.size} of ${count} controls`] : [];
}

/** The first stop of a page that was just opened leads past its head to what it is about. */
export async function skips(page) {
  await page.keyboard.press('Tab');
  const first = await page.evaluate(STOP);
  if (!first.what.includes('href="#main"')) return [`the first stop is ${first.what}`];
  await page.keyboard.press('Enter');
  const at = await page.evaluate(() => document.activeElement.id);
  return [...wrongWith(first), ...(at === 'main' ? [] : [`it leads to „${at}”`])];
}

export class KeyboardDriver extends Driver {
  /** By Tab from wherever the focus is. */
  async focus(locator) {
    const wanted = await locator.elementHandle();
    for (let i = 0; i < MOST_STOPS; i += 1) {
      if (await wanted.evaluate((one) => one === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${await wanted.evaluate((one) => one.outerHTML)}`);
  }

  async activate(locator) {
    await this.focus(locator);
    const isTick = await locator.evaluate((one) => one.type === 'checkbox');
    await this.page.keyboard.press(isTick ? 'Space' : 'Enter');
  }

  async fill(locator, text) {
    await this.focus(locator);
    await this.page.keyboard.press('Control+A');
    const kind = await locator.evaluate((one) => one.type);
    await this.page.keyboard.type(kind === 'date' ? byMonth(text) : text);
    const found = await locator.inputValue();
    if (found !== text) throw new Error(`typed „${text}”, found „${found}”`);
  }

  async select(locator, option) {
    await this.focus(locator);
    const count = await locator.locator('option').count();
    for (let i = 0; i < count; i += 1) {
      if ((await locator.locator('option:checked').innerText()).trim() === option) return;
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`no „${option}” to choose`);
  }
}

/** A date as a browser in American English wants it typed, which Debian's is without settings. */
function byMonth(date) {
  const [year, month, day] = date.split('-');
  return `${month}${day}${year}`;
}
