package presentry.launch.config;

import static presentry.launch.config.Kind.choice;
import static presentry.launch.config.Kind.count;
import static presentry.launch.config.Kind.listOf;
import static presentry.launch.config.Kind.word;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** The keys of the group {@code notify}: how watchers are told. */
final class NotifyKeys {
    static final ConfigKey<Config.OnTimeout> ON_TIMEOUT = ConfigKey.of(
            "notify.on-timeout",
            choice(Config.OnTimeout.class),
            "What a NOTIFY without an answer means: keep puts up with some, drop ends the subscription at the first"
                    + " one, probation does so too and asks the watcher to come again.",
            "keep");

    static final ConfigKey<Integer> TIMEOUTS_TO_DROP = ConfigKey.of(
            "notify.timeouts-to-drop",
            count("NOTIFYs", 1, 1000),
            "Where notify.on-timeout is keep: how many in a row that are not answered end a subscription after all.",
            "3");

    static final ConfigKey<List<PackageRate>> MAX_RATE = ConfigKey.of(
            "notify.max-rate",
            listOf(word("PACKAGE=RATE", "such as presence=0.2, at most 99", PackageRate::parse), 0),
            "Of a package, the most NOTIFYs a second that one subscription causes: later changes are told together,"
                    + " those of its status at once. Without a package here: as many as there are changes.");

    /** All of them, in the order in which the sample and the manual show them. */
    static final List<ConfigKey<?>> ALL = List.of(ON_TIMEOUT, TIMEOUTS_TO_DROP, MAX_RATE);

    private NotifyKeys() {}

    static Config.Notifications bind(ConfigValues values) {
        return new Config.Notifications(
                values.get(ON_TIMEOUT),
                values.get(TIMEOUTS_TO_DROP),
                values.get(MAX_RATE).stream()
                        .collect(Collectors.toUnmodifiableMap(PackageRate::event, PackageRate::rate, BigDecimal::min)));
    }
}
