package presentry.xcap.service;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import presentry.uri.Aor;
import presentry.xcap.address.Owner;
import presentry.xcap.store.Site;
import presentry.xcap.usage.Claim;
import presentry.xcap.usage.Violation.Duplicate;
import presentry.xcap.usage.Violation.NotUnique;

/** Values that are unique on the whole server, judged where the document is written (RFC 4825, section 8.2.5). */
final class Uniqueness {

    private static final int SUGGESTIONS = 3;

    private Uniqueness() {}

    static Set<String> values(List<Claim> claims) {
        return claims.stream().map(Claim::value).collect(Collectors.toUnmodifiableSet());
    }

    /** The conflict, if one of the values belongs to another document or is the address of a user. */
    static Optional<XcapResult> refusal(Owner owner, List<Claim> claims, Site site) {
        List<Duplicate> duplicates = claims.stream()
                .filter(claim -> isTaken(claim, owner, site))
                .map(claim -> new Duplicate(
                        claim.field(),
                        claim.alternatives().stream()
                                .filter(value -> site.holder(value).isEmpty())
                                .limit(SUGGESTIONS)
                                .toList()))
                .toList();
        return duplicates.isEmpty()
                ? Optional.empty()
                : Optional.of(new XcapResult.Conflicted(Conflict.of(
                        new NotUnique("A value that must be unique on this server is taken.", duplicates))));
    }

    private static boolean isTaken(Claim claim, Owner owner, Site site) {
        return claim.reserved()
                || site.holder(claim.value()).isPresent()
                || claim.user().filter(user -> isUser(user, owner, site)).isPresent();
    }

    private static boolean isUser(Aor user, Owner owner, Site site) {
        return owner.user().filter(user::equals).isPresent() || site.documentsOf(new Owner.User(user)) > 0;
    }
}
