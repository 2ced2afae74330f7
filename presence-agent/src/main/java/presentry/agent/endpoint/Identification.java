package presentry.agent.endpoint;

import presentry.agent.model.Watcher;

/** All that asking for the sender of a request can end in. */
sealed interface Identification {
    /** Somebody vouches for who it is. */
    record Identified(Watcher watcher) implements Identification {}

    /** A trusted peer passed it on without saying who sent it, or saying that he is anonymous. */
    record Unauthenticated() implements Identification {}

    /** It did not come from a trusted peer. */
    record Refused() implements Identification {}
}
