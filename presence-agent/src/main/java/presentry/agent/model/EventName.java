package presentry.agent.model;

import java.util.Locale;
import java.util.Optional;
import presentry.uri.SipToken;

/**
 * The name of an event package, with the template applied to it if there is one (RFC 6665, section 5.2):
 * {@code presence}, {@code presence.winfo}.
 *
 * @param text lower case, 1 to {@value #MAX_LENGTH} characters; package names are looked up without case
 */
public record EventName(String text) {
    /** More than any registered name with two templates needs. */
    public static final int MAX_LENGTH = 64;

    /** The presence package (RFC 3856, section 6.1). */
    public static final EventName PRESENCE = new EventName("presence");

    /** Watcher information of presence (RFC 3857, section 4.1). */
    public static final EventName PRESENCE_WINFO = new EventName("presence.winfo");

    private static final String WINFO = ".winfo";

    /** Reads what an Event header names; empty if it is no event type (RFC 6665, section 8.4). */
    public static Optional<EventName> parse(String text) {
        if (text.length() > MAX_LENGTH || !SipToken.isToken(text)) {
            return Optional.empty();
        }
        String lowerCase = text.toLowerCase(Locale.ROOT);
        return Optional.of(
                switch (lowerCase) {
                    case "presence" -> PRESENCE; // kept with each subscription: one object for all
                    case "presence.winfo" -> PRESENCE_WINFO;
                    default -> new EventName(lowerCase);
                });
    }

    /** What this template is applied to: {@code presence} for {@code presence.winfo}; empty if it is not winfo. */
    public Optional<EventName> watchedByWinfo() {
        return text.endsWith(WINFO)
                ? Optional.of(new EventName(text.substring(0, text.length() - WINFO.length())))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
