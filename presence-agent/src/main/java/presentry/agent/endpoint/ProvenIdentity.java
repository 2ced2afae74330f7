package presentry.agent.endpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import presentry.account.DigestAlgorithm;
import presentry.account.Login;
import presentry.agent.model.Watcher;
import presentry.policy.model.WatcherIdentity;
import presentry.sip.message.SipRequest;
import presentry.sip.transport.Flow;
import presentry.uri.Aor;
import presentry.uri.CanonicalUri;
import presentry.uri.ServedDomains;

/**
 * Says who sent a request by a proof of the sender: Digest, as in HTTP (RFC 3261, section 22.4; RFC 8760). He is the address of
 * his account, and From must say so too, since it is what others are shown.
 */
final class ProvenIdentity implements SenderIdentity {
    private final SenderProof proof;
    private final ServedDomains domains;

    ProvenIdentity(SenderProof proof, ServedDomains domains) {
        this.proof = proof;
        this.domains = domains;
    }

    @Override
    public Identification read(SipRequest request, Flow flow) {
        Login login = proof.check()
                .judge(
                        credentials(request),
                        request.method(),
                        uri -> same(request, uri),
                        flow.remote().getAddress());
        return switch (login) {
            case Login.Proven(Aor user) ->
                isFrom(request, user)
                        ? new Identification.Identified(new Watcher(WatcherIdentity.of(List.of(user.uri()))))
                        : new Identification.Pretended();
            case Login.Delayed(Duration wait) -> new Identification.Delayed(wait);
            case Login.Stale() -> new Identification.Challenged(challenges(request, true));
            case Login.Unproven() -> new Identification.Challenged(challenges(request, false));
        };
    }

    /** Some clients take each server that asks for a proxy. */
    private static List<String> credentials(SipRequest request) {
        List<String> values = new ArrayList<>(request.headers().all("Authorization"));
        values.addAll(request.headers().all("Proxy-Authorization"));
        return values;
    }

    private List<String> challenges(SipRequest request, boolean stale) {
        String agent = request.headers().first("User-Agent").orElse("");
        return proof.md5Agents().stream().anyMatch(agent::startsWith)
                ? List.of(proof.check().challenge(DigestAlgorithm.MD5, stale))
                : proof.check().challenges(stale);
    }

    /** RFC 7616, section 3.4.6; equal as URIs are (RFC 3261, section 19.1.4). */
    private static boolean same(SipRequest request, String uri) {
        Optional<CanonicalUri> asked = CanonicalUri.parse(request.requestUri());
        return uri.equals(request.requestUri()) || (asked.isPresent() && asked.equals(CanonicalUri.parse(uri)));
    }

    private boolean isFrom(SipRequest request, Aor user) {
        return CanonicalUri.parse(request.from().uri()).flatMap(domains::user).equals(Optional.of(user));
    }
}
