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
    /** What was written under the names of {@link SerParameters}. */
    private final Map<String, ConfigValues.Written> old = new LinkedHashMap<>();

    private final List<String> problems = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

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
                keys.words().forEach((key, words) -> take(key, new ConfigValues.Written(words, file.toString())));
            case ConfigFile.Content.Unreadable unreadable -> problems.add(unreadable.problem());
        }
    }

    private void take(Setting setting) {
        take(setting.key(), new ConfigValues.Written(List.of(setting.value()), setting.option()));
    }

    private void take(String name, ConfigValues.Written words) {
        (SerParameters.find(name).isPresent() ? old : written).put(name, words);
    }

    /** A key that is written under its own name stays: who has written both has begun to move. */
    private void translate(String name, ConfigValues.Written words) {
        SerParameters.Parameter parameter = SerParameters.find(name).orElseThrow();
        String word = String.join(",", words.words());
        Optional<String> value = parameter.values().apply(word);
        if (value.isEmpty()) {
            problems.add("%s: %s is `%s`, which has no counterpart here%s."
                    .formatted(words.where(), name, word, explained(parameter)));
            return;
        }
        for (ConfigKey<?> key : parameter.keys()) {
            written.putIfAbsent(key.name(), new ConfigValues.Written(List.of(value.get()), words.where()));
        }
        if (parameter.keys().isEmpty()) {
            remarks.add("%s: %s has no effect%s.".formatted(words.where(), name, explained(parameter)));
        }
    }

    private static String explained(SerParameters.Parameter parameter) {
        return parameter.remark().isEmpty() ? "" : ": " + parameter.remark();
    }

    private ConfigResult result() {
        old.forEach(this::translate);
        ConfigValues values = new ConfigValues(written);
        problems.addAll(values.problems());
        problems.addAll(ConfigChecks.problems(values));
        return problems.isEmpty()
                ? new ConfigResult.Valid(bind(values), List.copyOf(remarks))
                : new ConfigResult.Refused(List.copyOf(problems));
    }

    private static Config bind(ConfigValues values) {
        return new Config(
                values.get(ServerKeys.DOMAINS),
                values.get(ServerKeys.DATA),
                StorageKeys.bind(values),
                SipKeys.bind(values),
                HttpKeys.bind(values),
                XcapKeys.bind(values),
                IdentityKeys.bindAuth(values),
                IdentityKeys.bindTrust(values),
                PolicyKeys.bindPolicy(values),
                PolicyKeys.bindMutual(values),
                EventKeys.bindSubscribe(values),
                EventKeys.bindPublish(values),
                EventKeys.bindMessage(values),
                NotifyKeys.bind(values),
                WinfoKeys.bind(values),
                ChangeKeys.bind(values),
                LimitKeys.bind(values),
                HttpLimitKeys.bind(values));
    }
}
