package presentry.agent.event.presence;

import java.util.ArrayList;
import java.util.List;
import presentry.agent.event.EventState;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;
import presentry.schemas.XmlElement;

/** The presence documents of one presentity that count now. */
final class PublishedDocuments {
    private PublishedDocuments() {}

    /**
     * One for each device, first published first. One that cannot be read, which is none that was accepted by the rules of
     * {@link PidfReader}, is left out.
     */
    static List<PublishedDocument> of(EventState state, PublicationMarks marks) {
        List<PublishedDocument> documents = new ArrayList<>();
        for (Publication publication : state.publications(EventName.PRESENCE)) {
            if (PidfReader.read(publication.body()) instanceof PidfResult.Accepted(XmlElement presence)) {
                documents.add(new PublishedDocument(presence, marks.of(state.owner(), publication)));
            }
        }
        return documents;
    }

    /** Their root elements. */
    static List<XmlElement> roots(EventState state) {
        List<XmlElement> roots = new ArrayList<>();
        for (Publication publication : state.publications(EventName.PRESENCE)) {
            if (PidfReader.read(publication.body()) instanceof PidfResult.Accepted(XmlElement presence)) {
                roots.add(presence);
            }
        }
        return roots;
    }
}
