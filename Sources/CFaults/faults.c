#define _GNU_SOURCE
#include "CFaults.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* More workers than the settings allow; paths that are longer are not noted and end the program. */
enum { SLOTS = 300, PATH_ROOM = 8192, STACK_SIZE = 1 << 16, EXIT_FAULT = 70 };

#define VARIABLE "_GONGKAI_FAULTS="

/* What a thread has in hand. Read by other threads only to tell the time. */
struct slot {
    _Atomic uint64_t since;
    _Atomic uint32_t length;
    _Atomic int stage;
    char path[PATH_ROOM];
};

static struct slot slots[SLOTS];
static atomic_int used_slots;
static __thread struct slot *mine;

static int record = -1;
static int may_restart;
static atomic_flag leaving = ATOMIC_FLAG_INIT;

static char **arguments;
static char **variables;
static char variable[] = VARIABLE "0000000000";

/* glibc hands these to every constructor. */
__attribute__((constructor)) static void keep_arguments(int argc, char **argv, char **envp) {
    (void)argc;
    arguments = argv;
    variables = envp;
}

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC_COARSE, &time);
    return (uint64_t)time.tv_sec * 1000 + (uint64_t)time.tv_nsec / 1000000;
}

static void say(const char *text) {
    if (write(STDERR_FILENO, text, strlen(text)) < 0) return;
}

/* Locks and half-written files go with their descriptors, when the new image stands and not before: until then other threads run on,
   and would fail over what is closed under their hands. Kernels before 5.11 can only close at once. */
static void leave_behind(unsigned first, unsigned last) {
    if (syscall(SYS_close_range, first, last, 1u << 2 /* CLOSE_RANGE_CLOEXEC */) != 0) syscall(SYS_close_range, first, last, 0u);
}

/* Notes the document and starts over. Returns where that is not possible. */
static void restart(int signal, const char *path, uint32_t length, int stage) {
    static char note[4 + PATH_ROOM];
    if (!may_restart || length == 0) return;
    /* One fault at a time; whoever comes second waits for the end, and its document is met again. */
    if (atomic_flag_test_and_set(&leaving)) {
        for (;;) pause();
    }
    note[0] = (char)signal;
    note[1] = (char)stage;
    note[2] = (char)(length & 0xFF);
    note[3] = (char)(length >> 8);
    memcpy(note + 4, path, length);
    if (write(record, note, 4 + length) != (ssize_t)(4 + length)) return;
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    fcntl(record, F_SETFD, 0);
    if (record > 3) leave_behind(3u, (unsigned)record - 1);
    leave_behind((unsigned)record + 1, ~0u);
    execve("/proc/self/exe", arguments, variables);
}

static void on_fault(int signal) {
    struct slot *slot = mine;
    if (slot) restart(signal, slot->path, slot->length, slot->stage);
    say("gongkai: error: a fault of our own ended the program (");
    say(signal == SIGSEGV || signal == SIGBUS ? "bad memory access" : signal == SIGABRT ? "abort" : "trap");
    if (slot && slot->length > 0) {
        say(") while it worked on ");
        if (write(STDERR_FILENO, slot->path, slot->length) < 0) _exit(EXIT_FAULT);
        say(" [internal_fault]\n");
    } else {
        say(") [internal_fault]\n");
    }
    _exit(EXIT_FAULT);
}

/* The record of the image before this one. */
static int inherited_record(void) {
    for (char **entry = variables; *entry; entry++) {
        if (strncmp(*entry, VARIABLE, strlen(VARIABLE)) != 0) continue;
        char *end;
        long number = strtol(*entry + strlen(VARIABLE), &end, 10);
        if (*end == 0 && number > 2 && number < 1 << 20 && fcntl((int)number, F_GETFD) >= 0) return (int)number;
    }
    return -1;
}

/* Puts the variable that names the record into the environment of the next image. */
static int name_record(void) {
    int number = record;
    for (char *digit = variable + strlen(variable); number > 0; number /= 10) *--digit = (char)('0' + number % 10);
    size_t count = 0;
    while (variables[count]) count++;
    char **longer = calloc(count + 2, sizeof(char *));
    if (!longer) return ENOMEM;
    size_t next = 0;
    for (size_t index = 0; index < count; index++) {
        if (strncmp(variables[index], VARIABLE, strlen(VARIABLE)) != 0) longer[next++] = variables[index];
    }
    longer[next] = variable;
    variables = longer;
    return 0;
}

int cfaults_install(int restarts) {
    may_restart = restarts;
    if (restarts) {
        record = inherited_record();
        if (record < 0) record = (int)syscall(SYS_memfd_create, "gongkai-faults", 0u);
        if (record < 0) return errno;
        fcntl(record, F_SETFD, FD_CLOEXEC);
        int error = name_record();
        if (error) return error;
    }
    cfaults_attach();
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_fault;
    action.sa_flags = SA_ONSTACK;
    sigfillset(&action.sa_mask);
    int signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
    for (size_t index = 0; index < sizeof signals / sizeof signals[0]; index++) {
        if (sigaction(signals[index], &action, NULL) != 0) return errno;
    }
    return 0;
}

int cfaults_record(void) {
    if (record >= 0) lseek(record, 0, SEEK_SET);
    return record;
}

void cfaults_attach(void) {
    if (mine) return;
    int number = atomic_fetch_add(&used_slots, 1);
    if (number >= SLOTS) return;
    /* A handler cannot run on a stack that has overflowed. */
    void *memory = mmap(NULL, STACK_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory != MAP_FAILED) {
        stack_t stack = {.ss_sp = memory, .ss_size = STACK_SIZE};
        sigaltstack(&stack, NULL);
    }
    mine = &slots[number];
}

void cfaults_enter(const char *path, size_t length, int stage) {
    struct slot *slot = mine;
    if (!slot) return;
    slot->length = 0;
    if (length <= PATH_ROOM) memcpy(slot->path, path, length);
    slot->stage = stage;
    slot->since = now();
    slot->length = length <= PATH_ROOM ? (uint32_t)length : 0;
}

void cfaults_stage(int stage) {
    if (mine) mine->stage = stage;
}

void cfaults_leave(void) {
    if (mine) mine->length = 0;
}

void cfaults_check_time(uint64_t milliseconds) {
    int count = atomic_load(&used_slots);
    uint64_t time = now();
    for (int number = 0; number < count && number < SLOTS; number++) {
        struct slot *slot = &slots[number];
        uint32_t length = slot->length;
        uint64_t since = slot->since;
        if (length == 0 || time < since + milliseconds) continue;
        static char path[PATH_ROOM];
        memcpy(path, slot->path, length);
        /* It may have gone on just now. */
        if (slot->since != since || slot->length != length) continue;
        restart(0, path, length, slot->stage);
    }
}
