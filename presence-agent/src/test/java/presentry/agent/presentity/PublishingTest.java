package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Stage.HOUR;
import static presentry.agent.presentity.Stage.watcher;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import presentry.agent.model.EventName;
import presentry.agent.presentity.Command.PublishedBody;
import presentry.agent.publication.PublishOutcome;

/** PUBLISH at the event state compositor: RFC 3903, section 6. */
class PublishingTest {
    private static final Optional<PublishedBody> NO_BODY = Optional.empty();

    private final Stage stage = Stage.open();

    private static Optional<PublishedBody> body(String text) {
        return Optional.of(new PublishedBody(TextPackage.TYPE, text));
    }

    private PublishOutcome outcome() {
        return ((Answer.Published) stage.answer()).outcome();
    }

    /** Steps 3, 5 and 6. */
    @Test
    void anInitialPublicationIsStoredUnderAFreshTagAndShown() {
        var bob = stage.seated("bob");

        var tag = stage.publish("at work");

        assertThat(outcome()).isEqualTo(new PublishOutcome.Stored(tag, HOUR));
        assertThat(stage.shown(bob)).contains("at work");
    }

    @Test
    void aPublicationIsWrittenBeforeItIsAnswered() {
        stage.publish("at work");

        assertThat(stage.effects)
                .extracting(effect -> effect.getClass().getSimpleName())
                .containsExactly("Persist", "Reply", "WakeAt");
    }

    /** Section 4.1: a refresh has no body, a new tag, and changes nothing that watchers see. */
    @Test
    void aRefreshGivesANewTagAndTellsNobody() {
        var first = stage.publish("at work");
        stage.seated("bob");

        var second = stage.publish(Optional.of(first.value()), Optional.of(HOUR), NO_BODY);

        assertThat(outcome()).isEqualTo(new PublishOutcome.Stored(second, HOUR));
        assertThat(stage.notifications()).isEmpty();
    }

    /** Step 6: the replaced tag names nothing any more. Step 3: 412. */
    @Test
    void anOldTagIsUnknownAfterARefresh() {
        var first = stage.publish("at work");
        stage.publish(Optional.of(first.value()), Optional.of(HOUR), NO_BODY);

        stage.publish(Optional.of(first.value()), Optional.of(HOUR), NO_BODY);

        assertThat(outcome()).isEqualTo(new PublishOutcome.UnknownTag());
    }

    @Test
    void theRowOfTheOldTagGoesAndThatOfTheNewOneComesInOneStep() {
        var first = stage.publish("at work");

        var second = stage.publish(Optional.of(first.value()), Optional.of(HOUR), NO_BODY);

        assertThat(stage.changes())
                .hasSize(2)
                .contains(new Change.DropPublication(Stage.ALICE, EventName.PRESENCE, first))
                .anyMatch(change -> change instanceof Change.PutPublication put
                        && put.publication().tag().equals(second));
    }

    @Test
    void aModificationIsShownInTheSamePlace() {
        var first = stage.publish("one");
        stage.publish("two");
        var bob = stage.seated("bob");

        stage.publish(Optional.of(first.value()), Optional.of(HOUR), body("uno"));

        assertThat(stage.shown(bob)).contains("uno+two");
    }

    @Test
    void publishingTheSameAgainTellsNobody() {
        var first = stage.publish("one");
        stage.seated("bob");

        stage.publish(Optional.of(first.value()), Optional.of(HOUR), body("one"));

        assertThat(stage.notifications()).isEmpty();
    }

    /** Step 5: Expires 0. */
    @Test
    void aRemovalTakesTheStateAway() {
        var tag = stage.publish("one");
        var bob = stage.seated("bob");

        stage.publish(Optional.of(tag.value()), Optional.of(Duration.ZERO), NO_BODY);

        assertThat(((PublishOutcome.Stored) outcome()).granted()).isZero();
        assertThat(stage.shown(bob)).contains("nothing of sip:alice@example.com");
    }

    /** Step 5: nothing may be stored as a result of a request with Expires 0. */
    @Test
    void anInitialPublicationThatIsOverAtOnceLeavesNothing() {
        stage.publish(Optional.empty(), Optional.of(Duration.ZERO), body("one"));

        assertThat(((PublishOutcome.Stored) outcome()).granted()).isZero();
        assertThat(stage.changes()).isEmpty();
        assertThat(stage.state.isEmpty()).isTrue();
    }

