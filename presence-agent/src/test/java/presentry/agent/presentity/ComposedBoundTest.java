package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import presentry.policy.model.PolicyDefault;

/** The bound on one document for a watcher, {@code limits.max-composed-bytes}. */
class ComposedBoundTest {
    private static final int BOUND = 10;

    private final Stage stage =
            new Stage(PolicyDefault.ALLOW, new PresentityLimits(6, 3, 3, BOUND, Duration.ZERO, Samples.WAITING));

    @Test
    void aDocumentOfThatSizeIsSent() {
        stage.publish("0123456789");

        Stage.Seat bob = stage.subscribe("bob");

        assertThat(stage.shown(bob)).contains("0123456789");
        assertThat(stage.all(Effect.TooLarge.class)).isEmpty();
    }

    @Test
    void inPlaceOfALargerOneTheNeutralDocumentIsSentAndTheLogIsTold() {
        Stage.Seat bob = stage.seated("bob");

        stage.publish("short");
        assertThat(stage.shown(bob)).contains("short");
        stage.delivered(bob);
        stage.publish("long enough");

        assertThat(stage.shown(bob)).contains("nothing of sip:alice@example.com");
        assertThat(stage.all(Effect.TooLarge.class)).hasSize(1);
    }

    @Test
    void itIsFoundToBeTooLargeOnceForAllWhoShareIt() {
        stage.publish("more than ten");

        stage.subscribe("bob");
        assertThat(stage.all(Effect.TooLarge.class)).hasSize(1);
        Stage.Seat carol = stage.subscribe("carol");

        assertThat(stage.shown(carol)).contains("nothing of sip:alice@example.com");
        assertThat(stage.all(Effect.TooLarge.class)).isEmpty();
    }
}
