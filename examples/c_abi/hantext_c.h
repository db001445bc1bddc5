/* A C interface to hantext: what other languages load as a shared library. */
#ifndef HANTEXT_C_H
#define HANTEXT_C_H

#include <stddef.h>

#ifdef _WIN32
#define HANTEXT_C_API __declspec(dllexport)
#else
#define HANTEXT_C_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* The version of the library, as "0.1.0". */
HANTEXT_C_API const char* hantext_version(void);

/* Analyses `length` bytes of a page and returns its records as JSON Lines, the ones that
   `hantext extract` prints, ended by a zero byte; `size`, if not null, gets their length without
   it. `doc` is the name that the records carry. Any bytes will do. Returns null when memory runs
   out. May be called from several threads at once. Give the result to hantext_free. */
HANTEXT_C_API char* hantext_analyze(const char* text, size_t length, const char* doc, size_t* size);

/* Frees what hantext_analyze returned; null is left alone. */
HANTEXT_C_API void hantext_free(char* records);

#ifdef __cplusplus
}
#endif

#endif