    /** Section 4.5. */
    @Test
    void whatNobodyRefreshedIsGoneByTheTimer() {
        stage.publish(Optional.empty(), Optional.of(Duration.ofMinutes(5)), body("one"));
        var bob = stage.seated("bob");

        stage.passAndWake(Duration.ofMinutes(5));

        assertThat(stage.shown(bob)).contains("nothing of sip:alice@example.com");
        assertThat(stage.changes()).hasSize(1).allMatch(Change.DropPublication.class::isInstance);
    }

    @Test
    void aSubscriberWhoComesWhenTheTimerIsLateDoesNotSeeWhatIsOver() {
        stage.publish(Optional.empty(), Optional.of(Duration.ofMinutes(5)), body("one"));
        stage.seated("bob");
        stage.pass(Duration.ofMinutes(5));

        var carol = stage.subscribe("carol");

        assertThat(stage.shown(carol)).contains("nothing of sip:alice@example.com");
    }

    /** Step 3: 412. */
    @Test
    void aTagThatIsOverIsUnknown() {
        var tag = stage.publish(Optional.empty(), Optional.of(Duration.ofMinutes(5)), body("one"));
        stage.pass(Duration.ofMinutes(5));

        stage.publish(Optional.of(tag.value()), Optional.of(HOUR), NO_BODY);

        assertThat(outcome()).isEqualTo(new PublishOutcome.UnknownTag());
    }

    @Test
    void whatCanBeNoTagOfOursIsUnknown() {
        stage.publish(Optional.of("not a token"), Optional.of(HOUR), NO_BODY);

        assertThat(outcome()).isEqualTo(new PublishOutcome.UnknownTag());
    }

    /** Step 4: 423. */
    @Test
    void aDurationBelowTheShortestIsTooBrief() {
        stage.publish(Optional.empty(), Optional.of(Duration.ofSeconds(1)), body("one"));

        assertThat(outcome()).isEqualTo(new PublishOutcome.TooBrief(Duration.ofMinutes(1)));
        assertThat(stage.state.isEmpty()).isTrue();
    }

    /** Step 3 comes before step 4. */
    @Test
    void anUnknownTagWeighsMoreThanABriefDuration() {
        stage.publish(Optional.of("nobody"), Optional.of(Duration.ofSeconds(1)), NO_BODY);

        assertThat(outcome()).isEqualTo(new PublishOutcome.UnknownTag());
    }

    /** Step 4: without Expires. */
    @Test
    void withoutADurationTheStandardOneIsGranted() {
        stage.publish(Optional.empty(), Optional.empty(), body("one"));

        assertThat(((PublishOutcome.Stored) outcome()).granted()).isEqualTo(TextPackage.LIFETIMES.standard());
    }

    /** Step 5: 415. */
    @Test
    void aTypeThatThePackageDoesNotTakeIsNamedWithThoseItTakes() {
        stage.publish(Optional.empty(), Optional.of(HOUR), Optional.of(new PublishedBody("image/png", "one")));

        assertThat(stage.answer()).isEqualTo(new Answer.UnsupportedBody(List.of(TextPackage.TYPE)));
    }

    /** Step 5: 400. */
    @Test
    void anInitialPublicationNeedsABody() {
        stage.publish(Optional.empty(), Optional.of(HOUR), NO_BODY);

        assertThat(stage.answer()).isEqualTo(new Answer.BodyMissing());
    }

    @Test
    void aBodyThatCannotBeReadChangesNothing() {
        var tag = stage.publish("one");

        stage.publish(Optional.of(tag.value()), Optional.of(HOUR), body(TextPackage.UNREADABLE));
        var refusal = stage.answer();
        var bob = stage.subscribe("bob");

        assertThat(refusal).isInstanceOf(Answer.Unreadable.class);
        assertThat(stage.shown(bob)).contains("one");
    }

    /** Section 14.1. */
    @Test
    void onlyOnesOwnStateCanBePublished() {
        stage.publish(watcher("sip:bob@example.com"), Optional.empty(), Optional.of(HOUR), body("one"));

        assertThat(stage.answer()).isEqualTo(new Answer.Refused(Answer.Reason.FORBIDDEN));
    }

    @Test
    void aUserHoldsABoundedNumberOfPublications() {
        for (int i = 0; i < Stage.LIMITS.maxPublications(); i++) {
            stage.publish("device " + i);
        }

        stage.publish("one more");

        assertThat(outcome()).isEqualTo(new PublishOutcome.TooMany());
    }
}
