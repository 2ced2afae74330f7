package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Stage.HOUR;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import presentry.agent.model.EntityTag;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;
import presentry.agent.model.Watcher;
import presentry.agent.presentity.Command.PublishedBody;
import presentry.agent.publication.PublishOutcome;

/** A PUBLISH whose answer was lost comes again: RFC 3261, section 8.2.2.2, for RFC 3903, section 6. */
class RepeatedPublishTest {
    private static final Watcher ALICE = Stage.watcher("sip:alice@example.com");

    private final Stage stage = Stage.open();

    @Test
    void aFirstPublishThatComesAgainMakesNoSecondPublication() {
        publish("one", "request", Optional.empty());

        var tag = publish("one", "request", Optional.empty());

        assertThat(stage.state.publications.size()).isEqualTo(1);
        assertThat(stage.answer()).isEqualTo(new Answer.Published(new PublishOutcome.Stored(tag, HOUR)));
    }

    @Test
    void watchersHearNothingOfIt() {
        publish("one", "request", Optional.empty());
        stage.seated("bob");

        publish("one", "request", Optional.empty());

        assertThat(stage.notifications()).isEmpty();
    }

    @Test
    void alsoAfterARestart() {
        publish("one", "request", Optional.empty());
        Publication stored =
                stage.state.publications.of(EventName.PRESENCE, stage.now).getFirst();
        stage.state = new PresentityState(Stage.ALICE, new WatchedUsers(), 0);
        stage.state.load(stored);

        publish("one", "request", Optional.empty());

        assertThat(stage.state.publications.size()).isEqualTo(1);
    }

    /** Its tag went with the lost answer. */
    @Test
    void aChangeThatComesAgainIsNotRefusedForItsOldTag() {
        var first = publish("one", "request 1", Optional.empty());
        publish("two", "request 2", Optional.of(first.value()));

        var tag = publish("two", "request 2", Optional.of(first.value()));

        assertThat(stage.answer()).isEqualTo(new Answer.Published(new PublishOutcome.Stored(tag, HOUR)));
    }

    /** What came late must not undo what came after it. */
    @Test
    void aFirstPublishThatWasFollowedByAnotherRequestIsForgotten() {
        var first = publish("one", "request 1", Optional.empty());
        publish("two", "request 2", Optional.of(first.value()));

        publish("one", "request 1", Optional.of(first.value()));

        assertThat(stage.answer()).isEqualTo(new Answer.Published(new PublishOutcome.UnknownTag()));
    }

    @Test
    void anotherRequestMakesAnotherPublication() {
        publish("one", "request 1", Optional.empty());

        publish("one", "request 2", Optional.empty());

        assertThat(stage.state.publications.size()).isEqualTo(2);
    }

    private EntityTag publish(String text, String request, Optional<String> ifMatch) {
        return stage.publish(
                ALICE,
                ifMatch,
                Optional.of(HOUR),
                Optional.of(new PublishedBody(TextPackage.TYPE, text)),
                Optional.of(request));
    }
}
