package presentry.agent.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Samples.NOON;
import static presentry.agent.presentity.Samples.user;
import static presentry.agent.presentity.Samples.waiting;
import static presentry.agent.presentity.Samples.watcher;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import presentry.agent.model.EventName;
import presentry.agent.model.WaitingWatcher;
import presentry.agent.subscription.Access.Source;
import presentry.policy.model.Permissions;
import presentry.policy.model.SubHandling;

class WaitingWatchersTest {
    private static final WaitingWatcher BOB = waiting("1", "bob", NOON.plusSeconds(60));
    private static final WaitingWatcher CAROL = waiting("2", "carol", NOON.plusSeconds(90));

    private final WaitingWatchers table = new WaitingWatchers();

    private static Access undecidedUntil(Instant validUntil) {
        return new Access(SubHandling.CONFIRM, Permissions.NONE, Source.SERVER_DEFAULT, List.of(), false, validUntil);
    }

    @Test
    void whoComesIsLookedAtAtOnce() {
        table.put(BOB);

        assertThat(table.due(NOON)).containsExactly(BOB);
    }

    @Test
    void whoIsUndecidedIsLookedAtAgainWhenHeIsGivenUp() {
        table.put(BOB);

        table.undecided(BOB, undecidedUntil(Instant.MAX));

        assertThat(table.nextLook()).isEqualTo(BOB.giveUpAt());
    }

    @Test
    void orWhenWhatWasDecidedHoldsNoMore() {
        table.put(BOB);

        table.undecided(BOB, undecidedUntil(NOON.plusSeconds(1)));

        assertThat(table.nextLook()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void whenTheFirstGoesTheNextOneIsLookedAt() {
        table.put(BOB);
        table.put(CAROL);
        table.undecided(BOB, undecidedUntil(Instant.MAX));
        table.undecided(CAROL, undecidedUntil(Instant.MAX));

        table.remove(BOB);

        assertThat(table.nextLook()).isEqualTo(CAROL.giveUpAt());
    }

    @Test
    void nobodyIsNeverLookedAt() {
        assertThat(table.nextLook()).isEqualTo(Instant.MAX);
    }

    @Test
    void deliveryMovesNobodyAndNoTime() {
        table.put(BOB);
        table.put(CAROL);
        table.undecided(BOB, undecidedUntil(Instant.MAX));
        table.undecided(CAROL, undecidedUntil(Instant.MAX));

        table.delivered(BOB.asDelivered());

        assertThat(table.all()).containsExactly(BOB.asDelivered(), CAROL);
        assertThat(table.nextLook()).isEqualTo(BOB.giveUpAt());
    }

    @Test
    void aWatcherIsFoundByAnyOfHisIdentities() {
        table.put(BOB);

        assertThat(table.find(EventName.PRESENCE, watcher("tel:+4930123", "sip:bob@example.com")))
                .contains(BOB);
        assertThat(table.find(EventName.PRESENCE_WINFO, BOB.watcher())).isEmpty();
        assertThat(table.ofWatcher(user("bob"))).containsExactly(BOB);
    }

    @Test
    void ofWhomThePresentityKnowsIsTheFirstToGo() {
        table.put(BOB);
        table.put(CAROL.asDelivered());

        assertThat(table.mostDispensable()).contains(CAROL.asDelivered());
    }

    @Test
    void elseTheOldestIs() {
        table.put(BOB);
        table.put(CAROL);

        assertThat(table.mostDispensable()).contains(BOB);
    }
}
