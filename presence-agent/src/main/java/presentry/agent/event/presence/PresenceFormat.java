package presentry.agent.event.presence;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import presentry.agent.model.Body;
import presentry.schemas.MediaTypes;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlWriter;

/**
 * The formats in which watchers are shown presence, the best one first. All are written from one presence document, which has
 * been filtered before: no format can show what another one would not.
 */
enum PresenceFormat {
    /** RFC 3863: all that was published, and the format of a watcher who names none (RFC 3856, section 6.7). */
    PIDF(MediaTypes.PIDF_XML, XmlWriter::writeDocument),

    /** What RFC 3863 was before it was one. */
    CPIM_PIDF("application/cpim-pidf+xml", presence -> XmlWriter.writeDocument(CpimPidf.of(presence))),

    /** What Windows Messenger reads. */
    XPIDF("application/xpidf+xml", XpidfWriter::write),

    /** Lines, for the simplest of watchers. */
    LPIDF("text/lpidf", LpidfWriter::write);

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state: see the constants
    private final Function<XmlElement, String> writer;

    PresenceFormat(String mediaType, Function<XmlElement, String> writer) {
        this.mediaType = mediaType;
        this.writer = writer;
    }

    String mediaType() {
        return mediaType;
    }

    /** In the order of preference. */
    static List<String> mediaTypes() {
        return Arrays.stream(values()).map(PresenceFormat::mediaType).toList();
    }

    /** The format of this media type; of one that is none of ours, which no watcher was promised, PIDF. */
    static PresenceFormat of(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst()
                .orElse(PIDF);
    }

    /** @param presence the root of a presence document (RFC 3863) that the watcher may see as it is */
    Body write(XmlElement presence) {
        return Body.of(mediaType, writer.apply(presence));
    }
}
