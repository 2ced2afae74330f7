package presentry.agent.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import presentry.agent.presentity.Command;
import presentry.agent.presentity.Samples;
import presentry.uri.Aor;

/** Who of the users of a mailbox is at work, and what is kept of those who are not. */
class ResidentsTest {
    private static final Aor ALICE = Samples.user("alice");
    private static final Aor BOB = Samples.user("bob");
    private static final Instant LATER = Samples.NOON.plus(Duration.ofHours(1));

    private final Residents residents = new Residents();

    private void watching(Instant until, long sequence) {
        residents.note(BOB, new Command.Watching(ALICE, until, sequence), Samples.NOON);
    }

    @Test
    void whoOnlyWatchesIsNotAtWork() {
        watching(LATER, 1);

        assertThat(residents.find(BOB)).isEmpty();
        assertThat(residents.all()).isEmpty();
    }

    @Test
    void whomSomebodyWatchesIsKnownWhenHeIsAtWork() {
        watching(LATER, 1);

        assertThat(residents.get(BOB).state.watched().isEmpty()).isFalse();
    }

    @Test
    void aFactThatIsOverIsForgotten() {
        watching(LATER, 1);
        watching(Instant.EPOCH, 2);

        assertThat(residents.get(BOB).state.watched().isEmpty()).isTrue();
    }

    @Test
    void aFactThatLapsedIsDroppedWithoutBeingAskedForAndOthersStay() {
        watching(LATER, 1);
        residents.note(BOB, new Command.Watching(Samples.user("carol"), LATER.plusSeconds(60), 1), Samples.NOON);

        residents.dropLapsed(LATER);
        assertThat(residents.get(BOB).state.watched().isEmpty()).isFalse();

        residents.dropLapsed(LATER.plusSeconds(60));
        assertThat(residents.get(BOB).state.watched().isEmpty()).isTrue();
    }

    @Test
    void whomSomebodyWatchesStaysKnownWhenHisWorkIsDone() {
        Resident bob = residents.get(BOB);
        bob.state.watched().take(new Command.Watching(ALICE, LATER, 1), Samples.NOON);

        assertThat(residents.letGoIfIdle(bob)).isTrue();
        assertThat(residents.find(BOB)).isEmpty();
        assertThat(residents.get(BOB).state.watched().isEmpty()).isFalse();
    }

    @Test
    void whoIsNoUserAnyMoreWatchesNobody() {
        watching(LATER, 1);
        residents.watchesNobody(BOB);

        assertThat(residents.get(BOB).state.watched().isEmpty()).isTrue();
    }

    @Test
    void whatIsFoundOnTheDiskIsKnownOfThoseAtWorkToo() {
        Resident bob = residents.get(BOB);

        residents.found(BOB, ALICE, LATER, Samples.NOON);

        assertThat(bob.state.watched().isEmpty()).isFalse();
    }
}
