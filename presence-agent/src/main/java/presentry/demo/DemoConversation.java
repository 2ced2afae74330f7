package presentry.demo;

import java.io.PrintStream;

/**
 * Alice, Bob and Carol go through the main job of the server: rules decide over HTTP who sees over SIP what Alice
 * publishes. Each step says what must happen and is checked against what came over the wire.
 */
public final class DemoConversation {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int FORBIDDEN = 403;

    private final Story story;
    private final Friend alice;
    private final Friend bob;
    private final Friend carol;
    private final Watching watchers;
    private final KnownWatchers knownWatchers = new KnownWatchers();
    private final Watching bobsView;
    private final Watching carolsView;

    private DemoConversation(Story story, Friend alice, Friend bob, Friend carol) {
        this.story = story;
        this.alice = alice;
        this.bob = bob;
        this.carol = carol;
        this.watchers = alice.watchWatchers();
        this.bobsView = bob.watch(alice);
        this.carolsView = carol.watch(alice);
    }

    /**
     * Holds the conversation with a server that serves {@code example.com} and has nothing stored.
     *
     * @param xcapRoot as clients write it
     * @param out gets one line for each step
     * @return whether every step was right
     */
    public static boolean hold(Surroundings surroundings, String xcapRoot, PrintStream out) {
        Story story = new Story(out);
        try (XcapClient documents = new XcapClient(xcapRoot, surroundings.patience());
                Friend alice = new Friend("sip:alice@example.com", surroundings, documents);
                Friend bob = new Friend("sip:bob@example.com", surroundings, documents);
                Friend carol = new Friend("sip:carol@example.com", surroundings, documents)) {
            new DemoConversation(story, alice, bob, carol).hold();
        } catch (NothingCame missing) {
            story.failed(missing.getMessage());
        }
        story.end();
        return story.isRight();
    }

    private void hold() {
        withoutRules();
        rulesDecide();
        publicationReachesThoseWhoMaySeeIt();
        rulesChangeWhileTheyWatch();
        messages();
        theEnd();
    }

    private void withoutRules() {
        story.chapter("No rules: who watches each other sees each other");
        story.step("Alice asks who watches her", OK, Friend.subscribe(watchers));
        watchersAre("nobody does", "nobody");
        story.step("Bob subscribes to Alice", OK, Friend.subscribe(bobsView));
        sees("he has to wait and sees nothing", "pending, nothing", bobsView);
        watchersAre("Alice is told that Bob waits", "bob pending");

        Watching alicesView = alice.watch(bob);
        story.step("Alice subscribes to Bob", OK, Friend.subscribe(alicesView));
        sees("she sees him at once, since he watches her", "active, closed", alicesView);
        sees("and so he sees her now", "active, closed", bobsView);
        watchersAre("Alice is told that Bob watches", "bob active");
    }

    private void rulesDecide() {
        story.chapter("Alice writes rules: Bob is allowed, Carol blocked");
        story.step("the rules are stored", CREATED, alice.putPresenceRules("allow-bob-block-carol.xml"));
        story.step("Carol subscribes and is refused", FORBIDDEN, Friend.subscribe(carolsView));
        story.step(
                "new rules: Carol is politely blocked", OK, alice.putPresenceRules("allow-bob-polite-block-carol.xml"));
        story.step("Carol subscribes again", OK, Friend.subscribe(carolsView));
        sees("she believes that she sees Alice", "active, closed", carolsView);
        watchersAre("Alice is told that both watch", "bob active, carol active");
    }

    private void publicationReachesThoseWhoMaySeeIt() {
        story.chapter("Alice publishes");
        story.step("Carol refreshes her subscription", OK, Friend.subscribe(carolsView));
        Notification before = carolsView.next();
        story.step("that she can be reached", OK, alice.publish("open.xml"));
        sees("Bob sees it", "active, open", bobsView);
        story.step("then that she is busy", OK, alice.publish("open-with-person.xml"));
        sees("Bob sees that too", "active, open, busy", bobsView);
        story.step("Carol refreshes her subscription", OK, Friend.subscribe(carolsView));
        Notification again = carolsView.next();
        story.step("she still sees what she saw", before.body(), again.body());
        story.step("and was told nothing in between", before.cseq() + 1, again.cseq());
    }

    private void rulesChangeWhileTheyWatch() {
        story.chapter("Alice changes her rules while they watch");
        story.step("Carol is allowed as well", OK, alice.putPresenceRules("allow-bob-and-carol.xml"));
        sees("Carol sees everything at once", "active, open, busy", carolsView);
        story.step("Bob is blocked, Carol has to wait", OK, alice.putPresenceRules("block-bob-confirm-carol.xml"));
        sees("Bob's subscription ends", "terminated rejected, nothing", bobsView);
        sees("Carol's goes on, but she sees nothing", "pending, nothing", carolsView);
        watchersAre("Alice is told of Carol alone", "carol pending");
    }

    private void messages() {
        story.chapter("Bob does not want messages from Carol");
        story.step("his rules are stored", CREATED, bob.putMessageRules("im-block-carol.xml"));
        story.step("Alice writes to Bob", OK, alice.write(bob, "Lunch?"));
        story.step("Bob reads it", "Lunch?", bob.read());
        story.step("Carol writes to Bob and is refused", FORBIDDEN, carol.write(bob, "Me too?"));
        story.step("and Bob hears nothing of it", false, bob.hasUnread());
    }

    private void theEnd() {
        story.chapter("Alice leaves");
        story.step("everybody is allowed again", OK, alice.putPresenceRules("allow-bob-and-carol.xml"));
        sees("Carol sees her", "active, open, busy", carolsView);
        story.step("Alice takes back what she published", OK, alice.unpublish());
        sees("Carol sees that she left", "active, closed", carolsView);
    }

    /** Alice is told so at last; several changes may be told one by one. */
    private void watchersAre(String sentence, String expected) {
        String told = "nothing";
        try {
            do {
                knownWatchers.told(watchers.next());
                told = knownWatchers.toString();
            } while (!told.equals(expected));
        } catch (NothingCame more) {
            // The step below says what was told instead.
        }
        story.step(sentence, expected, told);
    }

    private void sees(String sentence, String expected, Watching watching) {
        story.step(sentence, expected, Seen.presence(watching.next()));
    }
}
