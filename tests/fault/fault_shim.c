/* Preloaded into a program: counts every step that changes files below FAULT_DIR, and fails one of them.
 *
 *   FAULT_DIR     absolute path; only what happens below it counts
 *   FAULT_STEP    the step that fails, from 1; 0 or absent: none
 *   FAULT_MODE    kill   SIGKILL instead of the step
 *                 torn   half of a write, then SIGKILL
 *                 short  half of a write, which says so: no failure
 *                 eio    the step fails with EIO            enospc  with ENOSPC
 *                 power  as kill; fsync only records in FAULT_SHADOW what would outlive a power cut
 *                 nosync as power, and fsync records nothing: a program that forgets it
 *   FAULT_SHADOW  folder for the record (power, nosync): ino.N, a file's bytes at its last fsync;
 *                 dir.N, a folder's entries ("type inode name") at its last fsync
 *   FAULT_COUNT   file that gets the number of steps at exit
 *   FAULT_ARMED   steps count only while there is a file of this name; absent: always
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static long steps;

#define REAL(result, name, ...)         \
    static result (*real)(__VA_ARGS__); \
    if (real == NULL) *(void**)&real = dlsym(RTLD_NEXT, name)

static int mode_is(const char* name) {
    const char* mode = getenv("FAULT_MODE");
    return mode != NULL && strcmp(mode, name) == 0;
}

static int below(const char* path) {
    const char* folder = getenv("FAULT_DIR");
    const size_t length = folder == NULL ? 0 : strlen(folder);
    return length > 0 && strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

/* The absolute path of `path` as seen from `folder` (AT_FDCWD or a descriptor), without following it. */
static int path_below(int folder, const char* path) {
    char here[4096], whole[8300], link[64];
    if (path == NULL) return 0;
    if (path[0] == '/') return below(path);
    if (folder == AT_FDCWD) {
        if (getcwd(here, sizeof here) == NULL) return 0;
    } else {
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        const ssize_t length = readlink(link, here, sizeof here - 1);
        if (length < 0) return 0;
        here[length] = '\0';
    }
    snprintf(whole, sizeof whole, "%s/%s", here, path);
    return below(whole);
}

static int descriptor_below(int descriptor) { return descriptor > 2 && path_below(descriptor, "."); }

static int fail(void) {
    if (mode_is("short")) return 0;
    if (mode_is("kill") || mode_is("torn") || mode_is("power") || mode_is("nosync")) raise(SIGKILL);
    errno = mode_is("enospc") ? ENOSPC : EIO;
    return 1;
}

static int is_armed(void) {
    const char* name = getenv("FAULT_ARMED");
    return name == NULL || syscall(SYS_faccessat, AT_FDCWD, name, F_OK) == 0;
}

/* Counts one step; true (and errno set) when it is the one that fails. */
static int step(void) {
    if (!is_armed()) return 0;
    const char* at = getenv("FAULT_STEP");
    const long number = __atomic_add_fetch(&steps, 1, __ATOMIC_SEQ_CST);
    return at != NULL && atol(at) == number && fail();
}

/* Whether the coming step, a write, ends in its middle. */
static int half_here(const char* mode) {
    const char* at = getenv("FAULT_STEP");
    return mode_is(mode) && at != NULL && atol(at) == steps + 1 && is_armed();
}
static int torn_here(void) { return half_here("torn"); }
static int short_here(void) { return half_here("short"); }

static void record_file(int descriptor, const struct stat* facts, const char* shadow) {
    char name[4300], link[64], block[65536];
    snprintf(name, sizeof name, "%s/ino.%lu", shadow, (unsigned long)facts->st_ino);
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const int in = (int)syscall(SYS_openat, AT_FDCWD, link, O_RDONLY, 0);
    const int out = (int)syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    for (long count; (count = syscall(SYS_read, in, block, sizeof block)) > 0;) syscall(SYS_write, out, block, count);
    syscall(SYS_close, in);
    syscall(SYS_close, out);
}

