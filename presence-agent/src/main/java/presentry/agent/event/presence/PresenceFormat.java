package presentry.agent.event.presence;

import java.util.Arrays;
import java.util.List;
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
    PIDF(MediaTypes.PIDF_XML),

    /** What RFC 3863 was before it was one. */
    CPIM_PIDF("application/cpim-pidf+xml"),

    /** What Windows Messenger reads. */
    XPIDF("application/xpidf+xml"),

    /** Lines, for the simplest of watchers. */
    LPIDF("text/lpidf");

    private final String mediaType;

    PresenceFormat(String mediaType) {
        this.mediaType = mediaType;
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
        return Body.of(
                mediaType,
                switch (this) {
                    case PIDF -> XmlWriter.writeDocument(presence);
                    case CPIM_PIDF -> XmlWriter.writeDocument(CpimPidf.of(presence));
                    case XPIDF -> XpidfWriter.write(presence);
                    case LPIDF -> LpidfWriter.write(presence);
                });
    }
}
