#ifndef CXML2_SHIM_H
#define CXML2_SHIM_H
#include <limits.h>
#include <string.h>
#include <libxml/xmlversion.h>
/* libxml2's own ICU would clash with Foundation's. Only fields of a struct that is not used here depend on it. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

/* Reads UTF-8 HTML and reports its tokens. No tree is built, nothing outside is opened, a charset named inside is not
   believed. `bind` is told the parser before the first event, so that a handler can ask for lines and stop it. */
static inline int cxml2_read_html(
    const char *bytes, int size, void *user, void (*bind)(void *user, void *parser), startElementSAXFunc start,
    endElementSAXFunc end, charactersSAXFunc characters) {
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(bytes, size);
    if (parser == NULL) return -1;
    memset(parser->sax, 0, sizeof(*parser->sax));
    parser->sax->startElement = start;
    parser->sax->endElement = end;
    parser->sax->characters = characters;
    parser->sax->ignorableWhitespace = characters;
    parser->sax->cdataBlock = characters;
    parser->userData = user;
    htmlCtxtUseOptions(
        parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
            HTML_PARSE_NODEFDTD | HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
    bind(user, parser);
    htmlParseDocument(parser);
    htmlFreeParserCtxt(parser);
    return 0;
}

/* Reads one XML part and reports its tokens. Entities are never looked up, nothing outside is opened, libxml2's own
   limits on depth and size stay on. Returns 0 only where the part is well formed to its end. */
static inline int cxml2_read_xml(
    const char *bytes, int size, void *user, void (*bind)(void *user, void *parser), startElementNsSAX2Func start,
    endElementNsSAX2Func end, charactersSAXFunc characters, internalSubsetSAXFunc document_type) {
    xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt(bytes, size);
    if (parser == NULL) return -1;
    memset(parser->sax, 0, sizeof(*parser->sax));
    parser->sax->initialized = XML_SAX2_MAGIC;
    parser->sax->startElementNs = start;
    parser->sax->endElementNs = end;
    parser->sax->characters = characters;
    parser->sax->ignorableWhitespace = characters;
    parser->sax->cdataBlock = characters;
    parser->sax->internalSubset = document_type;
    parser->userData = user;
    xmlCtxtUseOptions(parser, XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET);
    bind(user, parser);
    xmlParseDocument(parser);
    int well_formed = parser->wellFormed && parser->disableSAX == 0;
    xmlFreeParserCtxt(parser);
    return well_formed ? 0 : 1;
}

static inline int cxml2_line(void *parser) {
    xmlParserCtxtPtr context = (xmlParserCtxtPtr)parser;
    return context->input == NULL ? 0 : context->input->line;
}
#endif
