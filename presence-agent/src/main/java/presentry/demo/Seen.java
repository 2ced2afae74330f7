package presentry.demo;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import presentry.schemas.Namespaces;
import presentry.schemas.SafeXml;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlLimits;
import presentry.schemas.XmlResult;

/** What a NOTIFY tells, in a few words that fit into a line of the demo. */
final class Seen {
    private Seen() {}

    /** State, basic status and activities: {@code active, open, busy}. */
    static String presence(Notification notification) {
        String state = notification.state()
                + notification.reason().map(reason -> " " + reason).orElse("");
        return document(notification)
                .map(presence -> Stream.of(Stream.of(state), basics(presence), activities(presence))
                        .flatMap(words -> words)
                        .collect(Collectors.joining(", ")))
                .orElse(state + ", nothing");
    }

    /** The document that a NOTIFY carries; empty if there is none to be read. */
    static Optional<XmlElement> document(Notification notification) {
        return notification.body().flatMap(body -> switch (SafeXml.parse(body, XmlLimits.DEFAULT)) {
            case XmlResult.Parsed parsed -> Optional.of(parsed.root());
            case XmlResult.Refused refused -> Optional.empty();
        });
    }

    private static Stream<String> basics(XmlElement presence) {
        return below(presence, Namespaces.PIDF, "basic").map(XmlElement::text).map(String::strip);
    }

    private static Stream<String> activities(XmlElement presence) {
        return below(presence, Namespaces.RPID, "activities")
                .flatMap(activities -> activities.elements().stream())
                .map(XmlElement::localName);
    }

    /** The elements of that name, wherever they are below {@code element}. */
    static Stream<XmlElement> below(XmlElement element, String namespace, String localName) {
        return element.elements().stream()
                .flatMap(child ->
                        child.is(namespace, localName) ? Stream.of(child) : below(child, namespace, localName));
    }
}
