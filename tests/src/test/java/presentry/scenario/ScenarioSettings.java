package presentry.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import presentry.launch.config.Config;
import presentry.launch.config.ConfigReader;
import presentry.launch.config.ConfigResult;
import presentry.launch.config.HostPort;
import presentry.launch.config.Setting;

/**
 * How the server of a conversation is configured.
 *
 * @param settings all that differs from the defaults; of two for one key the later one counts
 */
record ScenarioSettings(List<Setting> settings) {
    private static final HostPort FREE = new HostPort("127.0.0.1", 0);

    /** Free ports, a data folder, the two domains, and what the conversation says. */
    static ScenarioSettings of(Path data, List<Setting> ofTheScenario) {
        List<Setting> all = new ArrayList<>();
        all.add(setting("data", data.toString()));
        all.add(setting("domains", "example.com,test-domain.com"));
        all.addAll(ofTheScenario);
        return new ScenarioSettings(all).on(FREE, FREE);
    }

    /** The same on these ports. */
    ScenarioSettings on(HostPort sip, HostPort http) {
        Stream<Setting> ports =
                Stream.of(setting("sip.listen", sip.toString()), setting("http.listen", http.toString()));
        return new ScenarioSettings(Stream.concat(settings.stream(), ports).toList());
    }

    Config config() {
        return switch (ConfigReader.read(Optional.empty(), settings)) {
            case ConfigResult.Valid valid -> valid.config();
            case ConfigResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    /** The same as options of a command line. */
    List<String> options() {
        return settings.stream()
                .flatMap(setting -> Stream.of("--set", setting.key() + "=" + setting.value()))
                .toList();
    }

    private static Setting setting(String key, String value) {
        return new Setting(key, value, "scenario");
    }
}
