package presentry.agent.endpoint;

import java.time.Duration;
import java.util.List;

/** Why a request got no further than the edge. */
sealed interface Refusal {
    /**
     * The request did not come from a trusted peer, so nobody vouches for its sender.
     *
     * @param key the configuration key that would have to say otherwise; for the log alone
     */
    record NotTrusted(String key) implements Refusal {}

    /** The sender is not known, and only known ones are let in. */
    record NotIdentified() implements Refusal {}

    /**
     * The sender has not proven who he is (RFC 3261, section 22.2).
     *
     * @param challenges values of WWW-Authenticate
     */
    record NotProven(List<String> challenges) implements Refusal {}

    /**
     * From this client there were too many wrong passwords for this account.
     *
     * @param delay until the next attempt is judged
     */
    record TooManyGuesses(Duration delay) implements Refusal {}

    /** The sender proved to be somebody else than From says. */
    record Pretended() implements Refusal {}

    /** The sender registers for somebody else (RFC 3261, section 10.3, step 4). */
    record NotYourAddress() implements Refusal {}

    /** A bound of what one user or all users may register. */
    record TooManyContacts() implements Refusal {}

    /** A later request of the same client was here before (RFC 3261, section 10.3, step 7). */
    record Overtaken() implements Refusal {}

    /**
     * RFC 3261, section 10.3, step 7.
     *
     * @param minimum the shortest that would be taken; whole seconds
     */
    record TooBrief(Duration minimum) implements Refusal {}

    /** RFC 3261, section 8.2.1. */
    record MethodNotAllowed() implements Refusal {}

    /**
     * RFC 3261, section 8.2.2.3.
     *
     * @param options the option tags of Require that are not understood
     */
    record UnknownExtensions(List<String> options) implements Refusal {}

    /** The Request-URI has a scheme that names nobody here (RFC 3261, section 8.2.2.1). */
    record UnsupportedScheme() implements Refusal {}

    /** The Request-URI is not a user of ours (RFC 3261, section 8.2.2.1; RFC 3903, section 6, step 1). */
    record NotServed() implements Refusal {}

    /** No event package, one we do not have, or none that can be published (RFC 6665, section 4.2.1.1). */
    record BadEvent() implements Refusal {}

    /** The To tag belongs to no dialog of ours (RFC 3261, section 12.2.2). */
    record NoSuchDialog() implements Refusal {}

    /** Another path has brought the same request already (RFC 3261, section 8.2.2.2). */
    record Merged() implements Refusal {}

    /** A CANCEL of nothing that is remembered (RFC 3261, section 9.2). */
    record NothingToCancel() implements Refusal {}

    /**
     * RFC 3261, section 21.4.1.
     *
     * @param why a sentence for the sender
     */
    record Malformed(String why) implements Refusal {}

    /**
     * Accept lists nothing that the package can send.
     *
     * @param offered what it can send
     */
    record NothingAcceptable(List<String> offered) implements Refusal {}

    /**
     * RFC 3261, section 8.2.3.
     *
     * @param accepted the types that would have been understood; may be none
     */
    record BodyNotUnderstood(List<String> accepted) implements Refusal {}

    /** The body is compressed (RFC 3261, section 8.2.3). */
    record EncodingNotUnderstood() implements Refusal {}

    /**
     * RFC 3261, section 21.4.11.
     *
     * @param maxBytes what would have been taken
     */
    record BodyTooLarge(int maxBytes) implements Refusal {}

    /** The MESSAGE may pass, but nothing says where to. */
    record NoNextHop() implements Refusal {}
}
