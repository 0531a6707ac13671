// One person at a browser. The scenario says what they do in the words of the page; how they do it (mouse, scripts off,
// a small window, keyboard alone) is the driver's.

import { readFileSync } from 'node:fs';

const WAIT_MS = 30_000; // on a machine that does other things too

/** With the mouse. */
export class Driver {
  /** `judge(page)` is asked at each page that is reached. */
  constructor(page, judge, runsScripts = true) {
    this.page = page;
    this.runsScripts = runsScripts;
    this.judge = judge;
    page.setDefaultTimeout(WAIT_MS);
  }

  async open(address) {
    await this.moves(() => this.page.goto(address));
  }

  /** Whatever leads to another page; who waits for long work, whose page loads itself anew, judges it when it is done. */
  async moves(act) {
    await Promise.all([this.page.waitForNavigation({ waitUntil: 'load' }), act()]);
    if (!this.runsScripts || (await this.page.locator('[data-again]').count()) === 0) await this.judge(this.page);
  }

  link(name, within = this.page) {
    return within.getByRole('link', { name, exact: true }).first();
  }

  button(name, within = this.page) {
    return within.getByRole('button', { name, exact: true }).first();
  }

  field(label) {
    return this.page.getByLabel(label, { exact: true }).first();
  }

  /** The question behind „…”, which unfolds. */
  question(summary, within = this.page) {
    return within.locator('details', { has: this.page.locator('summary', { hasText: summary }) }).first();
  }

  section(name) {
    return this.page.getByRole('region', { name });
  }

  async follow(name, within) {
    await this.moves(() => this.activate(this.link(name, within)));
  }

  async press(name, within) {
    await this.moves(() => this.activate(this.button(name, within)));
  }

  /** A step that asks first: unfolds its question and says yes. */
  async confirm(summary, yes, within) {
    await this.press(yes, await this.unfold(summary, within));
  }

  async unfold(summary, within) {
    const question = this.question(summary, within);
    if (!(await question.evaluate((one) => one.open))) await this.activate(question.locator('summary').first());
    return question;
  }

  async write(label, text) {
    await this.fill(this.field(label), text);
  }

  async choose(label, option) {
    await this.select(this.field(label), option);
  }

  async tick(label, within = this.page) {
    await this.activate(within.getByLabel(label));
  }

  async attach(label, name, buffer) {
    await this.focus(this.field(label)); // the dialog that opens there is the browser's
    await this.field(label).setInputFiles({ name, buffer, mimeType: '' });
  }

  /** What a link gives to be kept. */
  async download(name, within) {
    const [file] = await Promise.all([
      this.page.waitForEvent('download'), this.activate(this.link(name, within))]);
    return readFileSync(await file.path());
  }

  async read(locator) {
    return (await locator.innerText()).trim();
  }

  async sees(text) {
    return this.page.getByText(text).first().isVisible();
  }

  async activate(locator) {
    await locator.click();
  }

  async focus(locator) {
    await locator.focus();
  }

  async fill(locator, text) {
    await locator.fill(text);
  }

  async select(locator, option) {
    await locator.selectOption({ label: option });
  }
}
