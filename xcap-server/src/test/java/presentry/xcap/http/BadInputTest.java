package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that want to do harm: each is refused with a 4xx, nothing is fetched, and nothing is stored. */
class BadInputTest {

    private static final String INDEX = "/pres-rules/users/sip:alice@example.com/index";
    private static final String CP = "?xmlns(cp=urn:ietf:params:xml:ns:common-policy)";

    private final XcapServerFixture server;

    BadInputTest(@TempDir Path folder) {
        server = new XcapServerFixture(folder);
    }

    @BeforeEach
    void store() {
        server.putRules(INDEX, Rules.ALLOW_BOB);
    }

    @AfterEach
    void close() {
        server.close();
    }

    static Stream<String> documents() {
        return Stream.of(
                "<!DOCTYPE r [<!ENTITY a \"a\"><!ENTITY b \"&a;&a;&a;\">]><r>&b;</r>",
                "<!DOCTYPE r [<!ENTITY % x SYSTEM \"file:///etc/passwd\">%x;]><r/>",
                "<r>&undeclared;</r>",
                "<p:r/>",
                "<r p:a='1'/>",
                "<a>".repeat(10_000) + "</a>".repeat(10_000),
                "<r " + attributes(100_000) + "/>",
                "<" + "n".repeat(100_000) + "/>",
                "<r xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='file:///etc/passwd'/></r>",
                "<r>\u0000</r>",
                "<r>]]></r>",
                "<?xml version='1.1'?><r/>",
                "",
                " ");
    }

    private static String attributes(int count) {
        StringBuilder attributes = new StringBuilder();
        IntStream.range(0, count).forEach(i -> attributes.append("a").append(i).append("='' "));
        return attributes.toString();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aBadDocumentIsAConflictAndTheOldOneStays(String document) {
        HttpResponse<String> refused = server.putRules(INDEX, document);

        assertThat(refused.statusCode()).isIn(409, 413);
        assertThat(server.get(INDEX).body()).isEqualTo(Rules.ALLOW_BOB);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aBadElementIsAConflictAndTheDocumentStays(String element) {
        HttpResponse<String> refused = server.put("xcap-el", INDEX + "/~~/cp:ruleset" + CP, element);

        assertThat(refused.statusCode()).isIn(409, 413);
        assertThat(server.get(INDEX).body()).isEqualTo(Rules.ALLOW_BOB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1"})
    void anotherEncodingIsAConflict(String encoding) {
        byte[] octets = "<r>\u00e9</r>".getBytes(Charset.forName(encoding));

        String answer = server.raw(put(octets), octets);

        assertThat(answer).startsWith("HTTP/1.1 409 ").contains("<not-utf-8 ");
    }

    @Test
    void overlongUtf8IsAConflict() {
        byte[] octets = {'<', 'r', '>', (byte) 0xC0, (byte) 0xAF, '<', '/', 'r', '>'};

        assertThat(server.raw(put(octets), octets)).startsWith("HTTP/1.1 409 ").contains("<not-utf-8 ");
    }

    private static String put(byte[] octets) {
        return "PUT " + XcapServerFixture.ROOT + INDEX + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/auth-policy+xml\r\nContent-Length: " + octets.length + "\r\n\r\n";
    }
}
