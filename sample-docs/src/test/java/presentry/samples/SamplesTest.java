package presentry.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.schemas.Grammar;
import presentry.schemas.SchemaCatalog;

class SamplesTest {

    private static final SchemaCatalog CATALOG = SchemaCatalog.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allow-bob",
                "allow-bob-and-carol",
                "allow-bob-at-work",
                "allow-bob-basic-only",
                "allow-bob-block-carol",
                "allow-bob-for-an-hour",
                "allow-bob-nothing",
                "allow-bob-polite-block-carol",
                "allow-bob-until",
                "allow-domain-except-one",
                "allow-everybody-everything",
                "allow-friends-list",
                "allow-known-block-anonymous",
                "block-and-allow-bob",
                "block-bob",
                "block-bob-allow-carol",
                "block-bob-confirm-carol",
                "confirm-bob",
                "polite-block-bob",
            })
    void presenceRulesAreValid(String name) throws IOException {
        assertThat(CATALOG.validate(Grammar.PRES_RULES, read("rules/" + name + ".xml")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"im-block-at-work", "im-block-bob", "im-block-carol"})
    void messageRulesAreValid(String name) throws IOException {
        assertThat(CATALOG.validate(Grammar.IM_RULES, read("rules/" + name + ".xml")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy-presence-rules", "legacy-im-rules"})
    void rulesOfTheOldDialectAreValidAsSuchOnly(String name) throws IOException {
        String text = read("rules/" + name + ".xml");

        assertThat(CATALOG.validate(Grammar.LEGACY_RULES, text)).isEmpty();
        assertThat(CATALOG.validate(Grammar.PRES_RULES, text)).isPresent();
        assertThat(CATALOG.validate(Grammar.IM_RULES, text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at-work",
                "closed",
                "on-the-phone",
                "open",
                "open-with-person",
                "two-devices-desk",
                "two-devices-mobile",
            })
    void presenceDocumentsAreValid(String name) throws IOException {
        assertThat(CATALOG.validate(Grammar.PIDF, read("presence/" + name + ".xml")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"friends-and-colleagues", "friends-bob"})
    void listsAreValid(String name) throws IOException {
        assertThat(CATALOG.validate(Grammar.RESOURCE_LISTS, read("lists/" + name + ".xml")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rules/invalid/not-well-formed.xml, PRES_RULES, identity",
        "rules/invalid/doctype.xml, PRES_RULES, document type",
        "rules/invalid/misspelt-element.xml, PRES_RULES, sub-handlin",
        "rules/invalid/empty-identity.xml, PRES_RULES, identity",
        "rules/invalid/wrong-root.xml, PRES_RULES, root element",
        "rules/invalid/unknown-handling.xml, PRES_RULES, refuse",
        "presence/invalid/no-status.xml, PIDF, tuple",
        "presence/invalid/without-entity.xml, PIDF, entity",
    })
    void invalidDocumentsAreRefusedForTheReasonTheyState(String file, Grammar grammar, String reason)
            throws IOException {
        assertThat(CATALOG.validate(grammar, read(file)))
                .hasValueSatisfying(problem -> assertThat(problem.message()).contains(reason));
    }

    /** The documents of the old dialect stand as their users wrote them. */
    @ParameterizedTest
    @MethodSource("documents")
    void everyDocumentSaysWhatItShows(Path document) throws IOException {
        List<String> lines = Files.readAllLines(document, UTF_8);

        assertThat(lines.getFirst()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"");
        if (!document.getFileName().toString().startsWith("legacy-")) {
            assertThat(lines.get(1)).startsWith("<!-- ").endsWith(". -->");
        }
    }

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(samples())) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList().stream();
        }
    }

    private static Path samples() {
        return Path.of("target", "classes", "samples");
    }

    private static String read(String file) throws IOException {
        try (var stream = SamplesTest.class.getResourceAsStream("/samples/" + file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), UTF_8);
        }
    }
}
