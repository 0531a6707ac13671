// Pages that are broken on purpose: each judge must find it.

import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';

import { Driver } from './driver.js';
import { planted } from './hostile.js';
import { accessible, fits, lost, titled, uncut } from './judges.js';
import { KeyboardDriver, roundOfTabs, skips } from './keyboard.js';
import { PHONE } from './looks.js';
import { Service } from './service.js';
import { OUT, ROOT } from './tools.js';
import { Watch } from './watch.js';

const BREAK = {
  'a field without its label': [accessible, () => document.querySelector('label').remove()],
  'text that is too pale': [accessible, () => { document.querySelector('h1').style.color = '#bbb'; }],
  'a picture without a word': [accessible, () => document.querySelector('main').append(new Image())],
  'a page that is too wide': [fits, () => { document.querySelector('main').style.width = '500px'; }],
  'text that is cut off': [uncut, () => { document.querySelector('h1').style.cssText = 'width: 20px; overflow: hidden; white-space: nowrap'; }],
  'a page without a title': [titled, () => { document.title = 'Akces'; }],
  'a page in another language': [titled, () => { document.documentElement.lang = 'de'; }],
  'two headings of level 1': [titled, () => document.querySelector('main').append(document.createElement('h1'))],
  'a control that Tab does not reach': [roundOfTabs, () => { document.querySelector('button').tabIndex = -1; }],
  'a control that Tab reaches too early': [roundOfTabs, () => { document.querySelector('button').tabIndex = 1; }],
  'a focus that is not seen': [roundOfTabs, () => { document.querySelector('#name').style.outline = 'none'; }],
  'a focus outside of the window': [roundOfTabs, () => { document.querySelector('#name').style.cssText = 'position: fixed; left: -999px'; }],
  'a page without the way to its content': [skips, () => document.querySelector('.skip').remove()],
  'a way to no content': [skips, () => { document.querySelector('main').id = 'x'; }],
  'a button that needs a script': [lost, () => { document.querySelector('button').type = 'button'; }],
  'an element of a hostile text': [planted, () => document.querySelector('main').append(document.createElement('zle'))],
  'a handler of a hostile text': [planted, () => document.querySelector('main').setAttribute('onfocus', 'zle()')],
};

export async function controls(suite, browser, akces) {
  const service = await Service.start(akces);
  try {
    const context = await browser.newContext({ viewport: PHONE, locale: 'pl-PL' });
    const page = await context.newPage();
    for (const [what, [judge, damage]] of Object.entries(BREAK)) {
      await page.goto(`${service.url}/logowanie`);
      suite.none(`before: ${what}`, await judge(page));
      await page.goto(`${service.url}/logowanie`);
      await page.evaluate(damage);
      suite.control(what, await judge(page));
    }
    await keyboardAlone(suite, page, service);
    await scriptsOff(suite, browser);
    nothingInstalled(suite);
    await watched(suite, context, page, service);
    await context.close();
  } finally {
    await service.stop();
  }
}

/** What the mouse can do and the keyboard cannot. */
async function keyboardAlone(suite, page, service) {
  for (const [Person, can] of [[Driver, true], [KeyboardDriver, false]]) {
    await page.goto(`${service.url}/logowanie`);
    await page.evaluate(() => { document.querySelector('#name').tabIndex = -1; });
    const found = await new Person(page, async () => {}).write('Nazwa konta', 'olga').then(() => [], (fault) => [fault.message]);
    suite.check(`control: ${Person.name} ${can ? 'reaches' : 'does not reach'} what is for the mouse`, can === (found.length === 0), found);
  }
}

/** Whether scripts are off is asked of a page whose title a script changes. */
async function scriptsOff(suite, browser) {
  for (const [javaScriptEnabled, expected] of [[true, 'on'], [false, 'off']]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto('data:text/html,<title>off</title><script>document.title = "on"</script>');
    suite.equal(`control: scripts are ${expected}`, await page.title(), expected);
    await context.close();
  }
}

/** Where programs are missing, no part is skipped: they are named, and nothing runs. */
function nothingInstalled(suite) {
  const folder = `${OUT}control/no-programs`;
  mkdirSync(folder, { recursive: true });
  for (const name of ['dirname', 'bash']) symlinkSync(`/usr/bin/${name}`, `${folder}/${name}`);
  const { status, stderr } = spawnSync('/usr/bin/bash', [`${ROOT}tests/e2e/browser/prepare`], { env: { PATH: folder }, encoding: 'utf-8' });
  suite.check('control: without programs it fails', status !== 0, status);
  for (const name of ['chromium', 'java', 'nodejs', 'npm']) suite.check(`it names ${name}`, stderr.includes(name), stderr);
}

/** What a page may not do, done: each time the watch tells more. */
async function watched(suite, context, page, service) {
  const watch = new Watch(context, service.url, `${OUT}control/watched`);
  const acts = {
    'a script that the content security policy stops': () => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "x"';
      document.body.append(script);
    },
    'a handler that it stops': () => { document.querySelector('main').innerHTML = '<img src="/icon.svg" alt="" onload="document.title = 1">'; },
    'a style that it stops': () => { document.querySelector('main').innerHTML = '<p style="color: red">x</p>'; },
    'a script’s own error': () => { setTimeout(() => { throw new Error('x'); }); },
  };
  for (const [what, act] of Object.entries(acts)) {
    await page.goto(`${service.url}/logowanie`);
    watch.errors.length = 0;
    await page.evaluate(act);
    await page.waitForTimeout(200);
    suite.control(what, watch.errors);
  }
  await page.goto(service.url.replace('127.0.0.1', 'localhost')).catch(() => {});
  suite.control('another host', watch.elsewhere);
}
