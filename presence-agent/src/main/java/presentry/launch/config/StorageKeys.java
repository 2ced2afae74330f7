package presentry.launch.config;

import static presentry.launch.config.Kind.flag;

import java.util.List;

/** The keys of the group {@code storage}. */
final class StorageKeys {
    static final ConfigKey<Boolean> KEEP_EVENTS = ConfigKey.of(
            "storage.keep-events",
            flag(),
            "Whether subscriptions and publications outlive the process. false: they are in memory only, and after a"
                    + " start all have to subscribe and publish anew. Documents and accounts are kept in any case.",
            "true");

    /** All of them, in the order in which the sample and the manual show them. */
    static final List<ConfigKey<?>> ALL = List.of(KEEP_EVENTS);

    private StorageKeys() {}

    static Config.Storage bind(ConfigValues values) {
        return new Config.Storage(values.get(KEEP_EVENTS));
    }
}
