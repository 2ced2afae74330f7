package presentry.launch.config;

import static presentry.launch.config.Kind.listOf;
import static presentry.launch.config.Kind.optional;
import static presentry.launch.config.Kind.seconds;
import static presentry.launch.config.Kind.word;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import presentry.uri.Aor;
import presentry.uri.CanonicalUri;

/** The keys of the groups {@code subscribe}, {@code publish} and {@code message}: requests that carry events. */
final class EventKeys {
    /** The longest minimum that a 423 may demand (RFC 6665, section 4.2.1.1). */
    private static final int HOUR = 3_600;

    private static final int WEEK = 604_800;

    static final ConfigKey<Duration> SUBSCRIBE_STANDARD = ConfigKey.of(
            "subscribe.default-expires",
            seconds(1, WEEK),
            "How long a subscription lives that asks for no duration.",
            "3600");

    static final ConfigKey<Duration> SUBSCRIBE_MIN = ConfigKey.of(
            "subscribe.min-expires",
            seconds(1, HOUR),
            "The shortest subscription; asking for less (but not for 0) is answered 423.",
            "60");

    static final ConfigKey<Duration> SUBSCRIBE_MAX = ConfigKey.of(
            "subscribe.max-expires",
            seconds(1, WEEK),
            "The longest subscription; what asks for more is cut to it.",
            "3600");

    static final ConfigKey<Duration> SUBSCRIBE_GIVE_UP = ConfigKey.of(
            "subscribe.give-up-after",
            seconds(0, WEEK),
            "How long a subscription waits for the decision of the user before it ends with reason giveup; 0 for as"
                    + " long as it is refreshed.",
            "0");

    static final ConfigKey<Duration> PUBLISH_STANDARD = ConfigKey.of(
            "publish.default-expires",
            seconds(1, WEEK),
            "How long a publication lives that asks for no duration.",
            "3600");

    static final ConfigKey<Duration> PUBLISH_MIN = ConfigKey.of(
            "publish.min-expires",
            seconds(1, HOUR),
            "The shortest publication; asking for less (but not for 0) is answered 423.",
            "60");

    static final ConfigKey<Duration> PUBLISH_MAX = ConfigKey.of(
            "publish.max-expires",
            seconds(1, WEEK),
            "The longest publication; what asks for more is cut to it.",
            "3600");

    static final ConfigKey<List<Aor>> PUBLISH_AGENTS = ConfigKey.of(
            "publish.agents",
            listOf(word("the SIP URI of a user", "", EventKeys::user), 0),
            "Who may publish for every user of the same domain, such as a gateway that knows who is on the phone.");

    static final ConfigKey<Duration> PUBLISH_LAST_SEEN = ConfigKey.of(
            "presence.last-seen",
            seconds(0, WEEK),
            "How long after a user's last publication has gone watchers are shown when that was: a closed tuple with a"
                    + " timestamp. 0: never.",
            "0");

    static final ConfigKey<Optional<String>> MESSAGE_NEXT_HOP = ConfigKey.of(
            "message.next-hop",
            optional(word("a SIP URI", "", EventKeys::sipUri)),
            "Where a MESSAGE goes that is allowed and names no further Route. Empty: such a MESSAGE is answered 404.",
            "");

    /** All of them, in the order in which the sample and the manual show them. */
    static final List<ConfigKey<?>> ALL = List.of(
            SUBSCRIBE_STANDARD,
            SUBSCRIBE_MIN,
            SUBSCRIBE_MAX,
            SUBSCRIBE_GIVE_UP,
            PUBLISH_STANDARD,
            PUBLISH_MIN,
            PUBLISH_MAX,
            PUBLISH_AGENTS,
            PUBLISH_LAST_SEEN,
            MESSAGE_NEXT_HOP);

    private EventKeys() {}

    static Config.Subscribe bindSubscribe(ConfigValues values) {
        return new Config.Subscribe(
                values.get(SUBSCRIBE_STANDARD),
                values.get(SUBSCRIBE_MIN),
                values.get(SUBSCRIBE_MAX),
                values.get(SUBSCRIBE_GIVE_UP));
    }

    static Config.Publish bindPublish(ConfigValues values) {
        return new Config.Publish(
                values.get(PUBLISH_STANDARD),
                values.get(PUBLISH_MIN),
                values.get(PUBLISH_MAX),
                values.get(PUBLISH_AGENTS),
                values.get(PUBLISH_LAST_SEEN));
    }

    static Config.Message bindMessage(ConfigValues values) {
        return new Config.Message(values.get(MESSAGE_NEXT_HOP));
    }

    private static Optional<Aor> user(String text) {
        return Aor.parse(text)
                .map(Aor::home)
                .filter(user -> !user.user().isEmpty() && !user.host().isEmpty());
    }

    private static Optional<String> sipUri(String text) {
        return CanonicalUri.parse(text)
                .filter(uri -> uri.scheme().equals("sip") && uri.host().isPresent())
                .map(uri -> text);
    }
}
