package presentry.agent.endpoint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import presentry.agent.model.Watcher;
import presentry.policy.model.WatcherIdentity;
import presentry.sip.message.NameAddress;
import presentry.sip.message.SipRequest;
import presentry.sip.transport.Flow;
import presentry.uri.CanonicalUri;
import presentry.uri.ServedDomains;

/**
 * Says who sent a request. The server stands behind a proxy that has authenticated the sender, so it is the word of a
 * trusted peer that counts: P-Asserted-Identity (RFC 3325, section 5), else From where the peer is trusted for it. Privacy
 * is a wish about what others are shown: the identity counts all the same (RFC 5025, section 3.1.1.2), and the wish is noted for the
 * rules that ask about it (OMA's anonymous-request).
 */
final class IdentityReader implements SenderIdentity {
    /** What an asserted identity may be (RFC 3325, section 9.1). */
    private static final Set<String> SCHEMES = Set.of("sip", "sips", "tel");

    /** Who asks for one of these wants nobody to know who he is (RFC 3323, section 4.2; RFC 3325, section 9.3). */
    private static final Set<String> ANONYMOUS = Set.of("id", "user");

    private static final Identification NOBODY = new Identification.Unauthenticated();

    /** Wishes stand between semicolons; commas are seen in their place. */
    private static final Pattern SEPARATOR = Pattern.compile("[;,]");

    private final Trust trust;
    private final ServedDomains domains;

    IdentityReader(Trust trust, ServedDomains domains) {
        this.trust = trust;
        this.domains = domains;
    }

    @Override
    public Identification read(SipRequest request, Flow flow) {
        Identification sender = sender(request, flow);
        return sender instanceof Identification.Identified(Watcher watcher) && wantsToBeAnonymous(request)
                ? new Identification.Identified(new Watcher(watcher.identity().withAnonymousRequest()))
                : sender;
    }

    private static boolean wantsToBeAnonymous(SipRequest request) {
        return request.headers().all("Privacy").stream()
                .flatMap(SEPARATOR::splitAsStream)
                .anyMatch(wish -> ANONYMOUS.contains(wish.strip().toLowerCase(Locale.ROOT)));
    }

    private Identification sender(SipRequest request, Flow flow) {
        Optional<String> obstacle = trust.obstacle(flow);
        if (obstacle.isPresent()) {
            // RFC 3325, section 8: the assertions of others must not be used in any way.
            return new Identification.Refused(obstacle.get());
        }
        if (request.headers().contains("P-Asserted-Identity")) {
            return asserted(request.headers().list("P-Asserted-Identity"));
        }
        return trust.from().test(flow.remote().getAddress())
                ? identified(List.of(request.from()), domains::identitiesOfFrom)
                : NOBODY;
    }

    private Identification asserted(List<String> values) {
        List<NameAddress> addresses = values.stream()
                .map(NameAddress::parse)
                .flatMap(Optional::stream)
                .toList();
        return addresses.size() == values.size() ? identified(addresses, domains::identities) : NOBODY;
    }

    /** All of them count, so one that cannot be read spoils all: it might have been the one that a rule excludes. */
    private static Identification identified(
            List<NameAddress> addresses, Function<CanonicalUri, List<CanonicalUri>> who) {
        Set<CanonicalUri> uris = new LinkedHashSet<>();
        for (NameAddress address : addresses) {
            Optional<CanonicalUri> uri = CanonicalUri.parse(address.uri())
                    .filter(IdentityReader::canBeCompared)
                    .filter(one -> !isAnonymous(one));
            if (uri.isEmpty()) {
                return NOBODY;
            }
            uris.addAll(who.apply(uri.get()));
        }
        return uris.isEmpty()
                ? NOBODY
                : new Identification.Identified(new Watcher(WatcherIdentity.of(List.copyOf(uris))));
    }

    /** A domain that has no ASCII form equals none, so a rule that excludes it would be passed by. */
    private static boolean canBeCompared(CanonicalUri uri) {
        return SCHEMES.contains(uri.scheme())
                && (uri.scheme().equals("tel") || uri.host().isPresent());
    }

    /** RFC 3323, section 4.1.1.3: who hides calls himself anonymous, in a domain that cannot exist. */
    private static boolean isAnonymous(CanonicalUri uri) {
        return uri.user().filter("anonymous"::equalsIgnoreCase).isPresent()
                || uri.host()
                        .filter(host -> host.equals("invalid") || host.endsWith(".invalid"))
                        .isPresent();
    }
}
