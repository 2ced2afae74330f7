package presentry.demo;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;

/**
 * Who watches somebody, as far as he was told: a full document begins anew, a partial one tells of changes (RFC 3858,
 * section 4.2).
 */
final class KnownWatchers {
    private final Map<String, String> byId = new TreeMap<>();

    /** Takes in what a NOTIFY tells. */
    void told(Notification notification) {
        Optional<XmlElement> watcherinfo = Seen.document(notification);
        if (watcherinfo.flatMap(document -> document.attribute("state")).equals(Optional.of("full"))) {
            byId.clear();
        }
        watcherinfo.stream()
                .flatMap(document -> Seen.below(document, Namespaces.WATCHERINFO, "watcher"))
                .forEach(this::changed);
    }

    private void changed(XmlElement watcher) {
        String id = watcher.attribute("id").orElse("without an id");
        String status = watcher.attribute("status").orElse("without a status");
        if (status.equals("terminated")) {
            byId.remove(id);
        } else {
            byId.put(id, name(watcher.text()) + " " + status);
        }
    }

    /** The user part of a URI. */
    private static String name(String uri) {
        return uri.strip().replaceFirst("^[a-z]+:", "").replaceFirst("@.*", "");
    }

    /** Each of them with his status: {@code bob active, carol pending}. */
    @Override
    public String toString() {
        return byId.isEmpty() ? "nobody" : byId.values().stream().sorted().collect(Collectors.joining(", "));
    }
}
