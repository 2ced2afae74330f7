package presentry.policy.read;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import presentry.policy.model.PresentitySphere;
import presentry.policy.model.Token;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;

/**
 * Finds out in which sphere a presentity is (RFC 5025, section 3.1.2): what all persons of all published documents that name one
 * agree on. RFC 4480, section 3.10, gives a sphere as an element inside {@code <sphere>} in its schema and as text in its example:
 * both are read.
 */
public final class SphereReader {
    private SphereReader() {}

    /**
     * The sphere at a moment.
     *
     * @param published the roots of all published presence documents, before they are composed into one
     */
    public static PresentitySphere read(List<XmlElement> published, Instant now) {
        var states = published.stream()
                .flatMap(SphereReader::spheres)
                .map(SphereReader::state)
                .toList();
        var next = states.stream()
                .flatMap(state -> Stream.of(state.from, state.until))
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        var current = states.stream()
                .filter(state -> now.compareTo(state.from) >= 0 && now.isBefore(state.until))
                .toList();
        return new PresentitySphere(agreed(current), next);
    }

    private static Stream<XmlElement> spheres(XmlElement presence) {
        return presence.elements().stream()
                .filter(component -> component.is(Namespaces.DATA_MODEL, "person"))
                .flatMap(person -> person.elements().stream())
                .filter(attribute -> attribute.is(Namespaces.RPID, "sphere"));
    }

    /** One that says nothing clear agrees with no other, and with nothing alone. */
    private static Optional<String> agreed(List<State> current) {
        var first = current.stream().findFirst().flatMap(State::value);
        return first.filter(value -> current.stream()
                .allMatch(state -> state.value.filter(value::equalsIgnoreCase).isPresent()));
    }

    /** Its time is that of RFC 4480, section 3.10. With a time that cannot be read it is there always, and says nothing clear. */
    private static State state(XmlElement sphere) {
        var from = bound(sphere, "from", DateTimeReader::from, Instant.MIN);
        var until = bound(sphere, "until", DateTimeReader::until, Instant.MAX);
        return from.isPresent() && until.isPresent()
                ? new State(value(sphere), from.get(), until.get())
                : new State(Optional.empty(), Instant.MIN, Instant.MAX);
    }

    private static Optional<Instant> bound(
            XmlElement sphere, String name, Function<String, Optional<Instant>> reader, Instant open) {
        var text = sphere.attribute(name);
        return text.isPresent() ? reader.apply(text.get()) : Optional.of(open);
    }

    private static Optional<String> value(XmlElement sphere) {
        var elements = sphere.elements();
        var value = elements.isEmpty()
                ? Token.collapse(sphere.text())
                : elements.getFirst().localName();
        return elements.size() > 1 || value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private record State(Optional<String> value, Instant from, Instant until) {}
}
