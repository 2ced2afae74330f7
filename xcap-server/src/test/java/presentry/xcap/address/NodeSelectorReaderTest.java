package presentry.xcap.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.xcap.address.SelectorStep.NameTest;

/** The grammar of RFC 4825, sections 6.3 and 6.4. */
class NodeSelectorReaderTest {

    private final NodeSelectorReader reader = new NodeSelectorReader(new SelectorLimits(200, 4));

    @Test
    void aStepByNameIsInTheDefaultNamespace() {
        NodeSelector selector = selected("/ruleset", "");

        assertThat(selector.lastStep().name()).isEqualTo(new NameTest.InDefaultNamespace("ruleset"));
        assertThat(selector.terminal()).isEqualTo(new Terminal.Element());
    }

    @Test
    void aPrefixIsResolvedByTheQuery() {
        NodeSelector selector = selected("/cp:ruleset", "xmlns(cp=urn:x)");

        assertThat(selector.lastStep().name()).isEqualTo(new NameTest.Exactly(new ExpandedName("urn:x", "ruleset")));
    }

    @Test
    void positionAndAttributeMayStandTogetherInThisOrder() {
        SelectorStep step = selected("/*[2][@id=\"a b\"]", "").lastStep();

        assertThat(step.name()).isEqualTo(new NameTest.Any());
        assertThat(step.position()).isEqualTo(OptionalInt.of(2));
        assertThat(step.attribute()).hasValue(new SelectorStep.AttributeTest(new ExpandedName("", "id"), "a b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a[@u=\"sip:x@y;user=phone\"]",
                "/a%5B@u=%22sip:x@y;user=phone%22%5D",
                "/a%5b%40u%3d%22sip%3ax%40y%3Buser%3Dphone%22%5d",
                "/a[@u='sip:x@y;user=phone']",
                "/a[@u=%27sip:x@y;user=phone%27]"
            })
    void quotesAndBracketsMayBeRawOrEncoded(String raw) {
        assertThat(selected(raw, "").lastStep().attribute().orElseThrow().value())
                .isEqualTo("sip:x@y;user=phone");
    }

    @Test
    void aSlashWithinQuotesDoesNotSeparateSteps() {
        NodeSelector selector = selected("/a[@u=\"http://x/~~/y\"]/b[@v='%2F\"/']", "");

        assertThat(selector.steps()).hasSize(2);
        assertThat(selector.steps().getFirst().attribute().orElseThrow().value())
                .isEqualTo("http://x/~~/y");
        assertThat(selector.lastStep().attribute().orElseThrow().value()).isEqualTo("/\"/");
    }

    @Test
    void valuesAreDecodedOnceAndAPlusIsNoSpace() {
        assertThat(selected("/a[@u=\"%2541+b\"]", "")
                        .lastStep()
                        .attribute()
                        .orElseThrow()
                        .value())
                .isEqualTo("%41+b");
    }

    @Test
    void referencesInAValueAreExpandedAndALoneAmpersandStandsForItself() {
        assertThat(selected("/a[@u=\"&amp;&#x41;&#66;&quot; & &foo;\"]", "")
                        .lastStep()
                        .attribute()
                        .orElseThrow()
                        .value())
                .isEqualTo("&AB\" & &foo;");
    }

    @Test
    void anAttributeSelectorEndsTheSelector() {
        assertThat(selected("/a/@p:b", "xmlns(p=urn:x)").terminal())
                .isEqualTo(new Terminal.Attribute(new ExpandedName("urn:x", "b"), "p:b", "@p:b"));
    }

    @Test
    void aNamespaceSelectorEndsTheSelector() {
        assertThat(selected("/a/namespace::*", "").terminal()).isEqualTo(new Terminal.NamespaceBindings());
        assertThat(selected("/a/namespace%3A%3A%2A", "").terminal()).isEqualTo(new Terminal.NamespaceBindings());
    }

    @Test
    void theLastOfTwoBindingsOfAPrefixHoldsAndOtherSchemesAreIgnored() {
        NodeSelector selector = selected("/p:a", "xmlns(p=urn:x)%20element(/1/(2))xmlns(p=urn:y^(1^)^^)");

        assertThat(selector.lastStep().name()).isEqualTo(new NameTest.Exactly(new ExpandedName("urn:y(1)^", "a")));
    }

    @Test
    void thePrefixXmlIsAlwaysDefinedAndCannotBeBoundElsewhere() {
        assertThat(selected("/a[@xml:lang=\"de\"]", "xmlns(xml=urn:x)")
                        .lastStep()
                        .attribute()
                        .orElseThrow()
                        .name()
                        .namespace())
                .isEqualTo("http://www.w3.org/XML/1998/namespace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/p:a", "/a/p:b/c", "/a[@p:b=\"c\"]", "/a/@p:b", "/a[@xmlns:b=\"c\"]"})
    void aPrefixWithoutBindingIsToldAsSuch(String raw) {
        assertThat(reader.read(raw, "xmlns(q=urn:x)")).isInstanceOf(NodePart.UndefinedPrefix.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//",
                "/a//b",
                "/a/",
                "/a/..",
                "/.",
                "/a[last()]",
                "/a[position()=1]",
                "/a[@b]",
                "/a[@b=\"c\"][1]",
                "/a[1][2]",
                "/a[@b=\"c\"][@d=\"e\"]",
                "/a[-1]",
                "/a[1.5]",
                "/a[@b=\"c]",
                "/a[@b=c]",
                "/a[@b=\"c\" or 1=1]",
                "/a[@b=\"<\"]",
                "/a|b",
                "/text()",
                "/a/@b/c",
                "/@a",
                "/a/@*",
                "/a/namespace::x",
                "/child::a",
                "/1a",
                "/a%2Fb",
                "/a b",
                "/a[ 1 ]",
                "/p::a",
                "/:a",
                "/a:"
            })
    void whatIsNotInTheGrammarSelectsNothing(String raw) {
        assertThat(reader.read(raw, "xmlns(p=urn:x)")).isInstanceOf(NodePart.NotUnderstood.class);
    }

    @Test
    void aPositionBeyondAllNumbersIsRead() {
        assertThat(selected("/a[99999999999999999999]", "").lastStep().position())
                .isEqualTo(OptionalInt.of(Integer.MAX_VALUE));
        assertThat(selected("/a[007]", "").lastStep().position()).isEqualTo(OptionalInt.of(7));
    }

    @Test
    void aSelectorBeyondTheLimitsIsToldAsSuch() {
        assertThat(reader.read("/a/b/c/d", "")).isInstanceOf(NodePart.Selected.class);
        assertThat(reader.read("/a/b/c/d/@e", "")).isInstanceOf(NodePart.Selected.class);
        assertThat(reader.read("/a/b/c/d/e", "")).isInstanceOf(NodePart.TooLong.class);
        assertThat(reader.read("/a/b/c/d/e/f", "")).isInstanceOf(NodePart.TooLong.class);
        assertThat(reader.read("/" + "a".repeat(300), "")).isInstanceOf(NodePart.TooLong.class);
    }

    @Test
    void aSelectorIsWrittenPercentEncoded() {
        NodeSelector selector = selected("/p:a[@b=\"ü\"]/@p:c", "xmlns(p=urn:x)");

        assertThat(selector.written()).isEqualTo("p:a%5B@b=%22%C3%BC%22%5D/@p:c?xmlns(p=urn:x)");
        assertThat(selector.written(1)).isEqualTo("p:a%5B@b=%22%C3%BC%22%5D");
    }

    private NodeSelector selected(String raw, String query) {
        return ((NodePart.Selected) reader.read(raw, query)).selector();
    }
}
