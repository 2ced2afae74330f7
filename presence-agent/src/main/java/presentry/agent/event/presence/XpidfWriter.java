package presentry.agent.event.presence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlWriter;

/**
 * Writes XPIDF as Windows Messenger 4.7 reads it: a draft that never became a standard, with Messenger's own
 * {@code msnsubstatus}. There is an atom for each tuple, and what the user is doing, if the watcher may see it, decides how
 * an open one is called. Notes and all else have no place in it.
 */
final class XpidfWriter {
    private static final String PROLOGUE = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE presence PUBLIC "-//IETF//DTD RFCxxxx XPIDF 1.0//EN" "xpidf.dtd">
        """;

    /** For who has no tuple to be shown: Messenger takes no document without an atom. */
    private static final String NO_TUPLE = "none";

    /** What all who write the format put where nothing better is known. */
    private static final String USUAL_PRIORITY = "0.8";

    /** How an address is called. Of several activities the first one here counts. */
    private enum Status {
        ON_THE_PHONE("on-the-phone", "inuse", "onthephone"),
        BUSY("busy", "inuse", "busy"),
        AWAY("away", "open", "away"),
        ONLINE("", "open", "online"),
        OFFLINE("", "closed", "offline");

        /** In the namespace of RFC 4480; empty for none. */
        private final String activity;

        private final String status;
        private final String substatus;

        Status(String activity, String status, String substatus) {
            this.activity = activity;
            this.status = status;
            this.substatus = substatus;
        }
    }

    private XpidfWriter() {}

    /** @param presence the root of a presence document (RFC 3863) with an entity */
    static String write(XmlElement presence) {
        String entity = presence.attribute("entity").orElse("");
        Status whenOpen = whenOpen(presence);
        List<Tuple> tuples = Tuple.of(presence);
        XmlElement root =
                element("presence").withChild(element("presentity").withAttribute("uri", entity + ";method=SUBSCRIBE"));
        if (tuples.isEmpty()) {
            root = root.withChild(atom(new Tuple(NO_TUPLE, false, entity, Optional.empty()), Status.OFFLINE));
        }
        for (Tuple tuple : tuples) {
            root = root.withChild(atom(tuple, tuple.open() ? whenOpen : Status.OFFLINE));
        }
        return PROLOGUE + XmlWriter.write(root) + "\n";
    }

    private static XmlElement atom(Tuple tuple, Status status) {
        XmlElement address = element("address")
                .withAttribute("uri", tuple.address())
                .withAttribute("priority", tuple.priority().orElse(USUAL_PRIORITY))
                .withChild(element("status").withAttribute("status", status.status))
                .withChild(element("msnsubstatus").withAttribute("substatus", status.substatus));
        return element("atom").withAttribute("id", tuple.id()).withChild(address);
    }

    /** RFC 4480, section 3.2: what the persons in the document are doing. */
    private static Status whenOpen(XmlElement presence) {
        List<String> activities = presence.elements().stream()
                .filter(child -> child.is(Namespaces.DATA_MODEL, "person"))
                .flatMap(person -> person.elements().stream())
                .filter(child -> child.is(Namespaces.RPID, "activities"))
                .flatMap(list -> list.elements().stream())
                .filter(activity -> activity.namespace().equals(Namespaces.RPID))
                .map(XmlElement::localName)
                .toList();
        return Arrays.stream(Status.values())
                .filter(status -> activities.contains(status.activity))
                .findFirst()
                .orElse(Status.ONLINE);
    }

    private static XmlElement element(String localName) {
        return XmlElement.of("", "", localName);
    }
}
