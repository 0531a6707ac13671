// The Nu Html Checker over all pages that were answered, in one process.

import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';

import { OUT, vnuJar } from './tools.js';

const LEAST_FILES = 150;

/** The pages that were kept, and what is wrong with them. */
export async function valid(suite, folder) {
  const count = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.html')).length;
  suite.check('so many pages went to the validator', count >= LEAST_FILES, count);
  suite.none('every page is valid HTML', await invalid(folder));
}

/** What is wrong with the HTML files in `folder`. */
async function invalid(folder) {
  const words = ['-jar', vnuJar, '--skip-non-html', '--format', 'json', '--exit-zero-always', folder];
  const said = await new Promise((tell, fail) => {
    execFile('java', words, { maxBuffer: 1 << 28 }, (fault, out, errors) => (fault ? fail(fault) : tell(errors)));
  });
  return JSON.parse(said).messages.map(({ url, lastLine, type, message }) => `${url}:${lastLine}: ${type}: ${message}`);
}

/** A page with a fault of each kind that pages of ours could have. */
export async function controls(suite) {
  const broken = {
    'an element that is not closed': '<p><strong>x</p>',
    'an id twice': '<p id="a">x</p><p id="a">y</p>',
    'a label for nothing': '<label for="b">x</label>',
    'an attribute that is none': '<p colour="red">x</p>',
  };
  for (const [what, body] of Object.entries(broken)) {
    const folder = `${OUT}control/${what.replaceAll(' ', '-')}`;
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/page.html`, `<!DOCTYPE html>\n<html lang="pl"><head><title>x</title></head><body>${body}</body></html>`);
    suite.control(what, await invalid(folder));
  }
}
