package presentry.policy.model;

import java.util.List;
import java.util.Optional;
import presentry.uri.CanonicalUri;

/** One child of {@code <identity>}; the children are alternatives (RFC 4745, section 7.1). */
public sealed interface IdentityMember {
    /** The line it starts in. */
    int line();

    /**
     * One entity (RFC 4745, section 7.1.2).
     *
     * @param id its URI
     */
    record One(int line, CanonicalUri id) implements IdentityMember {}

    /**
     * Any authenticated entity, or any of one domain, with exceptions (RFC 4745, section 7.1.3).
     *
     * @param domain the domain as {@link presentry.uri.DomainName#toAscii} spells it; empty when any will do
     * @param excepts who is left out of this one, though not of its siblings
     */
    record Many(int line, Optional<String> domain, List<Except> excepts) implements IdentityMember {
        public Many {
            excepts = List.copyOf(excepts);
        }
    }

    /**
     * A child that matches nobody: unknown (RFC 4745, section 7.1.1) or not understood.
     *
     * @param why for the user
     */
    record Nobody(int line, String why) implements IdentityMember {}
}
