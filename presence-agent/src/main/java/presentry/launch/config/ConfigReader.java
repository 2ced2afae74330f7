package presentry.launch.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a file and the options of a command line into a {@link Config}, or into every sentence that says why not. */
public final class ConfigReader {
    private final Map<String, ConfigValues.Written> written = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private ConfigReader() {}

    /** Reads {@code file}, where there is one; each of {@code settings} goes before what the file says. */
    public static ConfigResult read(Optional<Path> file, List<Setting> settings) {
        ConfigReader reader = new ConfigReader();
        file.ifPresent(reader::take);
        settings.forEach(reader::take);
        return reader.result();
    }

    private void take(Path file) {
        switch (ConfigFile.read(file)) {
            case ConfigFile.Content.Keys keys ->
                keys.words()
                        .forEach((key, words) -> written.put(key, new ConfigValues.Written(words, file.toString())));
            case ConfigFile.Content.Unreadable unreadable -> problems.add(unreadable.problem());
        }
    }

    private void take(Setting setting) {
        written.put(setting.key(), new ConfigValues.Written(List.of(setting.value()), setting.option()));
    }

    private ConfigResult result() {
        ConfigValues values = new ConfigValues(written);
        problems.addAll(values.problems());
        problems.addAll(ConfigChecks.problems(values));
        return problems.isEmpty()
                ? new ConfigResult.Valid(bind(values))
                : new ConfigResult.Refused(List.copyOf(problems));
    }

    private static Config bind(ConfigValues values) {
        return new Config(
                values.get(ConfigKeys.DOMAINS),
                values.get(ConfigKeys.DATA),
                new Config.Sip(
                        values.get(ConfigKeys.SIP_LISTEN),
                        Set.copyOf(values.get(ConfigKeys.SIP_TRANSPORTS)),
                        values.get(ConfigKeys.SIP_AUTH)),
                new Config.Http(
                        values.get(ConfigKeys.HTTP_LISTEN),
                        values.get(ConfigKeys.HTTP_XCAP_ROOT),
                        values.get(ConfigKeys.HTTP_AUTH),
                        values.get(ConfigKeys.HTTP_ALLOW_NON_LOOPBACK)),
                new Config.Trust(values.get(ConfigKeys.TRUST_PEERS), values.get(ConfigKeys.TRUST_FROM)),
                new Config.Policy(
                        values.get(ConfigKeys.POLICY_DEFAULT),
                        values.get(ConfigKeys.POLICY_LEGACY),
                        values.get(ConfigKeys.POLICY_ACCEPT_UNAUTHENTICATED)),
                new Config.Mutual(values.get(ConfigKeys.MUTUAL_LINGER)),
                new Config.Subscribe(
                        values.get(ConfigKeys.SUBSCRIBE_STANDARD),
                        values.get(ConfigKeys.SUBSCRIBE_MIN),
                        values.get(ConfigKeys.SUBSCRIBE_MAX),
                        values.get(ConfigKeys.SUBSCRIBE_TIMEOUTS)),
                new Config.Publish(
                        values.get(ConfigKeys.PUBLISH_STANDARD),
                        values.get(ConfigKeys.PUBLISH_MIN),
                        values.get(ConfigKeys.PUBLISH_MAX)),
                new Config.Message(values.get(ConfigKeys.MESSAGE_NEXT_HOP)),
                new Config.Limits(
                        values.get(ConfigKeys.MAX_DOCUMENT_BYTES),
                        values.get(ConfigKeys.MAX_BODY_BYTES),
                        values.get(ConfigKeys.MAX_WATCHERS),
                        values.get(ConfigKeys.MAX_SUBSCRIPTIONS),
                        values.get(ConfigKeys.MAX_PUBLICATIONS),
                        values.get(ConfigKeys.MAILBOX_CAPACITY)));
    }
}
