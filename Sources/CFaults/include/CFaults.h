/* What happens when a document brings the program down: a trap, a stack overflow, a loop without end.

   Each working thread says which document it has in hand. When a fault ends the process, the handler notes that
   document in a record that outlives the process image, and starts the program again in its place, with the same arguments
   and the same process number. The new image finds the record and leaves those documents out.

   Everything here is safe to call in a signal handler or is called before work begins. */
#ifndef CFAULTS_H
#define CFAULTS_H

#include <stddef.h>
#include <stdint.h>

/* Faults that are put up with before the program ends for good. */
enum { CFAULTS_LIMIT = 100 };

/* Installs the handlers. Without `restarts` a fault ends the program with exit code 70 and a message. Returns 0, or an errno. */
int cfaults_install(int restarts);

/* A descriptor at the start of the record, for reading: for each fault a byte with the signal (0: out of time), a byte
   with the stage, two bytes with the length of the path, low byte first, and the path. -1 where there is none. */
int cfaults_record(void);

/* Called once on each thread that works on documents. */
void cfaults_attach(void);

/* The calling thread begins with a document, or goes on to its next stage. */
void cfaults_enter(const char *path, size_t length, int stage);
void cfaults_stage(int stage);

/* The calling thread has no document in hand. */
void cfaults_leave(void);

/* Treats a document that has been in hand for longer than `milliseconds` as a fault. Returns where there is none. */
void cfaults_check_time(uint64_t milliseconds);

#endif
