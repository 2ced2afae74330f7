package presentry.xcap.address;

import java.util.Optional;
import presentry.uri.Aor;

/** The sub-tree a document lies in (RFC 4825, section 6.2). */
public sealed interface Owner {

    /**
     * The home directory of a user.
     *
     * @param aor the user, in the spelling of {@link Aor#home()}, however the request spelled the user identifier
     */
    record User(Aor aor) implements Owner {
        /** Settles the spelling. */
        public User {
            aor = aor.home();
        }
    }

    /** The tree of documents that apply to all users. */
    record Global() implements Owner {}

    /** The user, if this is a home directory. */
    default Optional<Aor> user() {
        return switch (this) {
            case User home -> Optional.of(home.aor());
            case Global everybody -> Optional.empty();
        };
    }

    /** The two segments below the usage's identifier, in their one spelling: {@code users/sip:alice@example.com}. */
    default String segments() {
        return switch (this) {
            case User home -> "users/" + home.aor();
            case Global everybody -> "global";
        };
    }
}
