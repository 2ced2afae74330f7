package presentry.agent.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Samples.NOON;
import static presentry.agent.presentity.Samples.key;
import static presentry.agent.presentity.Samples.subscription;
import static presentry.agent.presentity.Samples.user;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import presentry.agent.model.EventName;
import presentry.agent.model.Subscription;
import presentry.agent.model.SubscriptionKey;

/** RFC 6665, sections 4.2, 4.4.1 and 4.5.2. */
class SubscriptionTableTest {
    private final SubscriptionTable table = new SubscriptionTable();

    private LiveSubscription begin(String dialog, EventName event, String watcher) {
        return table.begin(subscription(dialog, event, watcher));
    }

    @Test
    void aSubscriptionIsFoundByItsName() {
        LiveSubscription live = begin("1", EventName.PRESENCE, "bob");

        assertThat(table.find(key("1", EventName.PRESENCE))).containsSame(live);
    }

    @Test
    void anotherPackageInTheSameDialogIsAnotherSubscription() {
        begin("1", EventName.PRESENCE, "bob");

        assertThat(table.find(key("1", EventName.PRESENCE_WINFO))).isEmpty();
    }

    @Test
    void thoseOfOnePackageComeOldestFirst() {
        LiveSubscription first = begin("2", EventName.PRESENCE, "bob");
        begin("3", EventName.PRESENCE_WINFO, "alice");
        LiveSubscription second = begin("1", EventName.PRESENCE, "carol");

        assertThat(table.of(EventName.PRESENCE)).containsExactly(first, second);
    }

    @Test
    void thoseOfOneWatcherAreFoundOverAllPackages() {
        LiveSubscription one = begin("1", EventName.PRESENCE, "bob");
        begin("2", EventName.PRESENCE, "carol");
        LiveSubscription other = begin("3", EventName.PRESENCE_WINFO, "bob");

        assertThat(table.ofWatcher(user("bob"))).containsExactly(one, other);
    }

    @Test
    void whatIsRemovedIsFoundNowhere() {
        LiveSubscription live = begin("1", EventName.PRESENCE, "bob");
        table.deadline(live, NOON);

        table.remove(live);

        assertThat(table.isEmpty()).isTrue();
        assertThat(table.size()).isZero();
        assertThat(table.ofWatcher(user("bob"))).isEmpty();
        assertThat(table.nextDeadline()).isEqualTo(Instant.MAX);
    }

    @Test
    void removingTwiceRemovesNobodyElse() {
        LiveSubscription first = begin("1", EventName.PRESENCE, "bob");
        table.remove(first);
        LiveSubscription second = begin("1", EventName.PRESENCE, "bob");

        table.remove(first);

        assertThat(table.all()).containsExactly(second);
    }

    /** RFC 6665, section 4.4.1: the dialog ends with the last subscription in it. */
    @Test
    void aDialogLivesAsLongAsSomeSubscriptionInIt() {
        LiveSubscription one = begin("1", EventName.PRESENCE, "alice");
        LiveSubscription other = begin("1", EventName.PRESENCE_WINFO, "alice");
        table.remove(one);
        boolean afterFirst = table.hasDialog(other.key().dialog());

        table.remove(other);

        assertThat(afterFirst).isTrue();
        assertThat(table.hasDialog(other.key().dialog())).isFalse();
    }

    /** RFC 3261, section 12.2.1.1: numbers are of the dialog. */
    @Test
    void subscriptionsOfOneDialogShareItsNumbers() {
        LiveSubscription one = begin("1", EventName.PRESENCE, "alice");
        LiveSubscription other = begin("1", EventName.PRESENCE_WINFO, "alice");

        assertThat(one.dialog().nextLocal()).isEqualTo(1);
        assertThat(other.dialog().nextLocal()).isEqualTo(2);
    }

    @Test
    void aStoredOneGoesOnAboveTheNumbersThatWereReserved() {
        LiveSubscription live = table.resume(
                subscription("1", EventName.PRESENCE_WINFO, "alice").reserving(256, 300));

        assertThat(live.dialog().nextLocal()).isEqualTo(257);
        assertThat(live.takeVersion()).isEqualTo(300);
    }

    /** RFC 3261, section 12.2.2. */
    @Test
    void aRequestMustBeNewerThanTheLastOneThatWasStored() {
        LiveSubscription live = table.resume(subscription("1", EventName.PRESENCE, "bob"));

        assertThat(live.dialog().accept(1)).isFalse();
        assertThat(live.dialog().accept(2)).isTrue();
    }

    @Test
    void deadlinesComeInTheirOrder() {
        LiveSubscription late = begin("1", EventName.PRESENCE, "bob");
        LiveSubscription early = begin("2", EventName.PRESENCE, "carol");
        LiveSubscription never = begin("3", EventName.PRESENCE, "dan");
        table.deadline(late, NOON.plusSeconds(2));
        table.deadline(early, NOON.plusSeconds(1));
        table.deadline(never, NOON.plusSeconds(3));
        table.deadline(never, Instant.MAX);

        assertThat(table.due(NOON.plusSeconds(9))).containsExactly(early, late);
    }

    @Test
    void aDeadlineIsDueFromItsInstantOn() {
        LiveSubscription live = begin("1", EventName.PRESENCE, "bob");
        table.deadline(live, NOON);

        assertThat(table.due(NOON.minusNanos(1))).isEmpty();
        assertThat(table.due(NOON)).containsExactly(live);
        assertThat(table.due(NOON)).isEmpty();
    }

    @Test
    void subscriptionsWithTheSameDeadlineAreAllDue() {
        LiveSubscription one = begin("1", EventName.PRESENCE, "bob");
        LiveSubscription other = begin("2", EventName.PRESENCE, "carol");
        table.deadline(one, NOON);
        table.deadline(other, NOON);

        assertThat(table.due(NOON)).containsExactly(one, other);
    }

    @Test
    void anUpdateKeepsThePlace() {
        LiveSubscription live = begin("1", EventName.PRESENCE, "bob");
        Subscription changed = live.stored().reserving(500, 500);

        table.update(live, changed);

        assertThat(table.find(new SubscriptionKey(live.key().dialog(), EventName.PRESENCE, "")))
                .map(LiveSubscription::stored)
                .containsSame(changed);
    }
}
