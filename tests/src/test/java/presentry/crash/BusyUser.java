package presentry.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import presentry.demo.Surroundings;
import presentry.demo.UserAgent;
import presentry.demo.XcapClient;

/**
 * Somebody who never rests: watches a friend, publishes, stores rules, in a random order and one request at a time. He
 * remembers what was acknowledged and can check that it is so. The friend watches him, which is why he may watch the
 * friend: no rule speaks of either, and the default is mutual. For one thread at a time.
 */
final class BusyUser implements AutoCloseable {
    private static final int MOST_SUBSCRIPTIONS = 6;
    private static final int MOST_PUBLICATIONS = 4;

    private final UserAgent agent;
    private final String friend;
    private final Promises promises;
    private final RandomGenerator random;
    private final Notified notified;
    private final StoredDocument rules;
    /** The first one is never ended: on it the friend's permission rests. */
    private final List<Subscribed> subscriptions = new ArrayList<>();

    private final List<Publication> publications = new ArrayList<>();
    private Optional<Subscribed> ended = Optional.empty();
    private Optional<Publication> removed = Optional.empty();
    private int edition;

    BusyUser(
            String uri,
            String friend,
            Surroundings surroundings,
            XcapClient documents,
            Promises promises,
            RandomGenerator random) {
        this.agent = new UserAgent(uri, surroundings);
        this.friend = friend;
        this.promises = promises;
        this.random = random;
        this.notified = new Notified(agent);
        this.rules = new StoredDocument(documents, promises, "pres-rules/users/" + uri + "/index");
    }

    /** Watches the friend; pending as long as the friend does not watch in turn. */
    void watchFriend() {
        subscribe();
    }

    /** Call it when the friend watches too. */
    void awaitActive() {
        subscriptions.forEach(Subscribed::awaitActive);
    }

    /** Goes on until the server was killed. */
    void work() {
        while (!promises.isOver()) {
            switch (random.nextInt(10)) {
                case 0, 1 -> rules.put(random);
                case 2, 3 -> publish();
                case 4, 5 -> change(publications);
                case 6 -> unpublish();
                case 7, 8 -> refreshOrSubscribe();
                default -> unsubscribe();
            }
        }
    }

    /** Call it when the server is dead. */
    void remember() {
        subscriptions.forEach(Subscribed::remember);
    }

    /** Everything that was acknowledged is so. */
    void check() {
        rules.check();
        publications.forEach(Publication::checkThere);
        removed.ifPresent(Publication::checkRemoved);
        subscriptions.forEach(Subscribed::checkGoesOn);
        ended.ifPresent(Subscribed::checkEnded);
        assertThat(notified.offences()).as("offences against %s", agent.uri()).isEmpty();
    }

    private void publish() {
        if (publications.size() < MOST_PUBLICATIONS) {
            edition++;
            Publication.initial(agent, promises, edition).ifPresent(publications::add);
        }
    }

    private void change(List<Publication> candidates) {
        if (candidates.isEmpty()) {
            return;
        }
        Publication chosen = chosen(candidates, 0);
        edition++;
        boolean known = random.nextBoolean() ? chosen.refresh() : chosen.modify(edition);
        if (!known) {
            candidates.remove(chosen);
        }
    }

    private void unpublish() {
        if (!publications.isEmpty()) {
            Publication chosen = chosen(publications, 0);
            publications.remove(chosen);
            if (chosen.remove()) {
                removed = Optional.of(chosen);
            }
        }
    }

    private void refreshOrSubscribe() {
        if (subscriptions.size() < MOST_SUBSCRIPTIONS && random.nextBoolean()) {
            subscribe();
        } else {
            chosen(subscriptions, 0).refresh();
        }
    }

    private void subscribe() {
        Subscribed.begin(agent, friend, notified, promises).ifPresent(subscriptions::add);
    }

    private void unsubscribe() {
        if (subscriptions.size() > 1) {
            Subscribed chosen = chosen(subscriptions, 1);
            subscriptions.remove(chosen);
            if (chosen.end()) {
                ended = Optional.of(chosen);
            }
        }
    }

    private <T> T chosen(List<T> all, int from) {
        return all.get(random.nextInt(from, all.size()));
    }

    @Override
    public void close() {
        notified.close();
        agent.close();
    }
}
