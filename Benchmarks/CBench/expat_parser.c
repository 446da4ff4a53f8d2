// The parser's life and the handlers that only count.
#include "expat_parser.h"

#include <stdlib.h>

#include "expat_session.h"

static void XMLCALL count_start(void *user, const XML_Char *name, const XML_Char **attributes) {
  expat_session *session = user;
  (void)name;
  session->counts.elements++;
  for (; *attributes; attributes += 2) session->counts.attributes++;
  session->depth++;
}

static void XMLCALL count_end(void *user, const XML_Char *name) {
  expat_session *session = user;
  (void)name;
  if (--session->depth == 1) session->counts.stanzas++;
}

static void XMLCALL count_text(void *user, const XML_Char *text, int length) {
  expat_session *session = user;
  (void)text;
  session->counts.text_bytes += (unsigned)length;
}

cbench_expat *cbench_expat_open(bool builds_trees) {
  const XML_Char separator[2] = {(XML_Char)NAME_SEPARATOR, 0};
  cbench_expat *opened = calloc(1, sizeof *opened);
  if (!opened) return NULL;
  opened->parser = XML_ParserCreate_MM(NULL, NULL, separator);
  if (!opened->parser) {
    free(opened);
    return NULL;
  }
  XML_SetUserData(opened->parser, &opened->session);
  if (builds_trees) {
    cbench_expat_build_trees(opened->parser);
  } else {
    XML_SetElementHandler(opened->parser, count_start, count_end);
    XML_SetCharacterDataHandler(opened->parser, count_text);
  }
  return opened;
}

int cbench_expat_feed(cbench_expat *parser, const uint8_t *bytes, size_t length, bool is_last) {
  if (XML_Parse(parser->parser, (const char *)bytes, (int)length, is_last) == XML_STATUS_OK) return 0;
  return (int)XML_GetErrorCode(parser->parser);
}

cbench_counts cbench_expat_counts(const cbench_expat *parser) { return parser->session.counts; }

void cbench_expat_close(cbench_expat *parser) {
  tree_node *top = parser->session.current;
  while (top && top->parent) top = top->parent;
  if (top) cbench_tree_free(top);
  XML_ParserFree(parser->parser);
  free(parser);
}

int cbench_expat_run(bool builds_trees, const uint8_t *bytes, size_t length, size_t chunk, cbench_counts *counts) {
  cbench_expat *parser = cbench_expat_open(builds_trees);
  if (!parser) return XML_ERROR_NO_MEMORY;
  int code = 0;
  for (size_t offset = 0; offset < length && code == 0;) {
    size_t part = length - offset < chunk ? length - offset : chunk;
    code = cbench_expat_feed(parser, bytes + offset, part, offset + part == length);
    offset += part;
  }
  *counts = cbench_expat_counts(parser);
  cbench_expat_close(parser);
  return code;
}
