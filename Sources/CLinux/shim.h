#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Called by number: the wrapper is hidden behind _GNU_SOURCE and is missing from older C libraries. */
static inline int clinux_exchange(int from_folder, const char *from, int to_folder, const char *to) {
    return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, 1u << 1);
}

/* `openat` takes a variable number of arguments, which Swift cannot call with a mode. */
static inline int clinux_open_at(int folder, const char *name, int flags, mode_t mode) {
    return openat(folder, name, flags, mode);
}

/* Asks the kernel to begin writing a range of a file to the disk, without waiting. Hidden behind _GNU_SOURCE otherwise. */
static inline int clinux_start_writing(int file, off_t offset, off_t length) {
    return (int)syscall(SYS_sync_file_range, file, offset, length, 2u);
}
