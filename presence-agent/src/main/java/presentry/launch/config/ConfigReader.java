package presentry.launch.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
                values.get(ServerKeys.DOMAINS),
                values.get(ServerKeys.DATA),
                SipKeys.bind(values),
                HttpKeys.bind(values),
                IdentityKeys.bindAuth(values),
                IdentityKeys.bindTrust(values),
                PolicyKeys.bindPolicy(values),
                PolicyKeys.bindMutual(values),
                EventKeys.bindSubscribe(values),
                EventKeys.bindPublish(values),
                EventKeys.bindMessage(values),
                WinfoKeys.bind(values),
                LimitKeys.bind(values));
    }
}
