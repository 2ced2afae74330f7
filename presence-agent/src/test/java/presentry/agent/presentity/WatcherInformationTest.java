package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Stage.HOUR;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import presentry.agent.presentity.Command.NotifyEnd;
import presentry.policy.model.PolicyDefault;

/** What a presentity hears of its watchers: RFC 3857, section 4.7. */
class WatcherInformationTest {
    private final Stage stage = new Stage(PolicyDefault.CONFIRM);
    private Stage.Seat alice;

    @BeforeEach
    void aliceWatchesHerWatchers() {
        alice = stage.watchWatchers();
        stage.delivered(alice);
    }

    private String heard() {
        String shown = stage.shown(alice).orElseThrow();
        return shown.substring(shown.indexOf(':') + 2);
    }

    @Test
    void aNewWatcherIsReportedWithWhereHeStands() {
        stage.subscribe("bob");

        assertThat(heard()).isEqualTo("sip:bob@example.com PENDING SUBSCRIBE");
    }

    @Test
    void anApprovalIsReported() {
        stage.seated("bob");
        stage.delivered(alice);

        stage.rulesChanged(Rules.rule("allow", "bob"));

        assertThat(heard()).isEqualTo("sip:bob@example.com ACTIVE APPROVED");
    }

    @Test
    void aRejectionIsReportedOnce() {
        stage.seated("bob");
        stage.delivered(alice);
        stage.rulesChanged(Rules.rule("block", "bob"));
        String first = heard();
        stage.delivered(alice);

        stage.subscribe("carol");

        assertThat(first).isEqualTo("sip:bob@example.com TERMINATED REJECTED");
        assertThat(heard()).isEqualTo("sip:carol@example.com PENDING SUBSCRIBE");
    }

    /** RFC 3857, figure 1. */
    @Test
    void theExpiryOfAPendingWatcherIsReported() {
        stage.seated("bob");
        stage.delivered(alice);

        stage.pass(HOUR.minusSeconds(60));
        stage.refresh(alice, HOUR);
        stage.delivered(alice);
        stage.passAndWake(Duration.ofSeconds(60));

        assertThat(heard()).isEqualTo("sip:bob@example.com WAITING TIMEOUT");
    }

    @Test
    void aWatcherWhoVanishedIsReported() {
        stage.rules(Rules.rule("allow", "bob"));
        var bob = stage.subscribe("bob");
        stage.delivered(alice);

        stage.ended(bob, NotifyEnd.SUBSCRIPTION_GONE);

        assertThat(heard()).isEqualTo("sip:bob@example.com TERMINATED TIMEOUT");
    }

    /** RFC 3857, section 4.7.2: no news is no notification. */
    @Test
    void aRefreshIsNoNews() {
        var bob = stage.seated("bob");
        stage.delivered(alice);

        stage.refresh(bob, HOUR);

        assertThat(stage.notifications()).noneMatch(one -> one.key().equals(alice.key));
    }

    @Test
    void aBlockedWatcherIsNoNews() {
        stage.rules(Rules.rule("block", "bob"));

        stage.subscribe("bob");

        assertThat(stage.notifications()).isEmpty();
    }

    /** RFC 3857, section 4.7.2. */
    @Test
    void afterTheFirstDocumentOnlyThoseWhoChangedAreToldOf() {
        stage.seated("bob");
        stage.delivered(alice);

        stage.subscribe("carol");

        assertThat(stage.shown(alice)).contains("2+: sip:carol@example.com PENDING SUBSCRIBE");
    }

    @Test
    void whatChangesWhileANotifyIsUnderWayIsToldInTheNextOneOnceAWatcher() {
        var bob = stage.seated("bob");
        stage.subscribe("carol");
        stage.unsubscribe(bob);

        stage.delivered(alice);

        assertThat(stage.shown(alice))
                .contains("2+: sip:carol@example.com PENDING SUBSCRIBE, sip:bob@example.com WAITING TIMEOUT");
    }

    /** RFC 3858, section 4: who lost a document asks for all by a refresh. */
    @Test
    void aRefreshIsAnsweredWithAllWatchers() {
        stage.seated("bob");
        stage.delivered(alice);

        stage.refresh(alice, HOUR);

        assertThat(stage.shown(alice)).contains("2: sip:bob@example.com PENDING SUBSCRIBE");
    }

    @Test
    void afterADocumentThatDidNotArriveAllAreToldOf() {
        stage.seated("bob");
        stage.ended(alice, NotifyEnd.TIMED_OUT);

        stage.subscribe("carol");

        assertThat(stage.shown(alice))
                .contains("2: sip:bob@example.com PENDING SUBSCRIBE, sip:carol@example.com PENDING SUBSCRIBE");
    }

    @Test
    void whoWentWhileANotifyWasUnderWayIsToldOfOnceAlsoWhereAllAre() {
        stage.rules(Rules.rule("allow", "bob"));
        var bob = stage.seated("bob");
        stage.unsubscribe(bob);
        stage.refresh(alice, HOUR);
        stage.delivered(alice);
        String first = stage.shown(alice).orElseThrow();
        stage.delivered(alice);

        stage.refresh(alice, HOUR);

        assertThat(first).isEqualTo("2: sip:bob@example.com TERMINATED TIMEOUT");
        assertThat(stage.shown(alice)).contains("3: ");
    }

    @Test
    void laterSubscribersAreNotToldOfThoseWhoLeftBefore() {
        stage.rules(Rules.rule("allow", "bob"));
        var bob = stage.seated("bob");
        stage.delivered(alice);
        stage.unsubscribe(bob);

        var tablet = stage.watchWatchers();

        assertThat(stage.shown(tablet)).contains("0: ");
    }
}
