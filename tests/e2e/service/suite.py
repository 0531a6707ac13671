"""Counting: each check is one case, told when it fails; a control shows that a judge can say no."""

import sys
import traceback


class Suite:
    def __init__(self, name):
        self.name, self.count, self.failures = name, 0, []

    def check(self, what, holds, detail=""):
        self.count += 1
        print("." if holds else "F", end="", flush=True)
        if not holds:
            self.failures.append(f"{what}: {str(detail)[:1500]}")
        return bool(holds)

    def equal(self, what, found, expected, detail=""):
        return self.check(what, found == expected, f"{found!r}, expected {expected!r} {detail}")

    def control(self, what, judge):
        """`judge` gets a suite of its own and must find something wrong there."""
        inner = Suite(what)
        inner.check = lambda name, holds, detail="": _note(inner, name, holds)
        judge(inner)
        return self.check(f"control: {what}", inner.count > 0 and inner.failures, "the judge found nothing wrong")

    def part(self, work, *arguments):
        """One part of the run; what it throws is a failure of this part alone."""
        try:
            return work(*arguments)
        except Exception:  # a test that breaks off must not hide the others
            self.check(f"{self.name}: {getattr(work, '__name__', work)} ran to its end", False, traceback.format_exc())
            return None

    def finish(self, least):
        """Tells failures and counts; fewer cases than `least` are a failure too. The exit code."""
        if self.count < least:
            self.check(f"{self.name}: at least {least} cases", False, f"{self.count} ran")
        print()
        for failure in self.failures:
            print(failure, file=sys.stderr)
        print(f"{self.count - len(self.failures)} passed, {len(self.failures)} failed", flush=True)
        return 1 if self.failures else 0


def _note(suite, what, holds):
    suite.count += 1
    if not holds:
        suite.failures.append(what)
    return bool(holds)
