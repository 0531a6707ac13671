// What is asked of every page. Each judge gives what it found wrong.

import { axeSource } from './tools.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** axe-core's findings; scripts must be on. */
export async function accessible(page) {
  await page.evaluate(axeSource);
  const { violations, passes } = await page.evaluate(
    (rules) => window.axe.run({ runOnly: rules, resultTypes: ['violations'] }), RULES);
  if (passes.length < 10) return [`axe looked at ${passes.length} rules only`];
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`));
}

/** A page that is wider than its window, and what sticks out. */
export async function fits(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll('main *, header *, footer *')]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5);
    return [`${scrollWidth} px in ${clientWidth}`, ...out.slice(0, 5).map((one) => one.outerHTML.slice(0, 200))];
  });
}

/** Text that is cut off or lies upon other text: boxes whose content is larger than they are. */
export async function uncut(page) {
  return page.evaluate(() => [...document.querySelectorAll('main *')]
    .filter((one) => one.checkVisibility() && !one.closest('pre, svg, input, textarea, select, .unseen'))
    .filter((one) => getComputedStyle(one).display !== 'inline' && one.scrollWidth > one.clientWidth + 1)
    .map((one) => `${one.scrollWidth} px in ${one.clientWidth}: ${one.outerHTML.slice(0, 200)}`));
}

/** Another title, language and heading than a page has. */
export async function titled(page, language = 'pl') {
  return page.evaluate((wanted) => {
    const found = [];
    if (!/\S – Akces$/.test(document.title)) found.push(`title „${document.title}”`);
    if (document.documentElement.lang !== wanted) found.push(`language ${document.documentElement.lang}`);
    const first = document.querySelectorAll('h1').length;
    if (first !== 1) found.push(`${first} headings of level 1`);
    return found;
  }, language);
}

/** Buttons that are seen and do nothing: in no form, or such as only a script answers. */
export async function lost(page) {
  return page.evaluate(() => [...document.querySelectorAll('button, [type=submit]')]
    .filter((one) => one.checkVisibility() && (!one.form || one.type !== 'submit'))
    .map((one) => one.outerHTML.slice(0, 200)));
}
