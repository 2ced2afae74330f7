package presentry.policy.model;

import presentry.uri.CanonicalUri;

/** Whom a {@link IdentityMember.Many} leaves out (RFC 4745, section 7.1.3). */
public sealed interface Except {
    /**
     * One entity.
     *
     * @param id its URI
     */
    record Entity(CanonicalUri id) implements Except {}

    /**
     * Everybody of a domain.
     *
     * @param domain as {@link presentry.uri.DomainName#toAscii} spells it
     */
    record Domain(String domain) implements Except {}

    /**
     * The dialect before RFC 4745: everybody with this user part, in whatever domain.
     *
     * @param user compared with case
     */
    record User(String user) implements Except {}
}
