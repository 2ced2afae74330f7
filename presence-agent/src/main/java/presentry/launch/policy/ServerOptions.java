package presentry.launch.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import presentry.launch.config.Config;
import presentry.launch.config.ConfigReader;
import presentry.launch.config.ConfigResult;
import presentry.launch.config.Setting;
import presentry.policy.PolicyOptions;
import presentry.policy.read.Dialect;
import presentry.policy.read.RuleLimits;

/** The options by which a command hears how a server is configured; without them a server is as delivered. */
public final class ServerOptions {
    @Option(names = "--config", paramLabel = "FILE", description = "The configuration file of the server.")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A key of the server's configuration.")
    private List<String> assignments = new ArrayList<>();

    ServerOptions() {}

    /** How that server understands rule documents. */
    public static PolicyOptions policy(Config.Policy keys) {
        return new PolicyOptions(new Dialect(keys.legacyCommonPolicy(), keys.oma()), RuleLimits.DEFAULT);
    }

    /** What the options say; {@code --set} goes before {@code others}, and these before the file. */
    ConfigResult read(List<Setting> others) {
        List<Setting> settings = new ArrayList<>(others);
        for (String assignment : assignments) {
            Optional<Setting> setting = Setting.assigned(assignment);
            if (setting.isEmpty()) {
                return new ConfigResult.Refused(
                        List.of("--set takes KEY=VALUE, as in --set policy.default=rfc; not `" + assignment + "`"));
            }
            settings.add(setting.get());
        }
        return ConfigReader.read(config, settings);
    }
}
