package presentry.launch.config;

import java.util.List;

/** What reading a configuration ends in. */
public sealed interface ConfigResult {
    /**
     * Every value is right.
     *
     * @param remarks what was written without any effect, one sentence each
     */
    record Valid(Config config, List<String> remarks) implements ConfigResult {}

    /**
     * At least one value is wrong.
     *
     * @param problems all that is wrong, one sentence each; at least one
     */
    record Refused(List<String> problems) implements ConfigResult {}
}
