package presentry.agent.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import presentry.uri.Aor;

/**
 * Where users said that they can be reached (RFC 3261, section 10): kept in memory until it expires, for a phone registers anew
 * before long. Bounded; thread-safe.
 */
public final class RegisteredContacts {
    /** How many contacts one user may have. */
    static final int PER_USER = 10;

    private final InstantSource clock;
    private final int maxUsers;
    private final Map<Aor, List<Contact>> contacts = new HashMap<>();

    /** @param maxUsers of how many users contacts are kept, 1 and more */
    public RegisteredContacts(InstantSource clock, int maxUsers) {
        this.clock = clock;
        this.maxUsers = maxUsers;
    }

    /**
     * One place.
     *
     * @param uri as it was registered
     * @param callId of the request that registered it
     * @param cseq of that request
     * @param until when it is forgotten
     */
    record Contact(String uri, String callId, long cseq, Instant until) {
        private boolean isNewerThan(String otherCallId, long otherCseq) {
            return callId.equals(otherCallId) && cseq >= otherCseq;
        }
    }

    /** All that a change can end in. */
    sealed interface Outcome {
        /** It was made. */
        record Changed() implements Outcome {}

        /** A later request of the same client has changed the same contact; nothing is changed (section 10.3, step 7). */
        record Overtaken() implements Outcome {}

        /** There would be too many; nothing is changed. */
        record TooMany() implements Outcome {}
    }

    /** All that is kept of a user, the newest first. */
    synchronized List<Contact> of(Aor user) {
        Instant now = clock.instant();
        List<Contact> left = contacts.getOrDefault(user, List.of()).stream()
                .filter(contact -> contact.until().isAfter(now))
                .toList();
        keep(user, left);
        return left;
    }

    /** For how long a contact is still kept. */
    Duration left(Contact contact) {
        return Duration.between(clock.instant(), contact.until());
    }

    /** Where {@code user} said last that he can be reached. */
    Optional<String> newest(Aor user) {
        return of(user).stream().findFirst().map(Contact::uri);
    }

    /**
     * Puts or removes places of a user, all of them or none.
     *
     * @param lifetimes for how long each URI is kept; zero removes it
     */
    synchronized Outcome change(Aor user, Map<String, Duration> lifetimes, String callId, long cseq) {
        List<Contact> changed = new ArrayList<>(of(user));
        for (Contact known : of(user)) {
            if (lifetimes.containsKey(known.uri())) {
                if (known.isNewerThan(callId, cseq)) {
                    return new Outcome.Overtaken();
                }
                changed.remove(known);
            }
        }
        Instant now = clock.instant();
        lifetimes.forEach((uri, lifetime) -> {
            if (lifetime.isPositive()) {
                changed.addFirst(new Contact(uri, callId, cseq, now.plus(lifetime)));
            }
        });
        if (changed.size() > PER_USER || !hasRoomFor(user)) {
            return new Outcome.TooMany();
        }
        keep(user, changed);
        return new Outcome.Changed();
    }

    private boolean hasRoomFor(Aor user) {
        if (contacts.size() >= maxUsers && !contacts.containsKey(user)) {
            Instant now = clock.instant();
            contacts.values()
                    .removeIf(all ->
                            all.stream().noneMatch(contact -> contact.until().isAfter(now)));
        }
        return contacts.size() < maxUsers || contacts.containsKey(user);
    }

    private void keep(Aor user, List<Contact> left) {
        if (left.isEmpty()) {
            contacts.remove(user);
        } else {
            contacts.put(user, List.copyOf(left));
        }
    }
}
