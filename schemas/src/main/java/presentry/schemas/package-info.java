/**
 * The grammar of every document: names of namespaces and media types, reading and writing XML without trusting it, and
 * the schemas, compiled once. Knows no protocol and no meaning: what a document says is for others to decide.
 * Start reading at {@link presentry.schemas.SafeXml}, then {@link presentry.schemas.SchemaCatalog}.
 */
@NullMarked
package presentry.schemas;

import org.jspecify.annotations.NullMarked;
