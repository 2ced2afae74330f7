package presentry.xcap.usage;

import java.util.Optional;
import presentry.uri.Aor;
import presentry.xcap.address.DocumentSelector;

/**
 * What the operator allows somebody beyond the authorization of the usage (RFC 4825, section 5.7).
 *
 * @param to who may; empty for everybody
 * @param access what; who may write may read too
 * @param auid in which usage; empty for each
 * @param whose documents of which tree
 */
public record Grant(Optional<Aor> to, Access access, Optional<String> auid, Whose whose) {

    /** Whose documents a grant is about. */
    public sealed interface Whose {

        /** Those of all users. */
        record AnyUser() implements Whose {}

        /** Those of one user. */
        record OneUser(Aor user) implements Whose {
            /** Settles the spelling. */
            public OneUser {
                user = user.home();
            }
        }

        /** Those that apply to all users (RFC 4825, section 6.2). */
        record Global() implements Whose {}
    }

    /** Whether it lets {@code requester} do that. */
    public boolean allows(Requester requester, Access wanted, DocumentSelector document) {
        return (access == Access.WRITE || wanted == Access.READ)
                && auid.map(document.auid()::equals).orElse(true)
                && isAbout(document.owner().user())
                && isFor(requester);
    }

    private boolean isAbout(Optional<Aor> owner) {
        return switch (whose) {
            case Whose.AnyUser anybody -> owner.isPresent();
            case Whose.OneUser one -> owner.filter(one.user()::equals).isPresent();
            case Whose.Global everybody -> owner.isEmpty();
        };
    }

    private boolean isFor(Requester requester) {
        return to.isEmpty()
                || (requester instanceof Requester.User known && to.get().home().equals(known.aor()));
    }
}
