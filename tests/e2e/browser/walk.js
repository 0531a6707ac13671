// Every page that the program has, as somebody with all rights and as a stranger, in several appearances.

import { Driver } from './driver.js';
import { lookAt } from './looks.js';
import { setUp } from './people.js';
import { Survey } from './survey.js';

/** `state`: what the whole way has left. */
export async function walkFull(suite, service, windows, patterns, state, appearances) {
  const { clerk, links, meeting, document, full } = state;
  const session = await clerk.page.context().storageState();
  const survey = new Survey(patterns, clerk.page.context().request, service.url);
  const opened = links.map((link) => new URL(link).pathname);
  await survey.go([meeting, document, '/', opened[4], opened[0]]); // one that is open still, one that is signed
  suite.none('every page was visited', survey.unvisited());
  suite.none('every page answers', survey.broken());
  suite.control('a page that nobody visits', (await surveyed(['/bez-wizyty/{id}'], survey)).unvisited());
  const mine = [...survey.pages(), full, `${full}/uczestnicy`, `${full}/instytucje`, `${meeting}?krok=issued`,
    `${meeting}?krok=archived`, '/archiwum?q=nic+takiego', '/dokumenty?stan=declined', '/nie-ma-takiej-strony'];
  const strangers = ['/', '/logowanie', '/pierwsze-konto', '/sprawdz-podpis', '/dostepnosc', '/spotkania', ...opened.slice(0, 4), `/podpis/${'A'.repeat(43)}`];
  const as = (storageState) => (settings) => windows.open({ ...settings, storageState });
  await Promise.all(appearances.map(async (appearance) => {
    await lookAt(suite, as(session), service.url, 'clerk', [...new Set(mine)], appearance);
    await lookAt(suite, as(undefined), service.url, 'stranger', strangers, appearance);
  }));
}

async function surveyed(patterns, { request, origin }) {
  const survey = new Survey(patterns, request, origin);
  await survey.go(['/']);
  return survey;
}

/** Before anybody has done anything. */
export async function walkEmpty(suite, service, windows, patterns, appearances) {
  const context = await windows.open({});
  await setUp(new Driver(await context.newPage(), async () => {}), service);
  const session = await context.storageState();
  const survey = new Survey(patterns, context.request, service.url);
  await survey.go(['/']);
  suite.none('every empty page answers', survey.broken());
  for (const appearance of appearances)
    await lookAt(suite, (settings) => windows.open({ ...settings, storageState: session }), service.url, 'empty', survey.pages(), appearance);
}
