package presentry.launch.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import presentry.policy.model.PolicyDefault;

/** The names of SER's module pa. */
class SerParametersTest {
    private static final Path PAGE = Path.of("../docs/MIGRATING.md");

    private static ConfigResult read(String... assignments) {
        return ConfigReader.read(
                Optional.empty(),
                List.of(assignments).stream()
                        .map(assignment -> assignment.split("=", 2))
                        .map(pair -> new Setting(pair[0], pair[1], "--set"))
                        .toList());
    }

    private static Config valid(String... assignments) {
        return ((ConfigResult.Valid) read(assignments)).config();
    }

    @Test
    void oneDefaultWasForSubscriptionsAndPublications() {
        Config config = valid("default_expires=1800");

        assertThat(config.subscribe().standard()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.publish().standard()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void theLongestDurationsHadNamesOfTheirOwn() {
        Config config = valid("max_subscription_expiration=7200", "max_publish_expiration=5400");

        assertThat(config.subscribe().max()).isEqualTo(Duration.ofHours(2));
        assertThat(config.publish().max()).isEqualTo(Duration.ofMinutes(90));
    }

    @ParameterizedTest
    @CsvSource({"none, ALLOW", "implicit, CONFIRM", "xcap, RFC"})
    void authSaysWhatIsDoneWhereNoRuleSpeaks(String auth, PolicyDefault expected) {
        assertThat(valid("auth=" + auth).policy().standard()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true"})
    void useDbSaysWhetherEventsOutliveTheProcess(String useDb, boolean kept) {
        assertThat(valid("use_db=" + useDb).storage().keepEvents()).isEqualTo(kept);
    }

    @Test
    void thePathOfTheXcapRootIsKept() {
        assertThat(valid("auth_xcap_root=http://localhost/xcap/").http().xcapRoot())
                .isEqualTo("/xcap");
    }

    @Test
    void aDatabaseThatIsAFolderIsTheDataFolder() {
        assertThat(valid("db_url=sqlite:///var/lib/presentry").data()).isEqualTo(Path.of("/var/lib/presentry"));
    }

    @Test
    void anotherDatabaseIsRefusedWithTheWayOut() {
        ConfigResult result = read("db_url=mysql://ser@127.0.0.1/ser");

        assertThat(((ConfigResult.Refused) result).problems())
                .singleElement()
                .asString()
                .startsWith("--set: db_url is `mysql://ser@127.0.0.1/ser`, which has no counterpart here:")
                .contains("presentry import");
    }

    @Test
    void whatHasNoEffectIsSaid() {
        ConfigResult result = read("use_callbacks=1");

        assertThat(((ConfigResult.Valid) result).remarks())
                .containsExactly(
                        "--set: use_callbacks has no effect: who is registered is not presence here; only what is"
                                + " published is.");
    }

    @Test
    void ourOwnNameGoesBeforeTheOldOne() {
        assertThat(valid("max_publish_expiration=5400", "publish.max-expires=4000")
                        .publish()
                        .max())
                .isEqualTo(Duration.ofSeconds(4000));
    }

    @Test
    void thePageForThoseWhoComeFromSerHasTheTable() throws IOException {
        String table = SerParameters.all().entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(PAGE)).contains(table);
    }

    private static String row(String name, SerParameters.Parameter parameter) {
        String keys =
                parameter.keys().stream().map(key -> "`" + key.name() + "`").collect(Collectors.joining(", "));
        return "| `%s` | %s | %s |".formatted(name, keys.isEmpty() ? "no effect" : keys, parameter.remark());
    }
}
