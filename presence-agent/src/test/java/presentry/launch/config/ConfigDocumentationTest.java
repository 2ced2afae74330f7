package presentry.launch.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The keys, the sample file and the operators' manual say the same. */
class ConfigDocumentationTest {
    private static final Path SAMPLE = Path.of("../sample-docs/config/presentry.toml");
    private static final Path MANUAL = Path.of("../docs/OPERATIONS.md");
    private static final List<Class<?>> GROUPS = List.of(
            ServerKeys.class,
            StorageKeys.class,
            SipKeys.class,
            HttpKeys.class,
            TlsKeys.class,
            XcapKeys.class,
            IdentityKeys.class,
            PolicyKeys.class,
            EventKeys.class,
            NotifyKeys.class,
            WinfoKeys.class,
            ChangeKeys.class,
            LimitKeys.class,
            HttpLimitKeys.class);

    @Test
    void theSampleSaysTheDefaults() {
        assertThat(ConfigReader.read(Optional.of(SAMPLE), List.of()))
                .isEqualTo(ConfigReader.read(Optional.empty(), List.of()));
    }

    @Test
    void theSampleNamesEveryKeyInOrder() {
        ConfigFile.Content.Keys sample = (ConfigFile.Content.Keys) ConfigFile.read(SAMPLE);

        assertThat(sample.words().keySet())
                .containsExactlyElementsOf(
                        ConfigKeys.ALL.stream().map(ConfigKey::name).toList());
    }

    @Test
    void theManualHasTheTableOfKeys() throws IOException {
        String table = ConfigKeys.ALL.stream().map(ConfigDocumentationTest::row).collect(Collectors.joining("\n"));

        assertThat(Files.readString(MANUAL)).contains(table);
    }

    @Test
    void noKeyIsLeftOutOfTheList() {
        long declared = GROUPS.stream()
                .flatMap(group -> Arrays.stream(group.getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == ConfigKey.class)
                .count();

        assertThat(ConfigKeys.ALL).hasSize(Math.toIntExact(declared));
    }

    private static String row(ConfigKey<?> key) {
        String standard = key.standard().stream()
                .filter(word -> !word.isEmpty())
                .map(word -> "`" + word + "`")
                .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s |"
                .formatted(key.name(), key.kind().expected(), standard.isEmpty() ? "empty" : standard, key.sentence());
    }
}
