package presentry.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import presentry.launch.importing.PostgresCluster;
import presentry.launch.importing.XcapTable;

/** {@code presentry import} from a real PostgreSQL. */
class PostgresImportTest {
    private static final String LISTS = "<resource-lists xmlns=\"urn:ietf:params:xml:ns:resource-lists\"/>";
    private static final int USERS = 250;

    @TempDir
    private Path folder;

    @Test
    void documentsAreTakenFromPostgres() throws IOException, SQLException {
        Optional<Path> programs = PostgresCluster.programs();
        assumeTrue(programs.isPresent(), "skipped: there is no PostgreSQL on this machine");
        Path password = Files.writeString(folder.resolve("password"), "not needed\n");
        StringWriter out = new StringWriter();
        try (PostgresCluster postgres = PostgresCluster.start(programs.get())) {
            fill(postgres.url());

            int status = Main.commandLine(config -> new StartResult.Refused(List.of("no server is started here")))
                    .setOut(new PrintWriter(out, true))
                    .execute(
                            "import",
                            "opensips",
                            postgres.url(),
                            "--user",
                            PostgresCluster.USER,
                            "--password-file",
                            password.toString(),
                            "--data",
                            folder.resolve("data").toString());

            assertThat(status).isZero();
        }
        assertThat(out.toString())
                .contains("sip:user7@example.com\n  resource-lists/index: taken")
                .endsWith(USERS + " taken, 0 kept, 0 refused\n");
    }

    private static void fill(String url) throws SQLException {
        try (XcapTable table = new XcapTable(url, PostgresCluster.USER, "BYTEA")) {
            for (int user : IntStream.range(0, USERS).toArray()) {
                table.with(user, "user" + user, 4, "index", LISTS);
            }
        }
    }
}
