/*
 * Loaded in front of libc (LD_PRELOAD): counts each call that changes a disk below the named folders, in all threads of
 * the process together, and at one of them does what a test asks for. Nothing of the product knows of it.
 *
 * FAULT_RUN    counting begins anew when it changes, so that one process can take many runs
 * FAULT_UNDER  folders whose calls count, separated by ':'
 * FAULT_LOG    file that gets a line a call: its number, its name, its path
 * FAULT_AT     the number of the call, or several separated by ',' for stop
 * FAULT_DO     kill: the process dies before the call; stop: it is stopped there, until it gets SIGCONT;
 *              once, always: the call, or it and all later ones, fail with FAULT_ERRNO
 * FAULT_OPS    names of calls that may fail, separated by ','; else all of them
 * FAULT_DROP   folders whose flushes do nothing, separated by ':'; FAULT_DROP_WHAT=folders drops only those of folders
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long calls;
static atomic_int log_file = -1;

static int below(const char *path, const char *folders) {
  if (folders == NULL) return 0;
  for (const char *from = folders; *from != '\0';) {
    size_t length = strcspn(from, ":");
    if (length > 0 && strncmp(path, from, length) == 0 && (path[length] == '/' || path[length] == '\0')) return 1;
    from += length + (from[length] == ':');
  }
  return 0;
}

static int among(const char *word, const char *words) {
  size_t size = strlen(word);
  for (const char *from = words; *from != '\0';) {
    size_t length = strcspn(from, ",");
    if (length == size && strncmp(word, from, length) == 0) return 1;
    from += length + (from[length] == ',');
  }
  return 0;
}

static const char *path_of(int fd, char *buffer, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, buffer, size - 1);
  buffer[length < 0 ? 0 : length] = '\0';
  return buffer;
}

static void note(long number, const char *op, const char *path) {
  const char *name = getenv("FAULT_LOG");
  if (name == NULL) return;
  if (log_file == -1) log_file = (int)syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | O_APPEND, 0644);
  char line[4400];
  int length = snprintf(line, sizeof line, "%ld %s %s\n", number, op, path);
  syscall(SYS_write, log_file, line, (size_t)length);
}

static void begin_anew(void) {
  static char current[64];
  const char *run = getenv("FAULT_RUN");
  if (run == NULL || strncmp(run, current, sizeof current - 1) == 0) return;
  snprintf(current, sizeof current, "%s", run);
  atomic_store(&calls, 0);
  int last = atomic_exchange(&log_file, -1);
  if (last != -1) syscall(SYS_close, last);
}

/* Answers the errno that the call is to fail with, or 0. */
static int reached(const char *op, const char *path) {
  if (!below(path, getenv("FAULT_UNDER"))) return 0;
  begin_anew();
  long number = atomic_fetch_add(&calls, 1) + 1;
  note(number, op, path);
  const char *at = getenv("FAULT_AT"), *what = getenv("FAULT_DO"), *ops = getenv("FAULT_OPS");
  if (at == NULL || what == NULL) return 0;
  char text[32];
  snprintf(text, sizeof text, "%ld", number);
  if (strcmp(what, "kill") == 0 && among(text, at)) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
  /* Sent to this thread: sent to the process, another one may take it while this one goes on. */
  if (strcmp(what, "stop") == 0 && among(text, at)) raise(SIGSTOP);
  int fails = strcmp(what, "once") == 0 ? number == atol(at) : strcmp(what, "always") == 0 && number >= atol(at);
  if (!fails || (ops != NULL && !among(op, ops))) return 0;
  return atoi(getenv("FAULT_ERRNO"));
}

static int reached_fd(const char *op, int fd) {
  int before = errno;
  char path[4096];
  int error = reached(op, path_of(fd, path, sizeof path));
  errno = before;
  return error;
}

static int reached_at(const char *op, int folder, const char *path) {
  int before = errno;
  char whole[8300], base[4096] = "";
  if (path[0] != '/') {
    if (folder == AT_FDCWD) { if (getcwd(base, sizeof base) == NULL) base[0] = '\0'; }
    else path_of(folder, base, sizeof base);
    snprintf(whole, sizeof whole, "%s/%s", base, path);
  } else snprintf(whole, sizeof whole, "%s", path);
  int error = reached(op, whole);
  errno = before;
  return error;
}

