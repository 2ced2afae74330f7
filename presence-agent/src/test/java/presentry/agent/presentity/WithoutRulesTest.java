package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Stage.HOUR;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import presentry.agent.model.WatcherStatus;
import presentry.policy.model.PolicyDefault;

/** Who only watches others costs no reading of rules. */
class WithoutRulesTest {
    private final Stage stage = new Stage(PolicyDefault.MUTUAL);

    private static Command.Watching watching(String name, Instant until) {
        return new Command.Watching(Stage.user(name), until, 1);
    }

    @Test
    void aFactAboutSomebodyForWhomNobodyAsksCountsWhenSomebodyDoes() {
        boolean taken = stage.tookWithoutRules(watching("bob", Stage.NOON.plus(HOUR)));

        var bob = stage.subscribe("bob");

        assertThat(taken).isTrue();
        assertThat(stage.notification(bob).status()).isEqualTo(WatcherStatus.ACTIVE);
    }

    @Test
    void thatItIsOverLeavesNothingBehind() {
        stage.tookWithoutRules(watching("bob", Stage.NOON.plus(HOUR)));

        stage.tookWithoutRules(watching("bob", Instant.EPOCH));

        assertThat(stage.state.isEmpty()).isTrue();
    }

    @Test
    void whereSomebodyAsksItIsAStep() {
        stage.seated("bob");

        assertThat(stage.tookWithoutRules(watching("bob", Stage.NOON.plus(HOUR))))
                .isFalse();
    }

    @Test
    void afterARestartThereIsNothingToDecideForWhoOnlyWatches() {
        Command resume = new Command.Resume(Set.of());
        stage.tookWithoutRules(watching("bob", Stage.NOON.plus(HOUR)));

        assertThat(stage.tookWithoutRules(resume)).isTrue();
        stage.publish("at work");
        assertThat(stage.tookWithoutRules(resume)).isFalse();
    }

    @Test
    void aRequestIsAlwaysAStep() {
        assertThat(stage.tookWithoutRules(new Command.Message(answer -> {}, Stage.watcher("sip:bob@example.com"))))
                .isFalse();
    }
}
