package presentry.xcap.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.uri.Aor;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.Owner;

/** Usages that the operator describes (RFC 4825, section 5). */
class ConfiguredUsageTest {

    private static final String NAMESPACE = "urn:oma:xml:prs:pres-content";

    private static final DocumentSelector ICON = new DocumentSelector(
            "oma_status-icon", new Owner.User(Aor.parse("sip:alice@example.com").orElseThrow()), "index");

    @TempDir
    private Path folder = Path.of("");

    /** The schema of the Open Mobile Alliance imports that of XML itself from where the W3C keeps it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "schemaLocation='http://www.w3.org/2001/xml.xsd'", "schemaLocation='xml.xsd'"})
    void aSchemaMayImportTheAttributesOfXml(String location) throws IOException {
        ApplicationUsage usage = ((ConfiguredUsage.Making.Made) making(location)).usage();

        assertThat(usage.check(ICON, content("de"))).isEmpty();
        assertThat(usage.check(ICON, content("no language")))
                .hasValueSatisfying(problem -> assertThat(problem).isInstanceOf(Violation.SchemaInvalid.class));
    }

    @Test
    void aSchemaMayNotImportAnotherFile() throws IOException {
        Files.writeString(folder.resolve("other.xsd"), "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>");

        assertThat(making("/><xs:include schemaLocation='other.xsd'"))
                .isInstanceOf(ConfiguredUsage.Making.Refused.class);
    }

    private ConfiguredUsage.Making making(String location) throws IOException {
        Path xsd = Files.writeString(
                folder.resolve("content.xsd"),
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='" + NAMESPACE
                        + "'><xs:import namespace='http://www.w3.org/XML/1998/namespace' " + location + "/>"
                        + "<xs:element name='content'><xs:complexType><xs:attribute ref='xml:lang'/></xs:complexType>"
                        + "</xs:element></xs:schema>");
        return ConfiguredUsage.withSchema("oma_status-icon", "application/vnd.oma.pres-content+xml", NAMESPACE, xsd);
    }

    private static String content(String language) {
        return "<content xmlns='" + NAMESPACE + "' xml:lang='" + language + "'/>";
    }
}
