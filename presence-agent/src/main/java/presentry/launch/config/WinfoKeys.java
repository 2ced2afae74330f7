package presentry.launch.config;

import static presentry.launch.config.Kind.choice;
import static presentry.launch.config.Kind.flag;
import static presentry.launch.config.Kind.seconds;

import java.time.Duration;
import java.util.List;
import presentry.launch.config.Config.WinfoAuthorization;

/** The keys of the group {@code winfo}: who hears of watchers, and how long requests are kept that nobody decides. */
final class WinfoKeys {
    private static final int YEAR = 31_536_000;

    static final ConfigKey<Boolean> NOTIFY = ConfigKey.of(
            "winfo.notify",
            flag(),
            "Whether users can learn who watches them. Otherwise a subscription to watcher information is answered"
                    + " 489, and requests that nobody decides are not kept.",
            "true");

    static final ConfigKey<WinfoAuthorization> AUTH = ConfigKey.of(
            "winfo.auth",
            choice(WinfoAuthorization.class),
            "Who may learn who watches a user. implicit: that user alone. none: everybody, because somebody in front"
                    + " of this server decides.",
            "implicit");

    static final ConfigKey<Duration> OFFLINE_EXPIRES = ConfigKey.of(
            "winfo.offline-expires",
            seconds(1, YEAR),
            "How long a request that nobody decided is kept for the user after the subscription was over.",
            "259200");

    static final ConfigKey<Boolean> DELETE_ON_2XX = ConfigKey.of(
            "winfo.delete-on-2xx",
            flag(),
            "Whether a request that nobody decided is forgotten as soon as the user's client has answered the NOTIFY"
                    + " that tells of it; otherwise it is kept until it is decided or too old.",
            "false");

    /** All of them, in the order in which the sample and the manual show them. */
    static final List<ConfigKey<?>> ALL = List.of(NOTIFY, AUTH, OFFLINE_EXPIRES, DELETE_ON_2XX);

    private WinfoKeys() {}

    static Config.Winfo bind(ConfigValues values) {
        return new Config.Winfo(
                values.get(NOTIFY), values.get(AUTH), values.get(OFFLINE_EXPIRES), values.get(DELETE_ON_2XX));
    }
}
