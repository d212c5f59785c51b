#pragma once
#include <stddef.h>

/// Parses a file with libxml2's SAX2 interface, 64 KB at a time, and keeps nothing but counts: the floor
/// for any reader built on libxml2. Returns 0, or the code of the parser's error.
int bare_sax_read(const char *path, size_t *elements, size_t *text_bytes);
