"""What a process holds and uses, read from /proc, and how far a limit in seconds stretches where others wait for a core."""

import math
import os
import pathlib
import time

TICKS = os.sysconf("SC_CLK_TCK")
MEGABYTE = 1 << 20


def stretched(seconds):
    """A limit for a machine that has a core to spare, on this one as it is now."""
    return seconds * max(1.0, 1.0 + os.getloadavg()[0] / os.cpu_count())


def moments(seconds):
    """One after the other until that limit is over, however far it stretches meanwhile."""
    began = time.monotonic()
    while time.monotonic() - began < stretched(seconds):
        yield


def percentile(values, share):
    """The value that `share` of them do not exceed (nearest rank)."""
    return sorted(values)[math.ceil(share * len(values)) - 1]


def descriptors(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))


def proportional(pids):
    """Octets of memory, what is shared divided among its sharers (PSS)."""
    total = 0
    for pid in pids:
        try:
            text = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:  # a helper that has just been replaced
            continue
        total += next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")) * 1024
    return total


def thread_seconds(pid, thread):
    """Of a core's time, used by one thread so far."""
    fields = pathlib.Path(f"/proc/{pid}/task/{thread}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
