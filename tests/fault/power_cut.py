"""What a disk holds after a power cut: only what was fsynced.

A folder's state is durable from start() on; the shim records later fsyncs in the shadow; after_cut() makes the folder
what it would be when the power comes back. File systems differ in what they do without being asked, so there are two:
names as at their folder's last fsync, and names all as they were last; bytes are those of their file's last fsync.
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


def _synced_names(inode, shadow):
    listing = os.path.join(shadow, f"dir.{inode}")
    if not os.path.exists(listing):
        return
    with open(listing, encoding="utf-8") as file:
        for line in file:
            kind, child, name = line.rstrip("\n").split(" ", 2)
            yield kind == "d", int(child), name


def _durable_bytes(inode, shadow):
    durable = os.path.join(shadow, f"ino.{inode}")
    if not os.path.exists(durable):
        return b""
    with open(durable, "rb") as source:
        return source.read()


def _build_synced(inode, shadow, target):
    os.makedirs(target)
    for is_folder, child, name in _synced_names(inode, shadow):
        path = os.path.join(target, name)
        if is_folder:
            _build_synced(child, shadow, path)
        else:
            _write(path, _durable_bytes(child, shadow))


def _build_named(folder, shadow, target):
    os.makedirs(target)
    for entry in os.scandir(folder):
        path = os.path.join(target, entry.name)
        if entry.is_dir(follow_symlinks=False):
            _build_named(entry.path, shadow, path)
        else:
            _write(path, _durable_bytes(entry.inode(), shadow))


def after_cut(folder, shadow, every_name=False):
    """Replaces `folder` by what is durable of it; with `every_name` names need no fsync, bytes still do."""
    rebuilt = folder + ".rebuilt"
    shutil.rmtree(rebuilt, ignore_errors=True)
    if every_name:
        _build_named(folder, shadow, rebuilt)
    else:
        _build_synced(os.stat(folder).st_ino, shadow, rebuilt)
    shutil.rmtree(folder)
    os.rename(rebuilt, folder)
