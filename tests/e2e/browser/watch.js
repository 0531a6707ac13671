// What happens behind a page: errors of scripts, what the content security policy stopped, requests to other hosts, and
// the HTML that was answered.

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/;

export class Watch {
  /** `folder` gets the HTML of every page of `context`, for the validator. */
  constructor(context, origin, folder) {
    this.errors = [];
    this.elsewhere = [];
    this.origin = origin;
    this.folder = folder;
    this.kept = [];
    mkdirSync(folder, { recursive: true });
    context.on('request', (request) => this.asked(request));
    context.on('response', (response) => this.kept.push(this.keep(response)));
    context.on('weberror', (fault) => this.errors.push(String(fault.error())));
    context.on('console', (line) => this.told(line));
  }

  asked(request) {
    const { origin, protocol } = new URL(request.url());
    if (origin !== this.origin && protocol !== 'data:') this.elsewhere.push(request.url());
  }

  /** A page that says what was refused has a status of 400 and up, which is no error of the page. */
  told(line) {
    const isOfPage = REFUSED.test(line.text()) && line.location().url.split('#')[0] === line.page()?.url().split('#')[0];
    if (line.type() === 'error' && !isOfPage) this.errors.push(`${line.location().url}: ${line.text()}`);
  }

  async keep(response) {
    const type = response.headers()['content-type'] ?? '';
    if (!response.request().isNavigationRequest() || !type.startsWith('text/html')) return;
    const html = await response.body().catch(() => null); // the browser has dropped it where a page was left at once
    if (html === null) return;
    const name = createHash('sha256').update(html).digest('hex').slice(0, 16);
    const path = new URL(response.url()).pathname.replaceAll('/', '_').slice(0, 60);
    writeFileSync(join(this.folder, `${path}-${name}.html`), html);
  }

  async judge(suite) {
    await Promise.all(this.kept);
    suite.none('no error in the console, nothing that the content security policy stopped', this.errors);
    suite.none('no request to another host', this.elsewhere);
  }
}
