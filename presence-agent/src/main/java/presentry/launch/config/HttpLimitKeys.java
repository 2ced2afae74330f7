package presentry.launch.config;

import static presentry.launch.config.Kind.count;
import static presentry.launch.config.Kind.seconds;

import java.time.Duration;
import java.util.List;

/** The keys of the group {@code limits} that bound what HTTP clients may send and store. */
final class HttpLimitKeys {
    static final ConfigKey<Integer> DOCUMENTS = ConfigKey.of(
            "limits.max-documents-per-user",
            count("documents", 1, 1_000_000),
            "How many documents a user may have; the next is answered 409 (constraint-failure).",
            "1000");

    static final ConfigKey<Integer> RULES = ConfigKey.of(
            "limits.max-rules-bytes-per-user",
            count("octets", 1024, 1 << 30),
            "How long all rule documents of a user may be together; what goes beyond it is answered 409"
                    + " (constraint-failure).",
            "2097152");

    static final ConfigKey<Integer> DEPTH = ConfigKey.of(
            "limits.max-document-depth",
            count("elements", 4, 64),
            "How deep elements of a document may be nested; a deeper one is answered 409 (constraint-failure).",
            "64");

    static final ConfigKey<Integer> ATTRIBUTES = ConfigKey.of(
            "limits.max-attributes-per-element",
            count("attributes", 8, 64),
            "How many attributes and namespace declarations an element may have; beyond it: 409 (constraint-failure).",
            "64");

    static final ConfigKey<Integer> NAME = ConfigKey.of(
            "limits.max-name-length",
            count("characters", 32, 256),
            "How long a name in a document may be; a longer one is answered 409 (constraint-failure).",
            "256");

    static final ConfigKey<Integer> SELECTOR = ConfigKey.of(
            "limits.max-selector-length",
            count("characters", 64, 16_384),
            "How long a node selector with its query may be; a longer one is answered 414.",
            "4096");

    static final ConfigKey<Integer> STEPS = ConfigKey.of(
            "limits.max-selector-steps",
            count("steps", 2, 64),
            "How many steps a node selector may have; one with more is answered 414.",
            "64");

    static final ConfigKey<Integer> HEAD = ConfigKey.of(
            "limits.max-http-head-bytes",
            count("octets", 1024, 65_536),
            "How long the request line and the header fields of a request may be; beyond it: 414 or 431.",
            "16384");

    static final ConfigKey<Integer> LINE = ConfigKey.of(
            "limits.max-waiting-requests-per-account",
            count("requests", 1, 10_000),
            "How many requests of one account may wait for a processor to read and check documents; the next is"
                    + " answered 503 with Retry-After. Accounts take turns.",
            "256");

    static final ConfigKey<Integer> RATE = ConfigKey.of(
            "limits.http-requests-per-second-per-address",
            count("requests", 0, 1_000_000),
            "How often one address may ask, twice that at once; then it is answered 429. The peers of trust.peers, so"
                    + " as delivered this machine, may always. 0: everybody may.",
            "1000");

    static final ConfigKey<Duration> BODY = ConfigKey.of(
            "limits.http-body-seconds",
            seconds(1, 600),
            "How long the body of a request may take; a slower one is answered 408.",
            "60");

    static final ConfigKey<Duration> IDLE = ConfigKey.of(
            "limits.http-idle-seconds",
            seconds(1, 3600),
            "How long an HTTP connection may be silent before it is closed.",
            "30");

    /** All of them, in the order in which the sample and the manual show them. */
    static final List<ConfigKey<?>> ALL =
            List.of(DOCUMENTS, RULES, DEPTH, ATTRIBUTES, NAME, SELECTOR, STEPS, HEAD, LINE, RATE, BODY, IDLE);

    private HttpLimitKeys() {}

    static HttpLimits bind(ConfigValues values) {
        return new HttpLimits(
                values.get(DOCUMENTS),
                values.get(RULES),
                values.get(DEPTH),
                values.get(ATTRIBUTES),
                values.get(NAME),
                values.get(SELECTOR),
                values.get(STEPS),
                values.get(HEAD),
                values.get(LINE),
                values.get(RATE),
                values.get(BODY),
                values.get(IDLE));
    }
}
