package presentry.launch.config;

import static presentry.launch.config.Kind.count;

import java.time.Duration;
import java.util.List;

/** The keys of the group {@code changes}. */
final class ChangeKeys {
    static final ConfigKey<Integer> KEEP_DAYS = ConfigKey.of(
            "changes.keep-days",
            count("days", 1, 3650),
            "How long the log of changed documents remembers a change.",
            "30");

    static final ConfigKey<Integer> KEEP_ROWS = ConfigKey.of(
            "changes.keep-rows",
            count("changes", 1000, 1_000_000_000),
            "How many changes it remembers at most; a cursor from before the oldest is answered 410.",
            "1000000");

    /** All of them, in the order in which the sample and the manual show them. */
    static final List<ConfigKey<?>> ALL = List.of(KEEP_DAYS, KEEP_ROWS);

    private ChangeKeys() {}

    static Config.Changes bind(ConfigValues values) {
        return new Config.Changes(Duration.ofDays(values.get(KEEP_DAYS)), values.get(KEEP_ROWS));
    }
}
