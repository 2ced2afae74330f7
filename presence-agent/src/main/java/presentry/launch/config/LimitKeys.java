package presentry.launch.config;

import static presentry.launch.config.Kind.count;

import java.util.List;

/** The keys of the group {@code limits}. */
final class LimitKeys {
    private static final int MEBIBYTE = 1 << 20;

    static final ConfigKey<Integer> MAX_DOCUMENT_BYTES = ConfigKey.of(
            "limits.max-document-bytes",
            count("octets", 1024, 64 * MEBIBYTE),
            "The largest XCAP document; a larger one is answered 413.",
            "1048576");

    static final ConfigKey<Integer> MAX_BODY_BYTES = ConfigKey.of(
            "limits.max-body-bytes",
            count("octets", 1024, 4 * MEBIBYTE),
            "The largest body of a SIP request; a larger one is answered 413.",
            "65536");

    static final ConfigKey<Integer> MAX_WATCHERS = ConfigKey.of(
            "limits.max-watchers-per-presentity",
            count("subscriptions", 1, 1_000_000),
            "How many subscriptions there may be to one user; the next is answered 403.",
            "10000");

    static final ConfigKey<Integer> MAX_SUBSCRIPTIONS = ConfigKey.of(
            "limits.max-subscriptions-per-watcher",
            count("subscriptions", 1, 10_000),
            "How many subscriptions one watcher may hold to the same user; the next is answered 403.",
            "32");

    static final ConfigKey<Integer> MAX_PUBLICATIONS = ConfigKey.of(
            "limits.max-publications-per-user",
            count("publications", 1, 10_000),
            "How many publications of one user may live at a time; the next is answered 403.",
            "64");

    static final ConfigKey<Integer> MAX_COMPOSED_BYTES = ConfigKey.of(
            "limits.max-composed-bytes",
            count("octets", 4096, 16 * MEBIBYTE),
            "The largest presence document for a watcher, composed of all publications he may see part of; in place of"
                    + " a larger one he gets the neutral document.",
            "262144");

    static final ConfigKey<Integer> MAX_WAITING = ConfigKey.of(
            "limits.max-waiting-watchers",
            count("watchers", 0, 1_000_000),
            "How many requests that nobody decided are kept for one user after their subscriptions were over; for the"
                    + " next one that goes of which the user knows, or else the oldest.",
            "1000");

    static final ConfigKey<Integer> MAILBOX_CAPACITY = ConfigKey.of(
            "limits.mailbox-capacity",
            count("requests", 16, 1_000_000),
            "How many requests may wait for one shard; the next is answered 500 with Retry-After.",
            "4096");

    /** All of them, in the order in which the sample and the manual show them. */
    static final List<ConfigKey<?>> ALL = List.of(
            MAX_DOCUMENT_BYTES,
            MAX_BODY_BYTES,
            MAX_WATCHERS,
            MAX_SUBSCRIPTIONS,
            MAX_PUBLICATIONS,
            MAX_COMPOSED_BYTES,
            MAX_WAITING,
            MAILBOX_CAPACITY);

    private LimitKeys() {}

    static Config.Limits bind(ConfigValues values) {
        return new Config.Limits(
                values.get(MAX_DOCUMENT_BYTES),
                values.get(MAX_BODY_BYTES),
                values.get(MAX_WATCHERS),
                values.get(MAX_SUBSCRIPTIONS),
                values.get(MAX_PUBLICATIONS),
                values.get(MAX_COMPOSED_BYTES),
                values.get(MAX_WAITING),
                values.get(MAILBOX_CAPACITY));
    }
}
