// Which pages there are: everything that links and forms of pages lead to, held against the program's own list.

const MOST_OF_A_PATTERN = 2;
const LINK = /<(?:a|form)\b[^>]*?\b(?:href|action)="([^"#]*)/g;

/** `patterns` as the program lists them; `request` asks with somebody's cookies. */
export class Survey {
  constructor(patterns, request, origin) {
    const byVariables = [...patterns].sort((one, other) => one.split('{').length - other.split('{').length);
    this.patterns = byVariables.map((text) => ({ text, expression: expressionOf(text), found: [] }));
    this.request = request;
    this.origin = origin;
    this.prefixes = new Map(); // "/spotkania/{id}" → "/spotkania/knurow-2019-11-13"
  }

  /** Follows what is not known yet, from `seeds` on, and fills in what no link leads to. */
  async go(seeds) {
    for (const path of seeds) await this.visit(path);
    for (const pattern of this.patterns.filter(({ found }) => found.length === 0)) {
      const path = this.exampleOf(pattern.text);
      if (path) await this.visit(path);
    }
  }

  async visit(path) {
    const pattern = this.patterns.find(({ expression }) => expression.test(path.split('?')[0]));
    if (!pattern || pattern.found.length >= MOST_OF_A_PATTERN || pattern.found.some((one) => one.path === path)) return;
    const answer = await this.request.get(this.origin + path, { maxRedirects: 0 });
    const type = answer.headers()['content-type'] ?? '';
    pattern.found.push({ path, status: answer.status(), isPage: type.startsWith('text/html'), size: (await answer.body()).length });
    this.note(pattern.text, path.split('?')[0]);
    const text = type.startsWith('text/html') ? await answer.text() : '';
    const next = [...text.matchAll(LINK)].map((found) => found[1].replaceAll('&amp;', '&'));
    if (answer.headers().location) next.push(answer.headers().location);
    for (const one of next) if (one.startsWith('/')) await this.visit(one.split('#')[0]);
  }

  note(pattern, path) {
    const names = pattern.split('/');
    const parts = path.split('/');
    names.forEach((name, i) => {
      if (!name.startsWith('{')) return;
      const prefix = names.slice(0, i + 1).join('/');
      if (!this.prefixes.has(prefix)) this.prefixes.set(prefix, parts.slice(0, i + 1).join('/'));
    });
  }

  exampleOf(pattern) {
    const end = pattern.lastIndexOf('}') + 1;
    return end === 0 ? pattern : this.prefixes.has(pattern.slice(0, end)) && this.prefixes.get(pattern.slice(0, end)) + pattern.slice(end);
  }

  /** Addresses that nothing led to. */
  unvisited() {
    return this.patterns.filter(({ found }) => found.length === 0).map(({ text }) => text);
  }

  /** What tests/data/pages.csv has otherwise than it was found. */
  unlike(table) {
    const shown = new Map(this.patterns.map(({ text, found }) => [text, found.some(({ status }) => status === 200)]));
    return [...new Set([...shown.keys(), ...table.keys()])]
      .filter((one) => shown.get(one) !== table.get(one))
      .map((one) => `${one}: ${shown.get(one)}, in the table ${table.get(one)}`);
  }

  /** Addresses that show a page, no file and no way back. */
  patternsOfPages() {
    return this.patterns.filter(({ found }) => found.some(({ isPage, status }) => isPage && status === 200));
  }

  /** Answers that are none: errors, empty files. */
  broken() {
    return this.patterns.flatMap(({ found }) => found)
      .filter(({ status, size }) => status >= 400 || (status === 200 && size === 0))
      .map(({ path, status }) => `${status} ${path}`);
  }

  /** The paths that show a page, `most` of a pattern. */
  pages(most) {
    return this.patterns
      .flatMap(({ found }) => found.filter(({ status, isPage }) => isPage && status === 200).slice(0, most))
      .map(({ path }) => path);
  }
}

function expressionOf(pattern) {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
}