static void record_folder(int descriptor, const struct stat* facts, const char* shadow) {
    char name[4300], line[512], path[64];
    snprintf(name, sizeof name, "%s/dir.%lu", shadow, (unsigned long)facts->st_ino);
    snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    const int out = (int)syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    DIR* folder = opendir(path);
    for (struct dirent* entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        const int length = snprintf(line, sizeof line, "%c %lu %s\n", entry->d_type == DT_DIR ? 'd' : 'f',
                                    (unsigned long)entry->d_ino, entry->d_name);
        syscall(SYS_write, out, line, (size_t)length);
    }
    if (folder != NULL) closedir(folder);
    syscall(SYS_close, out);
}

/* True when the sync was only recorded and must not reach the disk. */
static int recorded(int descriptor) {
    const char* shadow = getenv("FAULT_SHADOW");
    if (mode_is("nosync")) return 1;
    if (!mode_is("power") || shadow == NULL) return 0;
    struct stat facts;
    if (fstat(descriptor, &facts) != 0) return 0;
    if (S_ISDIR(facts.st_mode))
        record_folder(descriptor, &facts, shadow);
    else
        record_file(descriptor, &facts, shadow);
    return 1;
}

ssize_t write(int descriptor, const void* bytes, size_t count) {
    REAL(ssize_t, "write", int, const void*, size_t);
    if (!descriptor_below(descriptor)) return real(descriptor, bytes, count);
    if (torn_here()) real(descriptor, bytes, count / 2);
    if (short_here()) count = (count + 1) / 2;
    return step() ? -1 : real(descriptor, bytes, count);
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t count, off64_t offset) {
    REAL(ssize_t, "pwrite64", int, const void*, size_t, off64_t);
    if (!descriptor_below(descriptor)) return real(descriptor, bytes, count, offset);
    if (torn_here()) real(descriptor, bytes, count / 2, offset);
    if (short_here()) count = (count + 1) / 2;
    return step() ? -1 : real(descriptor, bytes, count, offset);
}
ssize_t pwrite(int descriptor, const void* bytes, size_t count, off_t offset) {
    return pwrite64(descriptor, bytes, count, offset);
}

ssize_t writev(int descriptor, const struct iovec* parts, int count) {
    REAL(ssize_t, "writev", int, const struct iovec*, int);
    if (!descriptor_below(descriptor)) return real(descriptor, parts, count);
    if (torn_here()) real(descriptor, parts, count / 2);
    return step() ? -1 : real(descriptor, parts, count);
}

ssize_t pwritev64(int descriptor, const struct iovec* parts, int count, off64_t offset) {
    REAL(ssize_t, "pwritev64", int, const struct iovec*, int, off64_t);
    if (descriptor_below(descriptor) && step()) return -1;
    return real(descriptor, parts, count, offset);
}
ssize_t pwritev(int descriptor, const struct iovec* parts, int count, off_t offset) {
    return pwritev64(descriptor, parts, count, offset);
}

ssize_t copy_file_range(int in, off64_t* in_offset, int out, off64_t* out_offset, size_t count, unsigned flags) {
    REAL(ssize_t, "copy_file_range", int, off64_t*, int, off64_t*, size_t, unsigned);
    if (descriptor_below(out) && step()) return -1;
    return real(in, in_offset, out, out_offset, count, flags);
}

int ftruncate64(int descriptor, off64_t length) {
    REAL(int, "ftruncate64", int, off64_t);
    if (descriptor_below(descriptor) && step()) return -1;
    return real(descriptor, length);
}
int ftruncate(int descriptor, off_t length) { return ftruncate64(descriptor, length); }

int truncate64(const char* path, off64_t length) {
    REAL(int, "truncate64", const char*, off64_t);
    if (path_below(AT_FDCWD, path) && step()) return -1;
    return real(path, length);
}
int truncate(const char* path, off_t length) { return truncate64(path, length); }

