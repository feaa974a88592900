/*
 * Preloaded into a program on a server: counts the acts by which it changes the server, and strikes at one of them.
 * An act is a call that opens a file to write, writes into one, renames, links, removes, makes a folder, or starts a
 * Docker client that changes something. From the environment:
 *   STRIKE_STATE  the folder of `count`, `acts` (a line an act) and `struck`
 *   STRIKE_ROOTS  whose files count, separated by colons
 *   STRIKE_AT     the number of the act; 0 only counts
 *   STRIKE_MODE   kill    all of the program ends before the act; a write is half done
 *                 orphan  only its shell ends: what it has started goes on
 *                 late    all of it ends STRIKE_MS after the act began
 *                 fail    the act fails with STRIKE_ERROR
 *   STRIKE_SCOPE  kept    only acts whose effect outlives the program; `all`: its working files too
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* Past the hooks, and without memory of its own: a child of vfork runs this, too. */
static int raw_open(const char *path, int flags) { return (int)syscall(SYS_openat, AT_FDCWD, path, flags, 0666); }

static int state_file(const char *name, int flags) {
  char path[PATH_MAX];
  const char *state = getenv("STRIKE_STATE");
  if (!state) return -1;
  snprintf(path, sizeof path, "%s/%s", state, name);
  return raw_open(path, flags);
}

static const char *setting(const char *name) {
  const char *value = getenv(name);
  return value ? value : "";
}

/* Where PATH leads from the folder DIR; empty where it is nowhere that counts. */
static void absolute(int dir, const char *path, char *to) {
  char link[64], base[PATH_MAX];
  ssize_t length;
  *to = 0;
  if (!path) return;
  if (*path == '/') {
    snprintf(to, PATH_MAX, "%s", path);
    return;
  }
  if (dir == AT_FDCWD) snprintf(link, sizeof link, "/proc/self/cwd");
  else snprintf(link, sizeof link, "/proc/self/fd/%d", dir);
  length = readlink(link, base, sizeof base - 1);
  if (length <= 0) return;
  base[length] = 0;
  snprintf(to, PATH_MAX, "%.*s%s%.*s", PATH_MAX / 2, base, *path ? "/" : "", PATH_MAX / 2 - 2, path);
}

static int is_rooted(const char *path) {
  char roots[PATH_MAX], *root, *rest;
  snprintf(roots, sizeof roots, "%s", setting("STRIKE_ROOTS"));
  for (root = strtok_r(roots, ":", &rest); root; root = strtok_r(NULL, ":", &rest))
    if (!strncmp(path, root, strlen(root))) return 1;
  return 0;
}

static int ends_with(const char *text, const char *end) {
  size_t length = strlen(text), end_length = strlen(end);
  return length >= end_length && !strcmp(text + length - end_length, end);
}

static int counts(const char *path) {
  const char *release = strstr(path, "/.deploy-kit/releases/");
  if (!is_rooted(path)) return 0;
  /* What it says while it waits: as often as that takes. */
  if (ends_with(path, "/events.jsonl") || ends_with(path, "/output.log") || ends_with(path, "/engine.log")) return 0;
  if (strcmp(setting("STRIKE_SCOPE"), "kept")) return 1;
  /* Nothing that the next program looks at, but for these. */
  if (strstr(path, "/transaction.part/") || strstr(path, "/reserve/")) return 0;
  if (!release) return 1;
  release = strchr(release + strlen("/.deploy-kit/releases/"), '/');
  return release && (!strncmp(release, "/before", 7) || !strcmp(release, "/rejected"));
}

static int is_of_program(const char *pid) {
  char path[64], environment[16384];
  int file;
  ssize_t length;
  if (*pid < '0' || *pid > '9') return 0;
  snprintf(path, sizeof path, "/proc/%.20s/environ", pid);
  file = raw_open(path, O_RDONLY);
  if (file < 0) return 0;
  length = syscall(SYS_read, file, environment, sizeof environment);
  syscall(SYS_close, file);
  return length > 0 && memmem(environment, (size_t)length, "STRIKE_AT=", 10);
}

