package presentry.account;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import presentry.account.DigestCredentials.Protection;
import presentry.uri.Aor;

/**
 * Digest for HTTP and SIP (RFC 7616; RFC 8760; RFC 3261, section 22): makes challenges and judges what comes back. For a user
 * that does not exist the same is computed and the same answered. Thread-safe.
 */
public final class DigestCheck {

    private final DigestSettings settings;
    private final Accounts accounts;
    private final Logins logins;
    private final DigestCredentialsReader reader;
    private final Nonces nonces;
    private final NonceCounts counts;
    private final PasswordHash decoy;
    private final WrongPasswords wrong;

    /** @param random makes keys and nonces; must not be foreseeable */
    public DigestCheck(DigestSettings settings, Accounts accounts, InstantSource clock, RandomGenerator random) {
        this(settings, accounts, new WrongPasswords(clock), clock, random);
    }

    /**
     * Counts wrong passwords together with other checks.
     *
     * @param wrong makes guessing slow
     * @param random makes keys and nonces; must not be foreseeable
     */
    public DigestCheck(
            DigestSettings settings,
            Accounts accounts,
            WrongPasswords wrong,
            InstantSource clock,
            RandomGenerator random) {
        this.wrong = wrong;
        this.settings = settings;
        this.accounts = accounts;
        this.logins = new Logins(settings.homeDomain());
        this.reader = new DigestCredentialsReader(settings.realm());
        this.nonces = new Nonces(settings.nonceLifetime(), clock, random);
        this.counts = new NonceCounts(settings.rememberedNonces());
        this.decoy = PasswordHash.of("", settings.realm(), nonces.issue());
    }

    /**
     * Values of WWW-Authenticate, the strongest first, with a nonce that was not given before.
     *
     * @param stale whether the password was right (RFC 7616, section 3.3)
     */
    public List<String> challenges(boolean stale) {
        String nonce = nonces.issue();
        return Stream.of(DigestAlgorithm.values())
                .map(algorithm -> challenge(algorithm, nonce, stale))
                .toList();
    }

    /** As {@link #challenges}, for a client that stumbles over more than one challenge. */
    public String challenge(DigestAlgorithm algorithm, boolean stale) {
        return challenge(algorithm, nonces.issue(), stale);
    }

    private String challenge(DigestAlgorithm algorithm, String nonce, boolean stale) {
        return "Digest realm=\"" + settings.realm() + "\", nonce=\"" + nonce + "\", algorithm=" + algorithm.token()
                + ", qop=\"auth\"" + (stale ? ", stale=true" : "");
    }

    /**
     * Judges a request.
     *
     * @param values of all its Authorization headers; those of other schemes and realms are passed over
     * @param method the method of the request
     * @param sameTarget whether a URI in the credentials names what the request asks for (section 3.4.6)
     * @param client from where the request came
     */
    public Login judge(Collection<String> values, String method, Predicate<String> sameTarget, InetAddress client) {
        return values.stream()
                .map(reader::read)
                .flatMap(Optional::stream)
                .findFirst()
                .map(credentials -> judge(credentials, method, sameTarget, client))
                .orElseGet(Login.Unproven::new);
    }

    private Login judge(
            DigestCredentials credentials, String method, Predicate<String> sameTarget, InetAddress client) {
        Optional<DigestAlgorithm> algorithm = DigestAlgorithm.named(credentials.algorithm());
        if (algorithm.isEmpty()) {
            return new Login.Unproven();
        }
        Optional<Aor> user = logins.user(credentials.login());
        Optional<Duration> wait = wrong.waitOf(user, client);
        if (wait.isPresent()) {
            return new Login.Delayed(wait.get());
        }
        Optional<PasswordHash> known = user.flatMap(accounts::of)
                .filter(account -> account.realm().equals(settings.realm()))
                .map(account -> account.forLogin(credentials.login()));
        String ha1 = known.orElse(decoy).by(algorithm.get());
        boolean right = equal(expected(algorithm.get(), ha1, credentials, method), credentials.response());
        if (!right || known.isEmpty()) {
            wrong.wrong(user, client);
            return new Login.Unproven();
        }
        wrong.right(user, client);
        if (!isTaken(credentials.protection()) || !sameTarget.test(credentials.uri())) {
            return new Login.Unproven();
        }
        return isFresh(credentials) ? new Login.Proven(user.orElseThrow()) : new Login.Stale();
    }

    private static String expected(
            DigestAlgorithm algorithm, String ha1, DigestCredentials credentials, String method) {
        return switch (credentials.protection()) {
            case Protection.Counted(String nc, String cnonce) ->
                DigestArithmetic.response(algorithm, ha1, credentials.nonce(), nc, cnonce, method, credentials.uri());
            case Protection.None() ->
                DigestArithmetic.responseWithoutQop(algorithm, ha1, credentials.nonce(), method, credentials.uri());
        };
    }

    private boolean isTaken(Protection protection) {
        return settings.withoutQop() || protection instanceof Protection.Counted;
    }

    /** Only now is a count used up: who does not know the password changes nothing. */
    private boolean isFresh(DigestCredentials credentials) {
        Optional<Instant> issued = nonces.issued(credentials.nonce());
        long count =
                switch (credentials.protection()) {
                    case Protection.Counted counted -> counted.count();
                    case Protection.None() -> 1;
                };
        return issued.isPresent() && counts.use(credentials.nonce(), issued.get(), count);
    }

    /** In a time that does not tell how much of it is right. */
    private static boolean equal(String expected, String offered) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII),
                offered.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
