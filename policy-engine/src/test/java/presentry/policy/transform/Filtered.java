package presentry.policy.transform;

import java.util.TreeSet;
import presentry.policy.model.Attribute;
import presentry.policy.model.OccurrenceSelector;
import presentry.policy.model.OccurrenceSet;
import presentry.policy.model.Permissions;
import presentry.schemas.SafeXml;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlLimits;
import presentry.schemas.XmlResult;
import presentry.schemas.XmlWriter;

/** Presence documents and permissions for tests, and what becomes of the one under the other. */
final class Filtered {
    private Filtered() {}

    /** All components of all kinds, none of their attributes. */
    static Permissions.Builder components() {
        return Permissions.builder()
                .services(OccurrenceSet.ALL)
                .persons(OccurrenceSet.ALL)
                .devices(OccurrenceSet.ALL);
    }

    static Permissions showing(Attribute attribute) {
        return components().attribute(attribute).build();
    }

    static OccurrenceSet only(OccurrenceSelector.Kind kind, String value) {
        var members = new TreeSet<OccurrenceSelector>();
        members.add(new OccurrenceSelector(kind, value));
        return new OccurrenceSet(false, members);
    }

    static String presence(String content) {
        return "<presence xmlns=\"urn:ietf:params:xml:ns:pidf\" xmlns:dm=\"urn:ietf:params:xml:ns:pidf:data-model\""
                + " xmlns:r=\"urn:ietf:params:xml:ns:pidf:rpid\" xmlns:c=\"urn:ietf:params:xml:ns:pidf:cipid\""
                + " xmlns:x=\"urn:example:x\" entity=\"sip:alice@example.com\">" + content + "</presence>";
    }

    static XmlElement parsed(String text) {
        return switch (SafeXml.parse(text, XmlLimits.DEFAULT)) {
            case XmlResult.Parsed parsed -> parsed.root();
            case XmlResult.Refused refused -> throw new AssertionError(refused.message());
        };
    }

    /** What is left between the tags of the root. */
    static String content(String content, Permissions permissions) {
        var text = XmlWriter.write(PresenceFilter.filter(parsed(presence(content)), permissions));
        return text.endsWith("/>") ? "" : text.substring(text.indexOf('>') + 1, text.lastIndexOf("</"));
    }
}
