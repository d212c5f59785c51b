#include <libxml/xmlversion.h>
/* The system's ICU headers clash with Foundation's; this hides two trailing struct fields only. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>
