package presentry.xcap.http;

import java.util.Optional;

/** One thing that must work for the server to be ready; asked on each request of {@code /health/ready}, so it is quick. */
public interface HealthCheck {

    /** What is checked, in one or two words. */
    String name();

    /** What is wrong, in one sentence; empty if all is well. */
    Optional<String> problem();

    /** Whether the server is not ready while there is the problem; if not, it is only told. */
    default boolean essential() {
        return true;
    }
}