static void kill_all(void) {
  int round;
  struct dirent *entry;
  for (round = 0; round < 3; round++) {
    DIR *processes = opendir("/proc");
    while (processes && (entry = readdir(processes)))
      if (atoi(entry->d_name) != getpid() && is_of_program(entry->d_name)) kill(atoi(entry->d_name), SIGKILL);
    if (processes) closedir(processes);
  }
  kill(getpid(), SIGKILL);
}

static void kill_later(void) {
  long ms = atol(setting("STRIKE_MS"));
  struct timespec delay = {ms / 1000, ms % 1000 * 1000000};
  if (syscall(SYS_fork)) return;
  /* Nobody waits for it, and it holds nothing. */
  syscall(SYS_setsid);
  syscall(SYS_close_range, 0, ~0U, 0);
  nanosleep(&delay, NULL);
  kill_all();
}

/* One act. Whether it is to fail, with errno set; SIZE is what a write would write, on FILE. */
static int act(const char *name, const char *path, int file, const void *data, size_t size) {
  char line[PATH_MAX + 100];
  const char *mode = setting("STRIKE_MODE");
  int counter, log, saved = errno, length;
  long number;
  char digits[24] = "";
  counter = state_file("count", O_RDWR | O_CREAT | O_CLOEXEC);
  if (counter < 0) return 0;
  flock(counter, LOCK_EX);
  if (syscall(SYS_read, counter, digits, sizeof digits - 1) < 0) digits[0] = 0;
  number = atol(digits) + 1;
  length = snprintf(line, sizeof line, "%ld", number);
  syscall(SYS_pwrite64, counter, line, length, 0L);
  log = state_file("acts", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC);
  length = snprintf(line, sizeof line, "%ld %s %s\n", number, name, path);
  syscall(SYS_write, log, line, length);
  syscall(SYS_close, log);
  syscall(SYS_close, counter);
  errno = saved;
  if (number != atol(setting("STRIKE_AT"))) return 0;
  log = state_file("struck", O_WRONLY | O_CREAT | O_CLOEXEC);
  syscall(SYS_write, log, line, length);
  syscall(SYS_close, log);
  if (!strcmp(mode, "kill")) {
    if (data && size > 1) syscall(SYS_write, file, data, size / 2);
    kill_all();
  } else if (!strcmp(mode, "orphan")) {
    kill(atoi(setting("STRIKE_SHELL")), SIGKILL);
  } else if (!strcmp(mode, "late")) {
    kill_later();
  } else if (!strcmp(mode, "fail")) {
    errno = atoi(setting("STRIKE_ERROR"));
    return 1;
  }
  errno = saved;
  return 0;
}

static int act_on(const char *name, int dir, const char *path) {
  char whole[PATH_MAX];
  int saved = errno;
  absolute(dir, path, whole);
  errno = saved;
  return counts(whole) && act(name, whole, -1, NULL, 0);
}

static int is_there(int dir, const char *path) { return !syscall(SYS_faccessat, dir, path, F_OK); }

/* --- files --------------------------------------------------------------------------------------- */

static int is_write(int flags) { return (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT); }

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    va_list rest; \
    mode_t mode; \
    va_start(rest, flags); \
    mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    if (is_write(flags) && act_on("open", AT_FDCWD, path)) return -1; \
    return NEXT(name)(path, flags, mode); \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
  int name(int dir, const char *path, int flags, ...) { \
    va_list rest; \
    mode_t mode; \
    va_start(rest, flags); \
    mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    if (is_write(flags) && act_on("open", dir, path)) return -1; \
    return NEXT(name)(dir, path, flags, mode); \
  }
OPENAT(openat)
OPENAT(openat64)

ssize_t write(int file, const void *data, size_t size) {
  struct stat found;
  char link[64], path[PATH_MAX];
  int saved = errno;
  ssize_t length;
  if (file > 0 && file != 2 && !fstat(file, &found) && S_ISREG(found.st_mode)) {
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    length = readlink(link, path, sizeof path - 1);
    errno = saved;
    if (length > 0) {
      path[length] = 0;
      /* Of the room that is reserved each kilobyte is written by itself. */
      if (!strstr(path, "/reserve/") && counts(path) && act("write", path, file, data, size)) return -1;
    }
  }
  errno = saved;
  return syscall(SYS_write, file, data, size);
}

ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t size, unsigned flags) {
  /* Its second call finds the end. */
  if (!lseek(to, 0, SEEK_CUR) && act_on("copy", to, "")) return -1;
  return NEXT(copy_file_range)(from, from_at, to, to_at, size, flags);
}

