"""What a disk holds after a power cut: only what was fsynced.

A folder's state is durable from start() on; the shim records later fsyncs in the shadow; after_cut() makes the folder
what it would be when the power comes back: names as at their folder's last fsync, bytes as at their file's last fsync.
"""
import os
import shutil


def _write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def _record_folder(folder, shadow):
    lines = []
    for entry in os.scandir(folder):
        is_folder = entry.is_dir(follow_symlinks=False)
        lines.append(f"{'d' if is_folder else 'f'} {entry.inode()} {entry.name}\n")
        if is_folder:
            _record_folder(entry.path, shadow)
        else:
            with open(entry.path, "rb") as file:
                _write(os.path.join(shadow, f"ino.{entry.inode()}"), file.read())
    _write(os.path.join(shadow, f"dir.{os.stat(folder).st_ino}"), "".join(lines).encode())


def start(folder, shadow):
    """Everything below `folder` is durable now."""
    shutil.rmtree(shadow, ignore_errors=True)
    os.makedirs(shadow)
    _record_folder(folder, shadow)


def _build(inode, shadow, target):
    os.makedirs(target)
    listing = os.path.join(shadow, f"dir.{inode}")
    if not os.path.exists(listing):
        return
    with open(listing, encoding="utf-8") as file:
        for line in file:
            kind, child, name = line.rstrip("\n").split(" ", 2)
            path = os.path.join(target, name)
            if kind == "d":
                _build(child, shadow, path)
                continue
            durable = os.path.join(shadow, f"ino.{child}")
            data = b""
            if os.path.exists(durable):
                with open(durable, "rb") as source:
                    data = source.read()
            _write(path, data)


def after_cut(folder, shadow):
    """Replaces `folder` by what is durable of it."""
    rebuilt = folder + ".rebuilt"
    shutil.rmtree(rebuilt, ignore_errors=True)
    _build(os.stat(folder).st_ino, shadow, rebuilt)
    shutil.rmtree(folder)
    os.rename(rebuilt, folder)
