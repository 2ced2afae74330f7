package presentry.launch.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import presentry.agent.presentity.Command.NotifyEnd;
import presentry.agent.store.sql.AgentTables;
import presentry.storage.Database;
import presentry.storage.Opening;
import presentry.xcap.store.sql.XcapTables;

/** The names under which figures are told, and what they count. */
class FiguresTest {
    private final Database database;
    private final Figures figures;

    FiguresTest(@TempDir Path folder) {
        database = ((Opening.Opened) Database.open(folder, List.of(XcapTables.MIGRATIONS, AgentTables.MIGRATIONS)))
                .database();
        figures = new Figures(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void notifiesAreCountedByPackageAndOutcome() {
        figures.notified("presence", NotifyEnd.DELIVERED);
        figures.notified("presence", NotifyEnd.DELIVERED);
        figures.notified("presence", NotifyEnd.TIMED_OUT);

        assertThat(figures.text())
                .contains("presentry_notifies_total{event=\"presence\",outcome=\"delivered\"} 2")
                .contains("presentry_notifies_total{event=\"presence\",outcome=\"timed_out\"} 1");
    }

    @Test
    void aMethodThatSomebodyMadeUpHasNoFigureOfItsOwn() {
        figures.received("PUBLISH");
        figures.received("FROBNICATE");

        assertThat(figures.text())
                .contains("presentry_sip_requests_total{method=\"PUBLISH\"} 1")
                .contains("presentry_sip_requests_total{method=\"other\"} 1")
                .doesNotContain("FROBNICATE");
    }

    @Test
    void whatIsStoredIsCountedWhenItIsAskedFor() {
        database.writer()
                .submit(connection -> {
                    try (var statement = connection.createStatement()) {
                        return statement.executeUpdate("""
                            INSERT INTO publication
                            VALUES('sip:alice@example.com', 'presence', 'a', 1, 'application/pidf+xml', '', 0, 0, 0, '', 0)\
                            """);
                    }
                })
                .toCompletableFuture()
                .join();

        assertThat(figures.text())
                .contains("presentry_publications{event=\"presence\"} 1")
                .contains("presentry_documents 0")
                .contains("presentry_storage_waiting 0")
                .contains("presentry_storage_failures_total 0");
    }

    /** A rate over a series that begins at its first event does not see that event. */
    @Test
    void eachSeriesIsThereBeforeItsFirstEvent() {
        assertThat(figures.text())
                .contains("presentry_sip_requests_total{method=\"SUBSCRIBE\"} 0")
                .contains("presentry_sip_requests_total{method=\"other\"} 0")
                .contains("presentry_notifies_total{event=\"presence.winfo\",outcome=\"refused\"} 0")
                .contains("presentry_subscriptions{event=\"presence\",status=\"pending\"} 0")
                .contains("presentry_publications{event=\"presence\"} 0");
    }

    @Test
    void namesAreSuchAsPrometheusWantsThem() {
        assertThat(figures.text())
                .contains("process_cpu_seconds_total ", "system_cpus ")
                .doesNotContain("cpu_time_ns", "system_cpu_count");
    }

    @Test
    void theMachineIsToldToo() {
        assertThat(figures.text()).contains("jvm_memory_used_bytes{", "jvm_threads_live_threads ");
    }
}