int posix_fallocate64(int descriptor, off64_t offset, off64_t length) {
    REAL(int, "posix_fallocate64", int, off64_t, off64_t);
    if (descriptor_below(descriptor) && step()) return errno;
    return real(descriptor, offset, length);
}
int posix_fallocate(int descriptor, off_t offset, off_t length) {
    return posix_fallocate64(descriptor, offset, length);
}

int fsync(int descriptor) {
    REAL(int, "fsync", int);
    if (!descriptor_below(descriptor)) return real(descriptor);
    if (step()) return -1;
    return recorded(descriptor) ? 0 : real(descriptor);
}

int fdatasync(int descriptor) {
    REAL(int, "fdatasync", int);
    if (!descriptor_below(descriptor)) return real(descriptor);
    if (step()) return -1;
    return recorded(descriptor) ? 0 : real(descriptor);
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) {
    if ((path_below(from_folder, from) || path_below(to_folder, to)) && step()) return -1;
    return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
}
int renameat(int from_folder, const char* from, int to_folder, const char* to) {
    return renameat2(from_folder, from, to_folder, to, 0);
}
int rename(const char* from, const char* to) {
    if ((path_below(AT_FDCWD, from) || path_below(AT_FDCWD, to)) && step()) return -1;
    return (int)syscall(SYS_rename, from, to);
}

int linkat(int from_folder, const char* from, int to_folder, const char* to, int flags) {
    REAL(int, "linkat", int, const char*, int, const char*, int);
    if (path_below(to_folder, to) && step()) return -1;
    return real(from_folder, from, to_folder, to, flags);
}
int link(const char* from, const char* to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }

int unlinkat(int folder, const char* path, int flags) {
    REAL(int, "unlinkat", int, const char*, int);
    if (path_below(folder, path) && step()) return -1;
    return real(folder, path, flags);
}
int unlink(const char* path) {
    REAL(int, "unlink", const char*);
    if (path_below(AT_FDCWD, path) && step()) return -1;
    return real(path);
}
/* glibc's own remove does not come back through unlink. */
int remove(const char* path) {
    struct stat facts;
    if (lstat(path, &facts) == 0 && S_ISDIR(facts.st_mode)) return rmdir(path);
    return unlink(path);
}
int rmdir(const char* path) {
    REAL(int, "rmdir", const char*);
    if (path_below(AT_FDCWD, path) && step()) return -1;
    return real(path);
}

int mkdirat(int folder, const char* path, mode_t mode) {
    REAL(int, "mkdirat", int, const char*, mode_t);
    if (path_below(folder, path) && step()) return -1;
    return real(folder, path, mode);
}
int mkdir(const char* path, mode_t mode) {
    REAL(int, "mkdir", const char*, mode_t);
    if (path_below(AT_FDCWD, path) && step()) return -1;
    return real(path, mode);
}

/* Opening counts where it may create or cut a file. */
static int open_changes(int flags) { return (flags & (O_CREAT | O_TRUNC)) != 0; }

int openat64(int folder, const char* path, int flags, ...) {
    REAL(int, "openat64", int, const char*, int, ...);
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (open_changes(flags) && path_below(folder, path) && step()) return -1;
    return real(folder, path, flags, mode);
}
int openat(int folder, const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return openat64(folder, path, flags, mode);
}
int open64(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return openat64(AT_FDCWD, path, flags, mode);
}
int open(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return openat64(AT_FDCWD, path, flags, mode);
}

__attribute__((destructor)) static void report(void) {
    const char* name = getenv("FAULT_COUNT");
    if (name == NULL) return;
    char text[32];
    const int length = snprintf(text, sizeof text, "%ld\n", steps);
    const int out = (int)syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    syscall(SYS_write, out, text, (size_t)length);
    syscall(SYS_close, out);
}
