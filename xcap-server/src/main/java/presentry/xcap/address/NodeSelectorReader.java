package presentry.xcap.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import presentry.schemas.XmlCharacters;
import presentry.xcap.address.SelectorStep.AttributeTest;
import presentry.xcap.address.SelectorStep.NameTest;

/**
 * Reads the node selector (RFC 4825, section 6.3). The grammar is read, not handed to an XPath engine: what is not in the
 * grammar selects nothing, so there is nothing to inject.
 */
final class NodeSelectorReader {

    /** A step: name or asterisk, then an optional position, then an optional attribute test. */
    private static final Pattern STEP =
            Pattern.compile("([^\\[\\]]+)(?:\\[([0-9]+)\\])?(?:\\[@([^=\\[\\]]+)=(.*)\\])?", Pattern.DOTALL);

    /** A slash between steps, or a quote, each quote raw or percent-encoded. */
    private static final Pattern SLASH_OR_QUOTE = Pattern.compile("/|\"|%22|'|%27");

    /** More digits than any document has elements. */
    private static final int POSITION_DIGITS = 9;

    private final SelectorLimits limits;

    NodeSelectorReader(SelectorLimits limits) {
        this.limits = limits;
    }

    /**
     * @param raw what follows the separator, beginning with a slash or empty, not decoded
     * @param query without the question mark, not decoded
     */
    NodePart read(String raw, String query) {
        if (raw.length() + query.length() > limits.maxChars()) {
            return new NodePart.TooLong("The node selector is longer than " + limits.maxChars() + " characters.");
        }
        if (!raw.startsWith("/")) {
            return new NodePart.NotUnderstood("The node selector is empty.");
        }
        List<String> pieces = split(raw.substring(1));
        if (pieces.size() > limits.maxSteps() + 1) { // the last one may be no step
            return tooManySteps();
        }
        NamespaceBindings bindings =
                NamespaceBindings.read(PercentDecoding.decode(query).orElse(""));
        NodePart read = new Reading(bindings, PercentEncoding.completeQuery(query)).read(pieces);
        return read instanceof NodePart.Selected(NodeSelector selector)
                        && selector.steps().size() > limits.maxSteps()
                ? tooManySteps()
                : read;
    }

    private NodePart tooManySteps() {
        return new NodePart.TooLong("The node selector has more than " + limits.maxSteps() + " steps.");
    }

    /** Splits at slashes outside of quotes. */
    private static List<String> split(String raw) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = SLASH_OR_QUOTE.matcher(raw);
        String quote = "";
        int start = 0;
        while (matcher.find()) {
            String found = matcher.group().replace("%22", "\"").replace("%27", "'");
            if (found.equals("/")) {
                if (quote.isEmpty()) {
                    pieces.add(raw.substring(start, matcher.start()));
                    start = matcher.end();
                }
            } else if (quote.isEmpty()) {
                quote = found;
            } else if (quote.equals(found)) {
                quote = "";
            }
        }
        pieces.add(raw.substring(start));
        return pieces;
    }

    /** One reading of one selector: remembers the first prefix that is not defined. */
    private static final class Reading {
        private final NamespaceBindings bindings;
        private final String query;
        private Optional<String> undefinedPrefix = Optional.empty();

        Reading(NamespaceBindings bindings, String query) {
            this.bindings = bindings;
            this.query = query;
        }

        NodePart read(List<String> pieces) {
            List<SelectorStep> steps = new ArrayList<>();
            Optional<Terminal> terminal = pieces.size() < 2 ? Optional.empty() : terminal(pieces.getLast());
            int count = terminal.isPresent() ? pieces.size() - 1 : pieces.size();
            for (String piece : pieces.subList(0, count)) {
                Optional<SelectorStep> step = step(piece);
                if (step.isEmpty()) {
                    return new NodePart.NotUnderstood("The node selector has a step that is not understood.");
                }
                steps.add(step.get());
            }
            if (undefinedPrefix.isPresent()) {
                return new NodePart.UndefinedPrefix(undefinedPrefix.get());
            }
            return new NodePart.Selected(new NodeSelector(steps, terminal.orElseGet(Terminal.Element::new), query));
        }

        private Optional<Terminal> terminal(String raw) {
            String text = PercentDecoding.decode(raw).orElse("");
            if (text.equals("namespace::*")) {
                return Optional.of(new Terminal.NamespaceBindings());
            }
            return text.startsWith("@")
                    ? attributeName(text.substring(1))
                            .map(name -> new Terminal.Attribute(name, text.substring(1), PercentEncoding.complete(raw)))
                    : Optional.empty();
        }

        private Optional<SelectorStep> step(String raw) {
            Matcher step = STEP.matcher(PercentDecoding.decode(raw).orElse(""));
            if (!step.matches()) {
                return Optional.empty();
            }
            Optional<NameTest> name = nameTest(step.group(1));
            Optional<AttributeTest> test = attributeTest(step);
            if (name.isEmpty() || (step.group(3) != null && test.isEmpty())) {
                return Optional.empty();
            }
            return Optional.of(new SelectorStep(name.get(), position(step), test, PercentEncoding.complete(raw)));
        }

        private static OptionalInt position(Matcher step) {
            if (step.group(2) == null) {
                return OptionalInt.empty();
            }
            String digits = step.group(2).replaceFirst("^0+", "");
            return OptionalInt.of(
                    digits.isEmpty()
                            ? 0
                            : digits.length() > POSITION_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits));
        }

        private Optional<AttributeTest> attributeTest(Matcher step) {
            if (step.group(3) == null) {
                return Optional.empty();
            }
            Optional<ExpandedName> name = attributeName(step.group(3));
            Optional<String> value = AttributeValue.read(step.group(4));
            return name.flatMap(expanded -> value.map(text -> new AttributeTest(expanded, text)));
        }

        /** Section 6.3: a name without prefix is in the default document namespace of the usage. */
        private Optional<NameTest> nameTest(String name) {
            if (name.equals("*")) {
                return Optional.of(new NameTest.Any());
            }
            if (XmlCharacters.isNcName(name)) {
                return Optional.of(new NameTest.InDefaultNamespace(name));
            }
            return prefixed(name).map(NameTest.Exactly::new);
        }

        /** Section 6.3: an attribute name without prefix is in no namespace. */
        private Optional<ExpandedName> attributeName(String name) {
            return XmlCharacters.isNcName(name) ? Optional.of(new ExpandedName("", name)) : prefixed(name);
        }

        private Optional<ExpandedName> prefixed(String name) {
            int colon = name.indexOf(':');
            if (colon < 0) {
                return Optional.empty();
            }
            String prefix = name.substring(0, colon);
            String local = name.substring(colon + 1);
            if (!XmlCharacters.isNcName(prefix) || !XmlCharacters.isNcName(local)) {
                return Optional.empty();
            }
            Optional<String> namespace = bindings.namespace(prefix);
            if (namespace.isEmpty() && undefinedPrefix.isEmpty()) {
                undefinedPrefix = Optional.of(prefix);
            }
            return Optional.of(new ExpandedName(namespace.orElse(""), local));
        }
    }
}
