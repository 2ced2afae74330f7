package presentry.policy.model;

import java.util.Optional;
import java.util.stream.Stream;

/** The two kinds of rule documents a user has. */
public enum Usage {
    /** Who may see the user's presence (RFC 5025). Where no rule speaks, nothing is granted. */
    PRES_RULES("pres-rules"),
    /** Who may send the user a MESSAGE. Where no rule speaks, everybody may. */
    IM_RULES("im-rules");

    private final String auid;

    Usage(String auid) {
        this.auid = auid;
    }

    /** The usage that is called so. */
    public static Optional<Usage> named(String auid) {
        return Stream.of(values()).filter(usage -> usage.auid.equals(auid)).findFirst();
    }

    /** The application unique ID under which an XCAP server keeps such documents (RFC 5025, section 9.1). */
    public String auid() {
        return auid;
    }
}
