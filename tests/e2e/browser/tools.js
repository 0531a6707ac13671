// The programs of others that `prepare` installs in build/e2e/browser.

import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const OUT = `${ROOT}build/e2e/browser/`;
export const PYTHON = `${ROOT}build/e2e/venv/bin/python`;

const require = createRequire(`${OUT}package.json`);
export const { chromium } = require('playwright-core');
export const axeSource = require('axe-core').source;
export const vnuJar = `${OUT}node_modules/vnu-jar/build/dist/vnu.jar`;
