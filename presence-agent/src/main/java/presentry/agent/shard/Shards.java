package presentry.agent.shard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Predicate;
import presentry.agent.model.DialogId;
import presentry.agent.model.EventName;
import presentry.agent.presentity.Answer;
import presentry.agent.presentity.Command;
import presentry.agent.presentity.PresentityState;
import presentry.agent.store.SoftStateStore.Shown;
import presentry.agent.subscription.LiveSubscription;
import presentry.uri.Aor;
import presentry.uri.Shard;

/** All shards of the installation; this process serves every one of them. */
public final class Shards implements CommandSink {
    private final MailboxParts parts;
    private final Predicate<Aor> served;
    private final Duration mutualLinger;
    private final AtomicReferenceArray<Mailbox> mailboxes = new AtomicReferenceArray<>(Shard.COUNT);

    /**
     * Shards without any user yet.
     *
     * @param served whether a user lives here; what is told to others is dropped
     * @param mutualLinger how long after its expiry a subscription still counts for the mutual rule
     */
    public Shards(MailboxParts parts, Predicate<Aor> served, Duration mutualLinger) {
        this.parts = parts;
        this.served = served;
        this.mutualLinger = mutualLinger;
    }

    @Override
    public void tell(Aor home, Command command) {
        if (served.test(home)) {
            mailbox(home.shard()).tell(home, command);
        }
    }

    @Override
    public void tellDialog(DialogId dialog, Command.Request request) {
        DialogTag.shardOf(dialog.localTag())
                .ifPresentOrElse(
                        shard -> mailbox(shard).tellDialog(dialog, request),
                        () -> request.requester().answered(new Answer.Refused(Answer.Reason.NO_SUCH_SUBSCRIPTION)));
    }

    /** Somebody is no user any more: who watches him, and whom he watches, learn that at once. */
    public void removed(Aor user) {
        Command.AccountRemoved removed = new Command.AccountRemoved(user);
        mailbox(user.shard()).tell(user, removed);
        forEach(mailbox -> mailbox.tellThose(state -> state.isAskedBy(user), removed));
    }

    /** The wall clock was set: what rests on it is decided anew at once. */
    public void wallClockSet() {
        forEach(mailbox -> mailbox.tellThose(PresentityState::isAsked, new Command.WallClockSet()));
    }

    /** Drops the facts about whom users watch that no longer hold; to be called now and then, so that they stay few. */
    public void dropLapsed() {
        forEach(Mailbox::dropLapsed);
    }

    /**
     * Takes in all that was stored, and then, before any decision, whom each user watches: so a restart flips nobody to
     * pending. Blocks; to be called once, before the first command.
     */
    public void load() {
        Instant now = parts.clock().instant();
        parts.store().loadAll(stored -> mailbox(stored.owner().shard()).load(stored));
        List<Aor> owners = new ArrayList<>();
        forEach(mailbox -> owners.addAll(mailbox.loaded()));
        for (Aor owner : owners) {
            PresentityState state = mailbox(owner.shard()).loaded(owner);
            for (LiveSubscription live : state.subscriptions().of(EventName.PRESENCE)) {
                Instant until = live.stored().expiresAt().plus(mutualLinger);
                for (Aor watcher : live.stored().watcher().homes()) {
                    if (served.test(watcher) && !watcher.equals(owner)) {
                        mailbox(watcher.shard()).watches(watcher, owner, until, now);
                    }
                }
            }
        }
    }

    /**
     * Lets every presentity that was loaded decide anew and tell watchers what they may not know, a few at a time.
     *
     * @param perSecond how many presentities a second
     */
    public void resume(int perSecond) {
        List<Aor> owners = new ArrayList<>();
        forEach(mailbox -> owners.addAll(mailbox.loaded()));
        Instant start = parts.clock().instant();
        for (int i = 0; i < owners.size(); i++) {
            Aor owner = owners.get(i);
            Instant at = start.plusMillis(1000L * i / perSecond);
            Command first = served.test(owner) ? new Command.Resume(Set.of()) : new Command.AccountRemoved(owner);
            parts.timers().at(at, () -> mailbox(owner.shard()).tell(owner, first));
        }
    }

    /** Notes what each watcher was shown, for a stop in good order. Nobody is told that the server stops. */
    public CompletionStage<Void> remember() {
        List<CompletableFuture<List<Shown>>> all = new ArrayList<>();
        forEach(mailbox -> all.add(mailbox.shown()));
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenCompose(nothing -> parts.store()
                        .remember(all.stream()
                                .flatMap(shown -> shown.join().stream())
                                .toList()));
    }

    /** How many requests from outside wait, in all mailboxes together. */
    public int waiting() {
        LongAdder waiting = new LongAdder();
        forEach(mailbox -> waiting.add(mailbox.waiting()));
        return waiting.intValue();
    }

    private Mailbox mailbox(Shard shard) {
        Mailbox mailbox = mailboxes.get(shard.number());
        if (mailbox != null) {
            return mailbox;
        }
        Mailbox fresh = new Mailbox(parts, this);
        return mailboxes.compareAndSet(shard.number(), null, fresh) ? fresh : mailboxes.get(shard.number());
    }

    private void forEach(Consumer<Mailbox> action) {
        for (int i = 0; i < Shard.COUNT; i++) {
            Mailbox mailbox = mailboxes.get(i);
            if (mailbox != null) {
                action.accept(mailbox);
            }
        }
    }
}
