package presentry.agent.endpoint;

import java.time.Duration;
import java.util.List;
import presentry.agent.model.Watcher;

/** All that asking for the sender of a request can end in. */
sealed interface Identification {
    /** Somebody vouches for who it is. */
    record Identified(Watcher watcher) implements Identification {}

    /** A trusted peer passed it on without saying who sent it, or saying that he is anonymous. */
    record Unauthenticated() implements Identification {}

    /**
     * It did not come from a trusted peer.
     *
     * @param key the configuration key that would have to say otherwise
     */
    record Refused(String key) implements Identification {}

    /**
     * The sender has to prove who he is, and did not.
     *
     * @param challenges values of WWW-Authenticate
     */
    record Challenged(List<String> challenges) implements Identification {
        /** Takes a copy of the list. */
        public Challenged {
            challenges = List.copyOf(challenges);
        }
    }

    /**
     * Not judged: there were too many wrong passwords.
     *
     * @param delay until the next attempt is judged
     */
    record Delayed(Duration delay) implements Identification {}

    /** He proved to be somebody else than From says. */
    record Pretended() implements Identification {}
}
