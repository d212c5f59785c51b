#include <libxml/xmlversion.h>
/* The system's ICU headers clash with Foundation's; this hides two trailing struct fields only. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>

/* xmlFree is a mutable global, which Swift rightly refuses to call. */
static inline void clibxml2_free(void *pointer) { xmlFree(pointer); }

/* The magic number is an unsigned macro, the field is unsigned int; both are seen only here. */
static inline void clibxml2_sax2(xmlSAXHandler *handler) { handler->initialized = XML_SAX2_MAGIC; }
