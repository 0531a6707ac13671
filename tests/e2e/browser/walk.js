// Every page that the program has, as somebody with all rights and as a stranger, in several appearances.

import { Driver } from './driver.js';
import { roundOfTabs, skips } from './keyboard.js';
import { DESK, lookAt } from './looks.js';
import { setUp } from './people.js';
import { pagesOf, tableOfPages } from './service.js';
import { Survey } from './survey.js';

const LEAST_PATTERNS = 42; // of pages, among all the addresses
const BY_KEYBOARD = [['begins with the way to its content', skips], ['by Tab', roundOfTabs]];

/** Each of `appearances`; the first one at a desk is gone through by keyboard too. */
async function inAll(suite, appearances, windows, who, paths, storageState) {
  const open = (settings) => windows.open({ ...settings, storageState });
  const byKeyboard = appearances.find(({ viewport }) => viewport === DESK);
  for (const appearance of appearances)
    await lookAt(suite, open, windows.origin, who, paths, appearance, appearance === byKeyboard ? BY_KEYBOARD : []);
}

function judgeSurvey(suite, survey) {
  suite.none('every address was visited', survey.unvisited());
  suite.none('every page answers', survey.broken());
  suite.none('each as the table of pages says', survey.unlike(tableOfPages()));
  const count = survey.patternsOfPages().length;
  suite.check(`${count} of them show a page`, count >= LEAST_PATTERNS, count);
}

async function surveyControls(suite, { request, origin }) {
  const lost = new Survey(['/bez-wizyty/{id}', '/spotkania/{id}'], request, origin);
  await lost.go(['/', '/spotkania/nie-ma']);
  suite.control('a page that nobody visits', lost.unvisited());
  suite.control('a page that is an error', lost.broken());
  suite.control('a page that the table has otherwise', lost.unlike(new Map([['/spotkania/{id}', true]])));
}

/** `state`: what the whole way has left. */
export async function walkFull(suite, akces, windows, state, depth) {
  const { clerk, links, meeting, document, full, open } = state;
  const context = clerk.page.context();
  const survey = new Survey(pagesOf(akces), context.request, windows.origin);
  const paths = [open, ...links.slice(0, 4)].map((link) => new URL(link).pathname); // to sign, signed, declined, signed here, ended
  await survey.go([meeting, document, '/', ...paths]);
  judgeSurvey(suite, survey);
  await surveyControls(suite, survey);
  const mine = new Set([...survey.pages(depth.mostOfKind), full, `${full}/uczestnicy`, `${full}/instytucje`, `${meeting}?krok=issued`,
    `${meeting}?krok=archived`, '/archiwum?q=nic+takiego', '/dokumenty?stan=declined', '/nie-ma-takiej-strony']);
  const strangers = ['/', '/logowanie', '/pierwsze-konto', '/sprawdz-podpis', '/dostepnosc', '/spotkania',
    ...paths, `/podpis/${'A'.repeat(43)}`];
  await inAll(suite, depth.appearances, windows, 'clerk', [...mine], await context.storageState());
  await inAll(suite, depth.appearances, windows, 'stranger', strangers, undefined);
  return mine.size;
}

/** Before anybody has done anything. */
export async function walkEmpty(suite, akces, windows, service, depth) {
  const context = await windows.open({});
  await setUp(new Driver(await context.newPage(), async () => {}), service);
  const survey = new Survey(pagesOf(akces), context.request, windows.origin);
  await survey.go(['/']);
  suite.none('every empty page answers', survey.broken());
  const paths = survey.pages(depth.mostOfKind);
  suite.check('empty pages were looked at', paths.length >= 20, paths.length);
  await inAll(suite, depth.appearancesOfEmpty, windows, 'empty', paths, await context.storageState());
}
