package presentry.xcap.usage;

import presentry.uri.Aor;

/** On whose behalf a request is made. */
public sealed interface Requester {

    /** The server asks nobody who he is: each request acts as the owner of the home directory that it names. */
    record OwnerOfTheTree() implements Requester {}

    /**
     * An authenticated user.
     *
     * @param aor in the spelling of {@link Aor#home()}
     */
    record User(Aor aor) implements Requester {}

    /** Trusted and provisioned: may modify each tree (RFC 4825, section 5.7). */
    record Administrator(String name) implements Requester {}
}
