package presentry.agent.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import presentry.sip.message.SipRequest;
import presentry.sip.message.Via;

/**
 * Finds a request that reaches the server a second time by another path, because a proxy before it forked (RFC 3261, section
 * 8.2.2.2): From tag, Call-ID and CSeq are the same and the branch is another one. A repetition by the same path never comes
 * here, since its transaction absorbs it. Remembers the newest requests only; thread-safe.
 */
final class MergedRequests {
    /** Timer J: so long the transaction of the first one lives at most. */
    private static final Duration LIFE = Duration.ofSeconds(32);

    private static final int REMEMBERED = 1 << 14;

    private record Key(String callId, String fromTag, long cseq) {}

    private record First(String branch, Instant at) {}

    private final InstantSource clock;
    private final Map<Key, First> firsts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, First> eldest) {
            return size() > REMEMBERED;
        }
    };

    MergedRequests(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether another path has brought this request already. If not, this one is the first. */
    synchronized boolean isSecondOf(SipRequest request) {
        Key key = new Key(request.callId(), request.from().tag().orElse(""), request.cseq());
        String branch = Via.top(request.headers())
                .map(via -> via.parameters().getOrDefault("branch", ""))
                .orElse("");
        Instant now = clock.instant();
        First first = firsts.get(key);
        if (first != null && first.at().plus(LIFE).isAfter(now)) {
            return !first.branch().equals(branch);
        }
        firsts.remove(key);
        firsts.put(key, new First(branch, now));
        return false;
    }
}
