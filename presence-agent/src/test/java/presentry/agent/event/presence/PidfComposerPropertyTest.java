package presentry.agent.event.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlNode;
import presentry.schemas.XmlText;
import presentry.schemas.XmlWriter;

/** What holds for any documents of two devices, whatever prefixes, namespaces and ids they use. */
class PidfComposerPropertyTest {
    private static final List<String> EXTENSIONS =
            List.of("urn:one", "urn:two", Namespaces.RPID, Namespaces.DATA_MODEL);

    /** RFC 4479, section 3.5. */
    @Property
    void noTwoOccurrencesHaveTheSameId(@ForAll("documents") XmlElement first, @ForAll("documents") XmlElement second) {
        assertThat(ids(written(List.of(first, second)))).doesNotHaveDuplicates();
    }

    @Property
    void theSameDocumentsAlwaysMakeTheSameDocument(
            @ForAll("documents") XmlElement first, @ForAll("documents") XmlElement second) {
        assertThat(XmlWriter.write(PidfComposer.compose(Documents.published(List.of(first, second)))))
                .isEqualTo(XmlWriter.write(PidfComposer.compose(Documents.published(List.of(first, second)))));
    }

    /** Names and text as they were, and each prefix in scope bound as it was, on every child of both documents. */
    @Property
    void everyElementOfBothDocumentsKeepsItsMeaning(
            @ForAll("documents") XmlElement first, @ForAll("documents") XmlElement second) {
        List<Child> composed = childrenWithScope(written(List.of(first, second)));

        List<Child> published = Stream.of(first, second)
                .flatMap(document -> childrenWithScope(document).stream())
                .toList();
        assertThat(composed).allMatch(child -> published.stream().anyMatch(child::stillMeans));
        assertThat(composed)
                .extracting(Child::meaning)
                .containsAll(published.stream().map(Child::meaning).toList());
    }

    /** Notes and persons that say the same may stand there once for both. */
    @Property
    void noTupleOrDeviceOrExtensionIsLost(
            @ForAll("documents") XmlElement first, @ForAll("documents") XmlElement second) {
        assertThat(unmergeable(written(List.of(first, second)))).isEqualTo(unmergeable(first) + unmergeable(second));
    }

    @Property
    void theDefaultNamespaceOfTheComposedDocumentIsThatOfPidf(
            @ForAll("documents") XmlElement first, @ForAll("documents") XmlElement second) {
        assertThat(written(List.of(first, second)).declarations()).containsEntry("", Namespaces.PIDF);
    }

    /**
     * Documents with `p` for PIDF, or no prefix, or both, and `x` and `y` for anything, so that two documents often disagree.
     */
    @Provide
    Arbitrary<XmlElement> documents() {
        Arbitrary<String> rootPrefix = Arbitraries.of("", "p");
        Arbitrary<String> defaultNamespace = Arbitraries.of("", "urn:one", Namespaces.PIDF);
        Arbitrary<String> extension = Arbitraries.of(EXTENSIONS);
        Arbitrary<List<String>> children = children().list().ofMaxSize(5);
        return Combinators.combine(rootPrefix, defaultNamespace, extension, extension, children)
                .as(PidfComposerPropertyTest::document)
                .map(Documents::parse);
    }

    private static String document(String prefix, String defaultNamespace, String x, String y, List<String> children) {
        String root = prefix.isEmpty() ? "presence" : "p:presence";
        String unprefixed = prefix.isEmpty() ? Namespaces.PIDF : defaultNamespace;
        return "<" + root + " xmlns='" + unprefixed + "' xmlns:p='" + Namespaces.PIDF + "' xmlns:dm='"
                + Namespaces.DATA_MODEL + "' xmlns:x='" + x + "' xmlns:y='" + y + "' entity='sip:alice@example.com'>"
                + String.join("\n", children) + "</" + root + ">";
    }

    private Arbitrary<String> children() {
        Arbitrary<String> ids = Arbitraries.of("a", "a-2", "b");
        Arbitrary<String> contents = Arbitraries.of(
                "",
                "<x:e y:a='x:q'>y:text</x:e>",
                "<e/>",
                "<x:e xmlns:x='urn:three'><x:e/></x:e>",
                "<e xmlns='urn:four'/>");
        return Arbitraries.oneOf(
                Combinators.combine(ids, contents)
                        .as((id, content) -> "<p:tuple id='" + id + "'><p:status>" + content + "</p:status></p:tuple>"),
                Combinators.combine(ids, contents)
                        .as((id, content) -> "<dm:person id='" + id + "'>" + content + "</dm:person>"),
                Combinators.combine(ids, contents)
                        .as((id, content) -> "<dm:device id='" + id + "'>" + content + "</dm:device>"),
                Arbitraries.of("one", "two").map(text -> "<p:note>" + text + "</p:note>"),
                contents);
    }

    /** Composed, written and read again: what a watcher reads. */
    private static XmlElement written(List<XmlElement> documents) {
        return Documents.parse(XmlWriter.write(PidfComposer.compose(Documents.published(documents))));
    }

    private static long unmergeable(XmlElement presence) {
        return presence.elements().stream()
                .filter(child -> !child.is(Namespaces.PIDF, "note") && !child.is(Namespaces.DATA_MODEL, "person"))
                .count();
    }

    /**
     * A child of the root as a namespace-aware reader understands it.
     *
     * @param meaning names with prefixes and namespaces, attributes, text; the id of an occurrence is left out
     * @param scope each prefix that can be used in it
     */
    private record Child(String meaning, Map<String, String> scope) {
        boolean stillMeans(Child published) {
            return meaning.equals(published.meaning) && scope.entrySet().containsAll(published.scope.entrySet());
        }
    }

    private static List<Child> childrenWithScope(XmlElement root) {
        List<Child> children = new ArrayList<>();
        for (XmlElement child : root.elements()) {
            Map<String, String> scope = new HashMap<>(Map.of("", ""));
            scope.putAll(root.declarations());
            scope.putAll(child.declarations());
            children.add(new Child(meaning(child), scope));
        }
        return children;
    }

    private static String meaning(XmlElement element) {
        String attributes = element.attributes().stream()
                .filter(attribute -> !OccurrenceIds.needsOne(element)
                        || !attribute.localName().equals("id"))
                .map(attribute -> " " + attribute.prefix() + "{" + attribute.namespace() + "}" + attribute.localName()
                        + "=" + attribute.value())
                .collect(Collectors.joining());
        String content = element.children().stream()
                .map(PidfComposerPropertyTest::meaning)
                .collect(Collectors.joining());
        return "<" + element.prefix() + "{" + element.namespace() + "}" + element.localName() + attributes + ">"
                + content + "</>";
    }

    private static String meaning(XmlNode node) {
        return switch (node) {
            case XmlElement element -> meaning(element);
            case XmlText text -> text.value();
        };
    }

    private static List<String> ids(XmlElement presence) {
        return presence.elements().stream()
                .filter(OccurrenceIds::needsOne)
                .map(one -> OccurrenceIds.of(one).orElseThrow())
                .toList();
    }
}
