// The service as people start it: on a data folder of its own and a free port.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { ROOT } from './tools.js';

const START_MS = 60_000; // on a machine that does other things too
const LINK = /http:\/\/127\.0\.0\.1:\d+\/\S*#setup=\S+/;

export class Service {
  static async start(akces, settings = {}) {
    const service = new Service(akces, settings);
    await service.ready();
    return service;
  }

  constructor(akces, settings) {
    this.folder = mkdtempSync(join(tmpdir(), 'akces-browser-'));
    this.said = '';
    const environment = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', AKCES_PORT: '0' };
    for (const [name, value] of Object.entries(settings)) environment[`AKCES_${name.toUpperCase()}`] = value;
    this.process = spawn(akces, ['serve', '--data', join(this.folder, 'data')], { cwd: this.folder, env: environment });
    for (const stream of [this.process.stdout, this.process.stderr])
      stream.on('data', (piece) => { this.said += piece; });
  }

  /** Waits until it answers; `url` and `setupLink` are known then. */
  async ready() {
    for (const end = Date.now() + START_MS; Date.now() < end; await pause(50)) {
      if (this.process.exitCode !== null) break;
      this.setupLink = LINK.exec(this.said)?.[0];
      if (!this.setupLink) continue;
      this.url = new URL(this.setupLink).origin;
      if ((await fetch(`${this.url}/health/ready`)).ok) return;
    }
    throw new Error(`the service did not start: ${this.said}`);
  }

  async stop() {
    const ended = new Promise((tell) => { this.process.once('exit', tell); });
    if (this.process.exitCode === null) {
      this.process.kill('SIGTERM');
      await ended;
    }
    rmSync(this.folder, { recursive: true });
  }
}

/** The addresses of all pages that the program answers by GET, as it lists them itself. */
export function pagesOf(akces) {
  const lines = execFileSync(akces, ['serve', '--routes'], { encoding: 'utf-8' }).trim().split('\n');
  return lines.map((line) => line.split(' '))
    .filter(([method, , action]) => method === 'GET' && action === 'page').map(([, pattern]) => pattern);
}

/** What tests/data/pages.csv says of them: address → whether somebody sees something there. */
export function tableOfPages() {
  const [, ...lines] = readFileSync(`${ROOT}tests/data/pages.csv`, 'utf-8').trim().split('\n');
  return new Map(lines.map((line) => line.split(','))
    .filter(([method]) => method === 'GET').map(([, pattern, ...statuses]) => [pattern, statuses.includes('200')]));
}
