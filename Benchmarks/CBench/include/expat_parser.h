// libexpat in namespace mode, with its handlers in C: callbacks in Swift would make the yardstick slower than it is.
#ifndef CBENCH_EXPAT_PARSER_H
#define CBENCH_EXPAT_PARSER_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What a parser saw. Attributes are without namespace declarations; text is in bytes after references are resolved.
typedef struct {
  uint64_t stanzas, elements, attributes, text_bytes;
} cbench_counts;

typedef struct cbench_expat cbench_expat;

/// A new parser that counts, and with `builds_trees` also builds a tree of each depth-1 element out of malloc blocks
/// (node, name, namespace, each attribute's name and value, text: what libstrophe does) and frees it at its end tag.
cbench_expat *cbench_expat_open(bool builds_trees);

/// Feeds bytes. Returns 0, or libexpat's error code.
int cbench_expat_feed(cbench_expat *parser, const uint8_t *bytes, size_t length, bool is_last);

/// What was seen so far.
cbench_counts cbench_expat_counts(const cbench_expat *parser);

/// Frees the parser.
void cbench_expat_close(cbench_expat *parser);

/// Opens a parser, feeds a whole document `chunk` bytes at a time and closes it. Returns 0, or libexpat's error code.
int cbench_expat_run(bool builds_trees, const uint8_t *bytes, size_t length, size_t chunk, cbench_counts *counts);
#endif
