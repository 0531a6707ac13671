// Browser windows that are watched, each with somebody of its own before it.

import { nameOf } from './looks.js';
import { OUT } from './tools.js';
import { Watch } from './watch.js';

export class Windows {
  /** `name` tells the HTML that is kept of one part of the run from that of another. */
  constructor(browser, origin, name) {
    Object.assign(this, { browser, origin, name, watches: [] });
  }

  async open(settings) {
    const context = await this.browser.newContext({ locale: 'pl-PL', timezoneId: 'Europe/Warsaw', acceptDownloads: true, ...settings });
    this.watches.push(new Watch(context, this.origin, `${OUT}html/${nameOf(this.name)}`));
    return context;
  }

  /** Nothing happened behind any page. */
  async judge(suite) {
    for (const watch of this.watches) await watch.judge(suite);
    const pages = this.watches.reduce((sum, { kept }) => sum + kept.length, 0);
    suite.check('answers were watched', pages >= 10, pages);
  }
}
