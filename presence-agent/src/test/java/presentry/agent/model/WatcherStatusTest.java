package presentry.agent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.model.WatcherStatus.ACTIVE;
import static presentry.agent.model.WatcherStatus.PENDING;
import static presentry.agent.model.WatcherStatus.TERMINATED;
import static presentry.agent.model.WatcherStatus.WAITING;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 3857, figure 1, with the way back that RFC 5025, section 3.2.1, opens. */
class WatcherStatusTest {
    @ParameterizedTest
    @CsvSource({
        "SUBSCRIBE,     PENDING,    ACTIVE,     WAITING",
        "APPROVED,      ACTIVE,     ACTIVE,     TERMINATED",
        "REJECTED,      TERMINATED, TERMINATED, TERMINATED",
        "CONFIRM_AGAIN, PENDING,    PENDING,    WAITING",
        "TIMEOUT,       WAITING,    TERMINATED, WAITING",
        "DEACTIVATED,   TERMINATED, TERMINATED, WAITING",
        "PROBATION,     TERMINATED, TERMINATED, WAITING",
        "GIVEUP,        TERMINATED, ACTIVE,     TERMINATED",
        "NORESOURCE,    TERMINATED, TERMINATED, TERMINATED",
    })
    void eachEventLeadsWhereTheFigureSays(
            StatusEvent event, WatcherStatus fromPending, WatcherStatus fromActive, WatcherStatus fromWaiting) {
        assertThat(PENDING.on(event)).isEqualTo(fromPending);
        assertThat(ACTIVE.on(event)).isEqualTo(fromActive);
        assertThat(WAITING.on(event)).isEqualTo(fromWaiting);
    }

    @ParameterizedTest
    @EnumSource
    void nothingLeadsOutOfTheEnd(StatusEvent event) {
        assertThat(TERMINATED.on(event)).isEqualTo(TERMINATED);
    }

    @Test
    void onlyPendingAndActiveOnesHaveADialog() {
        assertThat(WatcherStatus.values()).filteredOn(WatcherStatus::live).containsExactly(PENDING, ACTIVE);
    }
}
