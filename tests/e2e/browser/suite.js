// Counting: each check is one case, told when it fails; a control shows that a judge can say no.

export class Suite {
  constructor(name) {
    this.name = name;
    this.count = 0;
    this.failures = [];
  }

  check(what, holds, detail = '') {
    this.count += 1;
    process.stdout.write(holds ? '.' : 'F');
    if (!holds) this.failures.push(`${this.name}: ${what}: ${String(detail).slice(0, 1500)}`);
    return Boolean(holds);
  }

  equal(what, found, expected) {
    return this.check(what, found === expected, `${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
  }

  /** What a judge found wrong: nothing is good. */
  none(what, findings) {
    return this.check(what, findings.length === 0, findings.join('\n'));
  }

  /** The same judge on something that is wrong on purpose. */
  control(what, findings) {
    return this.check(`control: ${what}`, findings.length > 0, 'the judge found nothing wrong');
  }

  /** One part of the run; what it throws is a failure of this part alone. */
  async part(what, work) {
    try {
      return await work();
    } catch (fault) {
      this.check(`${what} ran to its end`, false, fault.stack ?? fault);
      return undefined;
    }
  }

  take(other) {
    this.count += other.count;
    this.failures.push(...other.failures);
  }

  /** Tells failures and counts; fewer cases than `least` are a failure too. The exit code. */
  finish(least) {
    if (this.count < least) this.check(`at least ${least} cases`, false, `${this.count} ran`);
    process.stdout.write('\n');
    for (const failure of this.failures) console.error(failure);
    console.log(`${this.count - this.failures.length} passed, ${this.failures.length} failed`);
    return this.failures.length === 0 ? 0 : 1;
  }
}
