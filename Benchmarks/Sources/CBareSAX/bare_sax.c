#include "bare_sax.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>

struct counts {
  size_t elements;
  size_t text_bytes;
};

static void start_element(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
                          int namespace_count, const xmlChar **namespaces, int attribute_count,
                          int defaulted_count, const xmlChar **attributes) {
  struct counts *counts = context;
  counts->elements++;
  for (int i = 0; i < attribute_count; i++) {
    counts->text_bytes += (size_t)(attributes[5 * i + 4] - attributes[5 * i + 3]);
  }
}

static void characters(void *context, const xmlChar *text, int length) {
  struct counts *counts = context;
  counts->text_bytes += (size_t)length;
}

int bare_sax_read(const char *path, size_t *elements, size_t *text_bytes) {
  struct counts counts = {0, 0};
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = start_element;
  handler.characters = characters;

  FILE *file = fopen(path, "rb");
  if (file == NULL) return -1;
  static char buffer[1 << 16];
  size_t length = fread(buffer, 1, 4, file);
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, &counts, buffer, (int)length, path);
  while ((length = fread(buffer, 1, sizeof buffer, file)) > 0) {
    if (xmlParseChunk(parser, buffer, (int)length, 0) != 0) break;
  }
  xmlParseChunk(parser, buffer, 0, 1);
  int code = parser->errNo;
  xmlFreeParserCtxt(parser);
  fclose(file);
  *elements = counts.elements;
  *text_bytes = counts.text_bytes;
  return code;
}
