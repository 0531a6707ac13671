"""What both sweeps share: counting what was tried, and the tools that must be there."""
import sys


class Counting:
    def __init__(self):
        self.passed, self.failed = 0, 0

    def note(self, findings, what):
        """Counts one thing that was tried."""
        if findings:
            self.failed += 1
            for finding in findings:
                print(f"  ŹLE: {what}: {finding}", file=sys.stderr)
        else:
            self.passed += 1


def need(*tools):
    """Ends the run where one is not built: an absent library to preload is only a warning of the loader."""
    missing = [str(tool) for tool in tools if not tool.exists()]
    if missing:
        sys.exit(f"not built: {', '.join(missing)}")
