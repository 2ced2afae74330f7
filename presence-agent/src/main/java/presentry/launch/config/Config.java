package presentry.launch.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import presentry.agent.model.EventName;
import presentry.policy.model.PolicyDefault;
import presentry.uri.Aor;

/**
 * All that an operator may choose, checked: every value stands within its range, and the values fit each other.
 * Keys, units, ranges and defaults are those of {@link ConfigKeys}.
 *
 * @param domains the domains served here, in ASCII and lower case; at least one
 * @param data the folder of everything stored; made if it is missing
 * @param storage what is kept there
 * @param sip where and how SIP is spoken
 * @param http where and how HTTP is spoken
 * @param xcap which documents there are beyond the standard ones, and who else may have them
 * @param auth how passwords are checked
 * @param trust whose word counts about who sent a request
 * @param policy who may see whom where no rule speaks, and which dialects of rules are read
 * @param mutual the mutual-subscription default
 * @param subscribe durations of subscriptions
 * @param publish durations of publications
 * @param message where a MESSAGE that is allowed goes
 * @param notifications how watchers are told
 * @param winfo watcher information
 * @param changes how long the log of changed documents remembers
 * @param limits the bounds of everything that grows by requests
 * @param httpLimits the bounds of what HTTP clients send and store
 */
public record Config(
        List<String> domains,
        Path data,
        Storage storage,
        Sip sip,
        Http http,
        Xcap xcap,
        Auth auth,
        Trust trust,
        Policy policy,
        Mutual mutual,
        Subscribe subscribe,
        Publish publish,
        Message message,
        Notifications notifications,
        Winfo winfo,
        Changes changes,
        Limits limits,
        HttpLimits httpLimits) {

    /**
     * What is stored beside documents and accounts, which always are.
     *
     * @param keepEvents whether subscriptions and publications outlive the process
     */
    public record Storage(boolean keepEvents) {}

    /** A protocol that carries SIP (RFC 3261, section 18). */
    public enum SipTransport {
        UDP,
        TCP
    }

    /** How the sender of a SIP request becomes known. */
    public enum SipAuthentication {
        /** By what a trusted peer asserts (RFC 3325); other sources are refused. */
        TRUSTED,
        /** By a proof that the sender knows the password of his account (RFC 7616, RFC 8760). */
        DIGEST
    }

    /** How the sender of an HTTP request becomes known. */
    public enum HttpAuthentication {
        /** Not at all: each request acts as the owner of the tree it names. */
        NONE,
        /** By the password of an account (RFC 7617). */
        BASIC,
        /** By a proof that the sender knows it (RFC 7616). */
        DIGEST,
        /** By what a trusted peer asserts in X-3GPP-Asserted-Identity. */
        TRUSTED;

        /** Whether it is passwords that make users known. */
        public boolean byPassword() {
            return this == BASIC || this == DIGEST;
        }
    }

    /**
     * SIP.
     *
     * @param listen where requests arrive; port 0 takes a free one, the same for every transport
     * @param transports what is listened with; at least one
     * @param publicHost how others reach this server, if not by the address listened at
     * @param nameServers asked for the servers of a domain; none for those of the machine
     * @param targets where requests may be sent
     * @param authentication how senders become known
     * @param md5Agents how the User-Agent of clients begins that bear no other challenge than MD5
     */
    public record Sip(
            HostPort listen,
            Set<SipTransport> transports,
            Optional<String> publicHost,
            List<HostPort> nameServers,
            SipTargets targets,
            SipAuthentication authentication,
            List<String> md5Agents) {}

    /**
     * HTTP.
     *
     * @param listen where requests arrive; port 0 takes a free one
     * @param xcapRoot the path of the XCAP root (RFC 4825, section 6.1); begins with a slash and ends without one
     * @param xcapRootAliases further paths of the same root
     * @param authentication how senders become known
     * @param md5Agents how the User-Agent of clients begins that bear no other challenge than MD5
     * @param administrators who may read and write each tree
     * @param allowNonLoopback whether others than this machine may be listened to without authentication
     * @param metrics who may read the figures
     * @param tls HTTPS, if it is spoken
     */
    public record Http(
            HostPort listen,
            String xcapRoot,
            List<RootAlias> xcapRootAliases,
            HttpAuthentication authentication,
            List<String> md5Agents,
            List<Aor> administrators,
            boolean allowNonLoopback,
            MetricsReaders metrics,
            Optional<Tls> tls) {}

    /** Who may read the figures. */
    public enum MetricsReaders {
        /** The programs of this machine. */
        LOOPBACK,
        /** Who may use the management interface. */
        ADMINISTRATORS,
        /** Nobody. */
        NOBODY
    }

    /**
     * HTTPS.
     *
     * @param listen where requests arrive; port 0 takes a free one
     * @param files certificate and key
     */
    public record Tls(HostPort listen, CertificateFiles files) {}

    /** Where a certificate and its private key are. */
    public sealed interface CertificateFiles {
        /** In two PEM files. */
        record Pem(Path certificate, Path key) implements CertificateFiles {}

        /** In one PKCS#12 file, its password in another. */
        record Pkcs12(Path file, Path passwordFile) implements CertificateFiles {}
    }

    /**
     * Documents.
     *
     * @param usages further application usages
     * @param grants who may do more than the usages say
     */
    public record Xcap(List<DescribedUsage> usages, List<GrantedAccess> grants) {}

    /**
     * Passwords and Digest, for both protocols.
     *
     * @param realm in which passwords count
     * @param digestWithoutQop whether the form that is older than {@code qop} is taken
     * @param nonceLifetime how long a nonce is good
     */
    public record Auth(String realm, boolean digestWithoutQop, Duration nonceLifetime) {}

    /** Whether somebody must know a password, so that only accounts are users. */
    public boolean asksForPasswords() {
        return sip.authentication() == SipAuthentication.DIGEST
                || http.authentication().byPassword();
    }

    /**
     * Trust.
     *
     * @param peers the proxies whose P-Asserted-Identity counts (RFC 3325, section 9)
     * @param from those among them whose From counts too, when nothing is asserted
     * @param transports those on which they count
     */
    public record Trust(List<AddressRange> peers, List<AddressRange> from, Set<TrustedTransport> transports) {}

    /** How a request of a trusted peer may come. */
    public enum TrustedTransport {
        UDP,
        TCP,
        TLS
    }

    /**
     * Policy.
     *
     * @param standard what decides where no rule speaks
     * @param legacyCommonPolicy whether rules in the dialect that predates RFC 4745 are understood
     * @param oma whether OMA's conditions are understood
     * @param acceptUnauthenticated whether watchers without an identity reach the rules at all
     */
    public record Policy(
            PolicyDefault standard, boolean legacyCommonPolicy, boolean oma, boolean acceptUnauthenticated) {}

    /**
     * The mutual-subscription default.
     *
     * @param linger how long a subscription that expired still counts as "watches him in turn"
     */
    public record Mutual(Duration linger) {}

    /**
     * Durations of subscriptions (RFC 6665, section 4.2.1.1); whole seconds, {@code min <= standard <= max}.
     *
     * @param standard granted to those who ask for nothing
     * @param min asking for less is answered 423
     * @param max what is asked above it is cut to it
     * @param giveUpAfter how long one may wait for a decision; zero for as long as it lives
     */
    public record Subscribe(Duration standard, Duration min, Duration max, Duration giveUpAfter) {}

    /**
     * Durations of publications (RFC 3903, section 6); whole seconds, {@code min <= standard <= max}.
     *
     * @param standard granted to those who ask for nothing
     * @param min asking for less is answered 423
     * @param max what is asked above it is cut to it
     * @param agents who may publish for every user of their domain
     * @param lastSeen how long after the last publication has gone watchers are told when that was; zero for never
     */
    public record Publish(Duration standard, Duration min, Duration max, List<Aor> agents, Duration lastSeen) {}

    /**
     * MESSAGE.
     *
     * @param nextHop the SIP URI an allowed MESSAGE without a further Route is sent to; without one it is answered 404
     */
    public record Message(Optional<String> nextHop) {}

    /** What a NOTIFY without an answer means (RFC 6665, section 4.2.2). */
    public enum OnTimeout {
        /** The subscription lives on until there are too many in a row. */
        KEEP,
        /** The subscription ends without a word. */
        DROP,
        /** The subscription ends, and the watcher is asked to come again. */
        PROBATION
    }

    /**
     * NOTIFYs.
     *
     * @param onTimeout what one without an answer means
     * @param timeoutsToDrop how many in a row end a subscription that is kept at first
     * @param maxRates of a package, how many a second one subscription may cause
     */
    public record Notifications(OnTimeout onTimeout, int timeoutsToDrop, Map<EventName, BigDecimal> maxRates) {}

    /** Who may subscribe to watcher information (RFC 3857, section 4.6). */
    public enum WinfoAuthorization {
        /** The user himself, for his own watchers. */
        IMPLICIT,
        /** Everybody, for anybody's. */
        NONE
    }

    /**
     * Watcher information (RFC 3857).
     *
     * @param offered whether it is offered
     * @param authorization who may subscribe to it
     * @param offlineExpires how long a watcher waits for a decision after his subscription is over; whole seconds
     * @param deleteOn2xx whether he is forgotten as soon as the user knows of him
     */
    public record Winfo(
            boolean offered, WinfoAuthorization authorization, Duration offlineExpires, boolean deleteOn2xx) {}

    /**
     * The log of changed documents; what is over either bound is forgotten.
     *
     * @param age of a change
     * @param rows how many there are
     */
    public record Changes(Duration age, int rows) {}

    /**
     * Bounds.
     *
     * @param maxDocumentBytes an XCAP document, in octets
     * @param maxBodyBytes the body of a SIP request, in octets
     * @param maxWatchersPerPresentity subscriptions to one user
     * @param maxSubscriptionsPerWatcher subscriptions by one user to one other
     * @param maxPublicationsPerUser publications of one user, all devices together
     * @param maxComposedBytes one presence document for a watcher, in octets
     * @param maxWaitingWatchers of one user, who wait for a decision without a subscription
     * @param mailboxCapacity requests waiting for one shard
     */
    public record Limits(
            int maxDocumentBytes,
            int maxBodyBytes,
            int maxWatchersPerPresentity,
            int maxSubscriptionsPerWatcher,
            int maxPublicationsPerUser,
            int maxComposedBytes,
            int maxWaitingWatchers,
            int mailboxCapacity) {}
}
