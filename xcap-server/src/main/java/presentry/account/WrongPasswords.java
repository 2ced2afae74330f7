package presentry.account;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.uri.Aor;

/**
 * Makes guessing slow (RFC 7616, section 5.7). After some wrong passwords for one account from one client its further attempts
 * are not judged for a while, which doubles with each further wrong one. Others who know the password of the account are let in
 * meanwhile, from their own addresses. Bounded: what was not heard of for longest is forgotten first. Thread-safe.
 */
public final class WrongPasswords {

    /** So many are free: people mistype, and telephones repeat. */
    static final int FREE = 5;

    static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** After so long without another wrong one, all is forgotten. */
    static final Duration MEMORY = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(WrongPasswords.class);
    private static final int REMEMBERED = 50_000;

    private final InstantSource clock;
    private final int most;
    private final Map<Guesser, Count> counts;

    /** Where nobody guesses, no request waits for the lock. */
    private volatile boolean nobody = true;

    /** Remembers 50 000 accounts and clients. */
    public WrongPasswords(InstantSource clock) {
        this(clock, REMEMBERED);
    }

    WrongPasswords(InstantSource clock, int most) {
        this.clock = clock;
        this.most = most;
        this.counts = new LinkedHashMap<>(16, 0.75f, true);
    }

    private record Guesser(Optional<Aor> account, ClientNetwork client) {}

    private record Count(int wrong, Instant last, Instant open) {}

    /** How long this client must wait until an attempt for this account is judged again; empty if it need not. */
    Optional<Duration> waitOf(Optional<Aor> account, InetAddress client) {
        if (nobody) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return count(new Guesser(account, ClientNetwork.of(client)), now)
                .map(count -> Duration.between(now, count.open()))
                .filter(Duration::isPositive);
    }

    private synchronized Optional<Count> count(Guesser guesser, Instant now) {
        return Optional.ofNullable(counts.get(guesser))
                .filter(count -> count.last().plus(MEMORY).isAfter(now));
    }

    /** @param account empty if there can be no such user: all of those are one account */
    synchronized void wrong(Optional<Aor> account, InetAddress client) {
        Instant now = clock.instant();
        var guesser = new Guesser(account, ClientNetwork.of(client));
        int wrong = count(guesser, now).map(Count::wrong).orElse(0) + 1;
        counts.put(guesser, new Count(wrong, now, now.plus(wait(wrong))));
        nobody = false;
        if (counts.size() > most) {
            counts.remove(counts.keySet().iterator().next());
        }
        if (wrong == FREE) {
            LOG.warn(
                    "{} wrong passwords for {} from {}: further attempts from there must wait",
                    wrong,
                    account.map(Aor::toString).orElse("accounts that do not exist"),
                    client.getHostAddress());
        }
    }

    private static Duration wait(int wrong) {
        if (wrong < FREE) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(wrong - FREE, Integer.SIZE - 2));
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }

    /** The client knows the password: what it got wrong before were mistakes. */
    void right(Optional<Aor> account, InetAddress client) {
        if (!nobody) {
            forget(new Guesser(account, ClientNetwork.of(client)));
        }
    }

    private synchronized void forget(Guesser guesser) {
        counts.remove(guesser);
        nobody = counts.isEmpty();
    }
}
