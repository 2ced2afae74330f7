package presentry.policy.transform;

import java.util.Optional;
import presentry.policy.model.Permissions;
import presentry.policy.model.SubHandling;
import presentry.schemas.Namespaces;
import presentry.schemas.SafeXml;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlLimits;
import presentry.schemas.XmlResult;
import presentry.schemas.XmlWriter;

/** What a watcher is sent of a presence document that is given as text: for tools, where no presence agent is at work. */
public final class PresenceText {
    /** The tuple id of a neutral document made here need not be hard to guess. */
    private static final NeutralPresence NEUTRAL = new NeutralPresence(new byte[16]);

    private final XmlElement presence;

    private PresenceText(XmlElement presence) {
        this.presence = presence;
    }

    /** What a text turns out to be. */
    public sealed interface Result {
        /** A presence document. */
        record Read(PresenceText presence) implements Result {}

        /**
         * No presence document.
         *
         * @param message what is wrong
         */
        record Unreadable(String message) implements Result {}
    }

    /** Reads a document. */
    public static Result read(String text) {
        return switch (SafeXml.parse(text, XmlLimits.DEFAULT)) {
            case XmlResult.Refused refused ->
                new Result.Unreadable((refused.line() == 0 ? "" : "line " + refused.line() + ": ") + refused.message());
            case XmlResult.Parsed parsed ->
                parsed.root().is(Namespaces.PIDF, "presence")
                        ? new Result.Read(new PresenceText(parsed.root()))
                        : new Result.Unreadable("the root element is not <presence> of PIDF (RFC 3863)");
        };
    }

    /**
     * What a watcher is sent (RFC 5025, section 3.2.1): the filtered document, or the neutral one when it is politely blocked.
     *
     * @return empty when it is sent none: when it is blocked or waits for confirmation
     */
    public Optional<String> sent(SubHandling handling, Permissions permissions, String watcher) {
        return switch (handling) {
            case ALLOW -> Optional.of(XmlWriter.write(PresenceFilter.filter(presence, permissions)));
            case POLITE_BLOCK -> {
                var entity = presence.attribute("entity").orElse("");
                yield Optional.of(XmlWriter.write(NEUTRAL.document(entity, entity, watcher)));
            }
            case CONFIRM, BLOCK -> Optional.empty();
        };
    }
}
