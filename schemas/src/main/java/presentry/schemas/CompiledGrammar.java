package presentry.schemas;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.SAXException;

/**
 * A grammar with its schemas compiled: immutable and shared by all threads.
 *
 * @param knownNamespaces the namespaces in which nothing undefined may occur
 */
record CompiledGrammar(Grammar grammar, Schema schema, Set<String> knownNamespaces) {

    private static final String LOCALE = "http://apache.org/xml/properties/locale";

    /** Reads the schemas from the class path; that they are there and sound is ours to guarantee. */
    static CompiledGrammar compile(Grammar grammar) {
        // The namespace of XML itself has more attributes than the one defined here.
        Set<String> known = schemas(grammar).stream()
                .map(SchemaFile::namespace)
                .filter(Predicate.not(Namespaces.XML::equals))
                .collect(Collectors.toUnmodifiableSet());
        Source[] sources = schemas(grammar).stream()
                .map(file -> new StreamSource(file.open(), file.fileName()))
                .toArray(Source[]::new);
        try {
            return new CompiledGrammar(grammar, factory().newSchema(sources), known);
        } catch (SAXException unsound) {
            throw new IllegalStateException("a schema of " + grammar + " is unsound", unsound);
        }
    }

    /** A validator of documents of this grammar, for one thread at a time. */
    ValidatorHandler newValidator() {
        ValidatorHandler validator = schema.newValidatorHandler();
        try {
            // Messages are in the one language of this server, whatever the locale of the machine.
            validator.setProperty(LOCALE, Locale.ROOT);
        } catch (SAXException unknownProperty) {
            throw new IllegalStateException("the validator of this JDK cannot be told its language", unknownProperty);
        }
        return validator;
    }

    /** Each schema behind those that it imports. */
    private static List<SchemaFile> schemas(Grammar grammar) {
        return switch (grammar) {
            case PRES_RULES, IM_RULES -> List.of(SchemaFile.COMMON_POLICY, SchemaFile.PRES_RULES, SchemaFile.IM_RULES);
            case LEGACY_RULES -> List.of(SchemaFile.DRAFT_COMMON_POLICY, SchemaFile.PRES_RULES, SchemaFile.IM_RULES);
            case PIDF ->
                List.of(SchemaFile.XML, SchemaFile.PIDF, SchemaFile.DATA_MODEL, SchemaFile.RPID, SchemaFile.CIPID);
            case WATCHERINFO -> List.of(SchemaFile.XML, SchemaFile.WATCHERINFO);
            case XCAP_ERROR -> List.of(SchemaFile.XCAP_ERROR);
            case XCAP_CAPS -> List.of(SchemaFile.XCAP_CAPS);
            case RESOURCE_LISTS -> List.of(SchemaFile.XML, SchemaFile.RESOURCE_LISTS);
            case RLS_SERVICES -> List.of(SchemaFile.XML, SchemaFile.RESOURCE_LISTS, SchemaFile.RLS_SERVICES);
        };
    }

    /** Imports find what they need among the schemas given together; nothing is ever looked for elsewhere. */
    private static SchemaFactory factory() throws SAXException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory;
    }
}
