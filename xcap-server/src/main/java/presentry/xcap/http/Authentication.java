package presentry.xcap.http;

import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.Request;
import presentry.xcap.usage.Requester;

/** Finds out on whose behalf a request is made. */
@FunctionalInterface
public interface Authentication {

    /** Judges one request; never throws. */
    Identified identify(Request request);

    /** Whether judging may have to wait for the disk. */
    default boolean waits() {
        return true;
    }

    /** What judges the requests that are about the whole server, such as those below {@code /api}. */
    default Authentication forManagement() {
        return this;
    }

    /** All that it can find. */
    sealed interface Identified {

        /** It is this one. */
        record As(Requester requester) implements Identified {}

        /**
         * Nobody may make such a request.
         *
         * @param why one sentence
         */
        record Refused(String why) implements Identified {}

        /**
         * Not judged: there were too many wrong passwords.
         *
         * @param delay until the next attempt is judged
         */
        record Delayed(Duration delay) implements Identified {}

        /**
         * Credentials are missing, wrong or stale.
         *
         * @param challenges values of WWW-Authenticate, strongest first
         */
        record Challenged(List<String> challenges) implements Identified {
            /** Takes a copy of the list. */
            public Challenged {
                challenges = List.copyOf(challenges);
            }
        }
    }
}
