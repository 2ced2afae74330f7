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

    /** Each watcher that is not gone, with his status: {@code bob active, carol pending}. */
    static String watchers(Notification notification) {
        String all = document(notification).stream()
                .flatMap(watcherinfo -> below(watcherinfo, Namespaces.WATCHERINFO, "watcher"))
                .filter(watcher -> !status(watcher).equals("terminated"))
                .map(watcher -> name(watcher.text()) + " " + status(watcher))
                .sorted()
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "nobody" : all;
    }

    private static Optional<XmlElement> document(Notification notification) {
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

    private static Stream<XmlElement> below(XmlElement element, String namespace, String localName) {
        return element.elements().stream()
                .flatMap(child ->
                        child.is(namespace, localName) ? Stream.of(child) : below(child, namespace, localName));
    }

    private static String status(XmlElement watcher) {
        return watcher.attribute("status").orElse("without a status");
    }

    /** The user part of a URI. */
    private static String name(String uri) {
        return uri.strip().replaceFirst("^[a-z]+:", "").replaceFirst("@.*", "");
    }
}