static int dropped(int fd) {
  char path[4096];
  struct stat stats;
  if (!below(path_of(fd, path, sizeof path), getenv("FAULT_DROP"))) return 0;
  const char *what = getenv("FAULT_DROP_WHAT");
  if (what == NULL || strcmp(what, "folders") != 0) return 1;
  return fstat(fd, &stats) == 0 && S_ISDIR(stats.st_mode);
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define FAIL(error) do { errno = (error); return -1; } while (0)
#define CALL(check, name, ...) do { int error = (check); if (error != 0) FAIL(error); return NEXT(name)(__VA_ARGS__); } while (0)

/* A full disk takes a part of a write first. */
static ssize_t part_of(int error, int fd, const void *bytes, size_t size, off_t at) {
  const char *what = getenv("FAULT_DO");
  if (error == ENOSPC && size > 1 && strcmp(what, "always") == 0 && atomic_load(&calls) == atol(getenv("FAULT_AT")))
    return at < 0 ? syscall(SYS_write, fd, bytes, size / 2) : syscall(SYS_pwrite64, fd, bytes, size / 2, at);
  FAIL(error);
}

ssize_t write(int fd, const void *bytes, size_t size) {
  int error = reached_fd("write", fd);
  return error != 0 ? part_of(error, fd, bytes, size, -1) : NEXT(write)(fd, bytes, size);
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) {
  int error = reached_fd("pwrite", fd);
  return error != 0 ? part_of(error, fd, bytes, size, at) : NEXT(pwrite)(fd, bytes, size, at);
}
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) {
  int error = reached_fd("pwrite", fd);
  return error != 0 ? part_of(error, fd, bytes, size, at) : NEXT(pwrite64)(fd, bytes, size, at);
}
ssize_t writev(int fd, const struct iovec *parts, int count) { CALL(reached_fd("writev", fd), writev, fd, parts, count); }
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) { CALL(reached_fd("pwritev", fd), pwritev, fd, parts, count, at); }
int fsync(int fd) {
  int error = reached_fd("fsync", fd);
  if (error != 0) FAIL(error);
  return dropped(fd) ? 0 : NEXT(fsync)(fd);
}
int fdatasync(int fd) {
  int error = reached_fd("fdatasync", fd);
  if (error != 0) FAIL(error);
  return dropped(fd) ? 0 : NEXT(fdatasync)(fd);
}
int ftruncate(int fd, off_t size) { CALL(reached_fd("ftruncate", fd), ftruncate, fd, size); }
int ftruncate64(int fd, off64_t size) { CALL(reached_fd("ftruncate", fd), ftruncate64, fd, size); }
int rename(const char *from, const char *to) { CALL(reached_at("rename", AT_FDCWD, to), rename, from, to); }
int link(const char *from, const char *to) { CALL(reached_at("link", AT_FDCWD, to), link, from, to); }
int unlink(const char *path) { CALL(reached_at("unlink", AT_FDCWD, path), unlink, path); }
int unlinkat(int folder, const char *path, int flags) { CALL(reached_at("unlink", folder, path), unlinkat, folder, path, flags); }
int rmdir(const char *path) { CALL(reached_at("rmdir", AT_FDCWD, path), rmdir, path); }
int mkdir(const char *path, mode_t mode) { CALL(reached_at("mkdir", AT_FDCWD, path), mkdir, path, mode); }

#define OPEN(name, folder, path, ...) do { \
    mode_t mode = 0; \
    if (flags & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
    if (flags & (O_CREAT | O_TRUNC)) { int error = reached_at("create", folder, path); if (error != 0) FAIL(error); } \
    return NEXT(name)(__VA_ARGS__, mode); \
  } while (0)
int open(const char *path, int flags, ...) { OPEN(open, AT_FDCWD, path, path, flags); }
int open64(const char *path, int flags, ...) { OPEN(open64, AT_FDCWD, path, path, flags); }
int openat(int folder, const char *path, int flags, ...) { OPEN(openat, folder, path, folder, path, flags); }
int openat64(int folder, const char *path, int flags, ...) { OPEN(openat64, folder, path, folder, path, flags); }
