package presentry.xcap.usage;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;
import presentry.schemas.Namespaces;
import presentry.schemas.SchemaCatalog;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.usage.Violation.SchemaInvalid;

/** A usage that the operator describes in the configuration: its names, and a schema if there is one. */
public final class ConfiguredUsage implements ApplicationUsage {

    private final String auid;
    private final String mediaType;
    private final String namespace;
    private final Optional<Schema> schema;

    private ConfiguredUsage(String auid, String mediaType, String namespace, Optional<Schema> schema) {
        this.auid = auid;
        this.mediaType = mediaType;
        this.namespace = namespace;
        this.schema = schema;
    }

    /** All that making such a usage can end in. */
    public sealed interface Making {

        /** It can be used. */
        record Made(ConfiguredUsage usage) implements Making {}

        /**
         * The schema cannot be used.
         *
         * @param sentence why not, for the person who configured it
         */
        record Refused(String sentence) implements Making {}
    }

    /** A usage without a schema: each well-formed document may be stored. */
    public static ConfiguredUsage withoutSchema(String auid, String mediaType, String namespace) {
        return new ConfiguredUsage(auid, mediaType, namespace, Optional.empty());
    }

    /**
     * A usage with a schema in one file. It may import the namespace of XML itself, whose schema is here; of other files
     * nothing is read.
     *
     * @param namespace the default document namespace
     */
    public static Making withSchema(String auid, String mediaType, String namespace, Path xsd) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            Schema schema = factory.newSchema(new Source[] {
                new StreamSource(SchemaCatalog.schemaOfXml(), Namespaces.XML), new StreamSource(xsd.toFile())
            });
            return new Making.Made(new ConfiguredUsage(auid, mediaType, namespace, Optional.of(schema)));
        } catch (SAXException e) {
            return new Making.Refused(
                    "The schema " + xsd + " of the application usage `" + auid + "` cannot be used: " + e.getMessage());
        }
    }

    @Override
    public String auid() {
        return auid;
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public Optional<String> defaultNamespace() {
        return Optional.of(namespace);
    }

    /** Also without a schema: a client such as Jitsi uses the usage only if its namespace is named (RFC 4825, section 12). */
    @Override
    public List<String> namespaces() {
        return List.of(namespace);
    }

    @Override
    public Optional<Violation> check(DocumentSelector document, String text) {
        if (schema.isEmpty()) {
            return Optional.empty();
        }
        try {
            Validator validator = schema.get().newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.validate(new StreamSource(new StringReader(text)));
            return Optional.empty();
        } catch (SAXException | IOException e) {
            return Optional.of(new SchemaInvalid(String.valueOf(e.getMessage())));
        }
    }
}
