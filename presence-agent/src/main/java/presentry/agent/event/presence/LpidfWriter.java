package presentry.agent.event.presence;

import presentry.schemas.XmlElement;

/**
 * Writes LPIDF as SER's {@code pa} does: a line that names the presentity, and one for each place where he can be reached. A
 * closed tuple is no such place. Names stand in angle brackets, since a URI may have parameters of its own.
 */
final class LpidfWriter {
    private static final String LINE_END = "\r\n";

    private LpidfWriter() {}

    /** @param presence the root of a presence document (RFC 3863) with an entity */
    static String write(XmlElement presence) {
        StringBuilder lines = new StringBuilder();
        lines.append("To: <")
                .append(presence.attribute("entity").orElse(""))
                .append('>')
                .append(LINE_END);
        for (Tuple tuple : Tuple.of(presence)) {
            if (tuple.open()) {
                lines.append("Contact: <").append(tuple.address()).append('>');
                tuple.priority().ifPresent(priority -> lines.append(";q=").append(priority));
                lines.append(LINE_END);
            }
        }
        return lines.toString();
    }
}