int rename(const char *from, const char *to) { return act_on("rename", AT_FDCWD, to) ? -1 : NEXT(rename)(from, to); }
int renameat(int from_dir, const char *from, int dir, const char *to) {
  return act_on("rename", dir, to) ? -1 : NEXT(renameat)(from_dir, from, dir, to);
}
int renameat2(int from_dir, const char *from, int dir, const char *to, unsigned flags) {
  /* Before it replaces something, mv asks whether there is anything. */
  int asks = (flags & RENAME_NOREPLACE) && is_there(dir, to);
  return !asks && act_on("rename", dir, to) ? -1 : NEXT(renameat2)(from_dir, from, dir, to, flags);
}
int unlinkat(int dir, const char *path, int flags) {
  return is_there(dir, path) && act_on("unlink", dir, path) ? -1 : NEXT(unlinkat)(dir, path, flags);
}
int mkdir(const char *path, mode_t mode) {
  return !is_there(AT_FDCWD, path) && act_on("mkdir", AT_FDCWD, path) ? -1 : NEXT(mkdir)(path, mode);
}
int mkdirat(int dir, const char *path, mode_t mode) {
  return !is_there(dir, path) && act_on("mkdir", dir, path) ? -1 : NEXT(mkdirat)(dir, path, mode);
}
int linkat(int from_dir, const char *from, int dir, const char *to, int flags) {
  return act_on("link", dir, to) ? -1 : NEXT(linkat)(from_dir, from, dir, to, flags);
}
int symlinkat(const char *leads, int dir, const char *path) {
  return act_on("link", dir, path) ? -1 : NEXT(symlinkat)(leads, dir, path);
}
int fchmodat(int dir, const char *path, mode_t mode, int flags) {
  return act_on("chmod", dir, path) ? -1 : NEXT(fchmodat)(dir, path, mode, flags);
}

/* --- Docker's clients ---------------------------------------------------------------------------- */

static int is_one_of(const char *word, const char *list) {
  char padded[64], padded_list[256];
  snprintf(padded, sizeof padded, " %s ", word);
  snprintf(padded_list, sizeof padded_list, " %s ", list);
  return strstr(padded_list, padded) != NULL;
}

/* What it does to the server, in `what`; nothing where it only asks. */
static int changes(const char *program, char *const words[], char *what, size_t size) {
  const char *name = strrchr(program, '/');
  char *const *word = words + 1;
  name = name ? name + 1 : program;
  if (strcmp(name, "docker") && strcmp(name, "docker-compose")) return 0;
  while (*word && **word == '-') word += strcmp(*word, "--config") ? 1 : 2;
  if (!*word) return 0;
  if (!strcmp(*word, "compose") || !strcmp(name, "docker-compose")) {
    char *const *each;
    for (each = word; *each; each++) if (!strcmp(*each, "--dry-run")) return 0;
    for (each = word; *each; each++)
      if (is_one_of(*each, "up run start create rm down stop restart")) {
        snprintf(what, size, "compose %s", *each);
        return 1;
      }
    return 0;
  }
  if (word[1] && is_one_of(*word, "network image volume container") && !strcmp(word[1], "rm")) {
    snprintf(what, size, "docker %s rm", *word);
    return 1;
  }
  if (!is_one_of(*word, "create start stop rm rename update tag pull run kill exec")) return 0;
  snprintf(what, size, "docker %s", *word);
  return 1;
}

static char *const refused[] = {"sh", "-c", "echo 'Error response from daemon: struck' >&2; exit 1", NULL};

static int refuses(const char *program, char *const words[]) {
  char what[100];
  return changes(program, words, what, sizeof what) && act("run", what, -1, NULL, 0);
}

int execve(const char *program, char *const words[], char *const environment[]) {
  /* A shell tries each folder of its PATH. */
  if (is_there(AT_FDCWD, program) && refuses(program, words)) return NEXT(execve)("/bin/sh", refused, environment);
  return NEXT(execve)(program, words, environment);
}
int execvp(const char *program, char *const words[]) {
  if (refuses(program, words)) return NEXT(execvp)("/bin/sh", refused);
  return NEXT(execvp)(program, words);
}
