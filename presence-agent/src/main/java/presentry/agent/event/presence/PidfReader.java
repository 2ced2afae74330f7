package presentry.agent.event.presence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import presentry.policy.transform.InheritedAttributes;
import presentry.schemas.Namespaces;
import presentry.schemas.SafeXml;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlLimits;
import presentry.schemas.XmlResult;
import presentry.schemas.XmlWriter;

/**
 * Reads presence documents (RFC 3863) as clients in the field write them, some still in the namespace of CPIM-PIDF.
 *
 * <p>What neither this server nor a watcher could make sense of is refused: what is not XML, another root, a tuple, person
 * or device without an id, a tuple without a status, one with two, or with two basic statuses or contacts, a basic status that is
 * neither open nor closed. Text directly in the root has no meaning and is left out. The schema of RFC 3863
 * is <em>not</em> asked, since clients that everybody wants to see do not meet it: a person before the tuples, ids that
 * begin with a digit and so are no {@code xs:ID}, no entity. Elements and attributes that are not known always pass
 * (section 4.2.3).
 */
final class PidfReader {
    /** Children of the root; more than a user has devices and services by an order of magnitude. */
    static final int MAX_COMPONENTS = 256;

    /**
     * UTF-16 units of what the root declares, times its children: composing may have to repeat it for each child. Ten times
     * what a rich document needs.
     */
    static final int MAX_REPEATED_DECLARATIONS = 1 << 16;

    /** UTF-16 units that attributes can add which elements inherit: a language code for each of some ten thousand elements. */
    static final int MAX_HANDED_DOWN = 1 << 18;

    private static final Set<String> BASIC_VALUES = Set.of("open", "closed");

    private PidfReader() {}

    static PidfResult read(String text) {
        return switch (SafeXml.parse(text, XmlLimits.DEFAULT)) {
            case XmlResult.Parsed(XmlElement root) -> read(root);
            case XmlResult.Refused refused ->
                new PidfResult.Refused("the presence document cannot be read: " + refused.message() + " (line "
                        + refused.line() + ", column " + refused.column() + ")");
        };
    }

    private static PidfResult read(XmlElement root) {
        XmlElement presence = root.namespace().equals(CpimPidf.NAMESPACE) ? CpimPidf.asPidf(root) : root;
        return problem(presence, root.elements())
                .<PidfResult>map(PidfResult.Refused::new)
                .orElseGet(() -> new PidfResult.Accepted(InheritedAttributes.handedDown(presence)));
    }

    /** @param written the children as they were written: those have lines */
    private static Optional<String> problem(XmlElement root, List<XmlElement> written) {
        if (!root.is(Namespaces.PIDF, "presence")) {
            return Optional.of("the root element must be `presence` in the namespace `" + Namespaces.PIDF
                    + "` (RFC 3863, section 4.1.1)");
        }
        if (root.elements().size() > MAX_COMPONENTS) {
            return Optional.of("the presence document has more than " + MAX_COMPONENTS + " elements below its root");
        }
        if ((long) lengthOfDeclarations(root) * root.elements().size() > MAX_REPEATED_DECLARATIONS) {
            return Optional.of(
                    "the root element declares too many or too long namespaces for the number of elements below it");
        }
        if (InheritedAttributes.mostAdded(root) > MAX_HANDED_DOWN) {
            return Optional.of(
                    "`xml:lang`, `xml:space` or `xml:base` is too long for the number of elements that inherit it");
        }
        List<XmlElement> children = root.elements();
        return IntStream.range(0, children.size())
                .mapToObj(place ->
                        problemOfChild(children.get(place), written.get(place).line()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static int lengthOfDeclarations(XmlElement root) {
        XmlElement declaring = XmlElement.of("", "", "");
        for (var declaration : root.declarations().entrySet()) {
            declaring = declaring.withDeclaration(declaration.getKey(), declaration.getValue());
        }
        return XmlWriter.write(declaring).length();
    }

    private static Optional<String> problemOfChild(XmlElement child, int line) {
        if (OccurrenceIds.needsOne(child) && OccurrenceIds.of(child).isEmpty()) {
            return Optional.of("the `" + child.localName() + "` on line " + line
                    + " has no `id` (RFC 3863, section 4.1.2; RFC 4479, section 3.5)");
        }
        return child.is(Namespaces.PIDF, "tuple") ? problemOfTuple(child, line) : Optional.empty();
    }

    private static Optional<String> problemOfTuple(XmlElement tuple, int line) {
        Optional<XmlElement> status = tuple.element(Namespaces.PIDF, "status");
        if (status.isEmpty()) {
            return Optional.of("the `tuple` on line " + line + " has no `status` (RFC 3863, section 4.1.2)");
        }
        if (isRepeated(tuple, "status") || isRepeated(tuple, "contact") || isRepeated(status.get(), "basic")) {
            return Optional.of("the `tuple` on line " + line
                    + " has more than one `status`, `basic` or `contact` (RFC 3863, section 4.4)");
        }
        return status.get()
                .element(Namespaces.PIDF, "basic")
                .filter(basic -> !BASIC_VALUES.contains(basic.text().strip()))
                .map(basic -> "the `basic` of the `tuple` on line " + line
                        + " must be `open` or `closed` (RFC 3863, section 4.1.4)");
    }

    /** Of two, rules and watchers might look at different ones. */
    private static boolean isRepeated(XmlElement parent, String localName) {
        return parent.elements().stream()
                        .filter(child -> child.is(Namespaces.PIDF, localName))
                        .count()
                > 1;
    }
}
