// Pages that are broken on purpose: each judge must find it.

import { accessible, fits, titled, uncut } from './judges.js';
import { roundOfTabs } from './keyboard.js';
import { PHONE } from './looks.js';
import { Service } from './service.js';
import { OUT } from './tools.js';
import { Watch } from './watch.js';

const BREAK = {
  'a field without its label': [accessible, () => document.querySelector('label').remove()],
  'text that is too pale': [accessible, () => { document.querySelector('h1').style.color = '#bbb'; }],
  'a picture without a word': [accessible, () => document.querySelector('main').append(new Image())],
  'a page that is too wide': [fits, () => { document.querySelector('main').style.width = '500px'; }],
  'text that is cut off': [uncut, () => { document.querySelector('h1').style.cssText = 'width: 20px; overflow: hidden; white-space: nowrap'; }],
  'a page without a title': [titled, () => { document.title = 'Akces'; }],
  'a page in another language': [titled, () => { document.documentElement.lang = 'de'; }],
  'a control that Tab does not reach': [roundOfTabs, () => { document.querySelector('button').tabIndex = -1; }],
  'a focus that is not seen': [roundOfTabs, () => { document.querySelector('#name').style.outline = 'none'; }],
};

export async function controls(suite, browser, akces) {
  const service = await Service.start(akces);
  const context = await browser.newContext({ viewport: PHONE, locale: 'pl-PL' });
  const page = await context.newPage();
  for (const [what, [judge, damage]] of Object.entries(BREAK)) {
    await page.goto(`${service.url}/logowanie`);
    suite.none(`before: ${what}`, await judge(page));
    await page.evaluate(damage);
    suite.control(what, await judge(page));
  }
  await watched(suite, context, page, service);
  await context.close();
  await service.stop();
}

/** What a page may not do, done. */
async function watched(suite, context, page, service) {
  const watch = new Watch(context, service.url, `${OUT}control/watched`);
  await page.goto(`${service.url}/logowanie`);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "x"';
    document.body.append(script);
  });
  await page.waitForTimeout(200);
  suite.control('a script that the content security policy stops', watch.errors);
  await page.goto(service.url.replace('127.0.0.1', 'localhost')).catch(() => {});
  suite.control('another host', watch.elsewhere);
}
