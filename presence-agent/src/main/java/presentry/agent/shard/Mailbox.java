package presentry.agent.shard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.agent.model.DialogId;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.presentity.Answer;
import presentry.agent.presentity.Change;
import presentry.agent.presentity.Command;
import presentry.agent.presentity.Effect;
import presentry.agent.presentity.PresentityState;
import presentry.agent.store.SoftStateStore.Shown;
import presentry.agent.subscription.LiveSubscription;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.Usage;
import presentry.uri.Aor;

/**
 * All presentities of one shard, run by one thread at a time: so their machines need no locks. A command waits here until
 * the rules it needs are at hand; what it leads to waits here until it is on disk.
 */
final class Mailbox {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    /** So many tasks in a row, then another mailbox has its turn. */
    private static final int TURN = 64;

    private final MailboxParts parts;
    private final CommandSink others;
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicInteger requests = new AtomicInteger();
    private final Map<Aor, Resident> residents = new HashMap<>();
    private final Map<DialogId, Aor> dialogs = new HashMap<>();

    /** @param others the mailboxes of other users */
    Mailbox(MailboxParts parts, CommandSink others) {
        this.parts = parts;
        this.others = others;
    }

    /** Takes a command for one of its presentities. Only a request from outside can be refused for want of room. */
    void tell(Aor owner, Command command) {
        if (command instanceof Command.Request request) {
            enqueueRequest(request, () -> receive(owner, request));
        } else {
            enqueue(() -> receive(owner, command));
        }
    }

    /** Takes a request for the presentity that a dialog belongs to. */
    void tellDialog(DialogId dialog, Command.Request request) {
        enqueueRequest(request, () -> {
            Aor owner = dialogs.get(dialog);
            if (owner == null) {
                request.requester().answered(new Answer.Refused(Answer.Reason.NO_SUCH_SUBSCRIPTION));
            } else {
                receive(owner, request);
            }
        });
    }

    /** Takes in a presentity that was stored. Before the first command only, by the thread that starts the agent. */
    void load(PresentityState state) {
        residents.put(state.owner(), new Resident(state));
        state.subscriptions().all().forEach(live -> dialogs.put(live.key().dialog(), state.owner()));
    }

    /** The state of a presentity, made if there is none. Before the first command only. */
    PresentityState loaded(Aor owner) {
        return residents.computeIfAbsent(owner, home -> new Resident(new PresentityState(home))).state;
    }

    /** Before the first command only. */
    List<Aor> loaded() {
        return List.copyOf(residents.keySet());
    }

    /** What each watcher was shown last, as far as it is known to have arrived. */
    CompletableFuture<List<Shown>> shown() {
        CompletableFuture<List<Shown>> answer = new CompletableFuture<>();
        enqueue(() -> {
            List<Shown> shown = new ArrayList<>();
            residents.forEach((owner, resident) -> resident.state.subscriptions().all().stream()
                    .filter(live -> !live.notifyOutstanding() && live.lastFingerprint() != LiveSubscription.UNKNOWN)
                    .forEach(live -> shown.add(new Shown(owner, live.key(), live.lastFingerprint()))));
            answer.complete(shown);
        });
        return answer;
    }

    private void enqueueRequest(Command.Request request, Runnable task) {
        if (requests.incrementAndGet() > parts.capacity()) {
            requests.decrementAndGet();
            request.requester().answered(new Answer.Refused(Answer.Reason.TRY_AGAIN));
        } else {
            enqueue(() -> {
                requests.decrementAndGet();
                task.run();
            });
        }
    }

    private void enqueue(Runnable task) {
        parts.inFlight().begin();
        tasks.add(task);
        if (scheduled.compareAndSet(false, true)) {
            parts.executor().execute(this::run);
        }
    }

    private void run() {
        for (int i = 0; i < TURN; i++) {
            Runnable task = tasks.poll();
            if (task == null) {
                break;
            }
            try {
                task.run();
            } catch (RuntimeException defect) {
                LOG.error("A step of the presence agent failed; the presentity goes on", defect);
            } finally {
                parts.inFlight().end();
            }
        }
        scheduled.set(false);
        if (!tasks.isEmpty() && scheduled.compareAndSet(false, true)) {
            parts.executor().execute(this::run);
        }
    }

    private void receive(Aor owner, Command command) {
        Resident resident = residents.get(owner);
        if (resident == null) {
            if (command instanceof Command.RulesChanged changed) {
                changed.seen().run(); // nobody is subscribed: there is nothing to decide
                return;
            }
            resident = new Resident(new PresentityState(owner));
            residents.put(owner, resident);
        }
        if (resident.loading) {
            resident.waiting.add(command);
            return;
        }
        Optional<CompiledPolicy> policy = parts.policies().current(owner, command.needs());
        if (policy.isPresent()) {
            step(resident, command, policy.get());
        } else {
            resident.waiting.addFirst(command);
            loadRules(resident, command.needs());
        }
    }

    private void loadRules(Resident resident, Usage usage) {
        Aor owner = resident.state.owner();
        resident.loading = true;
        long epoch = parts.policies().epoch(owner);
        parts.inFlight().begin();
        parts.policies().load(owner, usage).whenComplete((policy, failure) -> {
            enqueue(() -> {
                resident.loading = false;
                if (failure == null) {
                    goOn(resident, usage, epoch, policy);
                } else {
                    rulesUnreadable(resident, failure);
                }
            });
            parts.inFlight().end();
        });
    }

    /** Hands out the commands that waited, in their order, as long as the rules just read are the newest. */
    private void goOn(Resident resident, Usage usage, long epoch, CompiledPolicy policy) {
        Aor owner = resident.state.owner();
        while (!resident.loading) {
            Command next = resident.waiting.peek();
            if (next == null) {
                return;
            }
            if (next.needs() == usage && parts.policies().epoch(owner) == epoch) {
                resident.waiting.remove();
                step(resident, next, policy);
            } else {
                loadRules(resident, next.needs());
            }
        }
    }

    /** Without rules nobody is let in: requests are refused for now, all else is tried again a little later. */
    private void rulesUnreadable(Resident resident, Throwable failure) {
        Aor owner = resident.state.owner();
        LOG.error("The rules of {} cannot be read; requests to this user are refused until they can", owner, failure);
        List<Command> commands = List.copyOf(resident.waiting);
        resident.waiting.clear();
        for (Command command : commands) {
            if (command instanceof Command.Request request) {
                request.requester().answered(new Answer.Refused(Answer.Reason.TRY_AGAIN));
            } else {
                parts.timers().at(parts.clock().instant().plus(parts.retryAfter()), () -> tell(owner, command));
            }
        }
    }

    private void step(Resident resident, Command command, CompiledPolicy policy) {
        List<Effect> effects = parts.machine()
                .on(resident.state, command, policy, parts.clock().instant());
        List<Change> changes = new ArrayList<>();
        List<Effect> later = new ArrayList<>();
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Persist(Change change) -> changes.add(change);
                case Effect.WakeAt wake -> wakeAt(resident.state.owner(), wake);
                case Effect.Reply reply -> later.add(reply);
                case Effect.Notify notify -> later.add(notify);
                case Effect.Tell tell -> later.add(tell);
                case Effect.Done done -> later.add(done);
            }
        }
        if (!changes.isEmpty()) {
            resident.lastWrite = parts.store().write(changes).toCompletableFuture();
        }
        index(resident.state, command, changes);
        if (!later.isEmpty() || !changes.isEmpty()) {
            awaitDisk(resident, new Resident.Output(resident.lastWrite, later));
        }
        forgetIfIdle(resident);
    }

    private void wakeAt(Aor owner, Effect.WakeAt wake) {
        parts.timers().at(wake.at(), () -> tell(owner, new Command.WakeUp(wake.generation())));
    }

    private void index(PresentityState state, Command command, List<Change> changes) {
        for (Change change : changes) {
            switch (change) {
                case Change.PutSubscription put ->
                    dialogs.put(put.subscription().key().dialog(), state.owner());
                case Change.DropSubscription drop -> unindex(state, drop.key());
                case Change.PutPublication unrelated -> {}
                case Change.DropPublication unrelated -> {}
            }
        }
        if (command instanceof Command.NotifyEnded ended) {
            unindex(state, ended.key());
        }
    }

    private void unindex(PresentityState state, SubscriptionKey key) {
        if (state.subscriptions().dialog(key.dialog()).isEmpty()) {
            dialogs.remove(key.dialog(), state.owner());
        }
    }

    private void awaitDisk(Resident resident, Resident.Output output) {
        resident.outputs.add(output);
        if (output.written().isDone()) {
            release(resident);
        } else {
            parts.inFlight().begin();
            output.written().whenComplete((nothing, failure) -> {
                enqueue(() -> {
                    release(resident);
                    forgetIfIdle(resident);
                });
                parts.inFlight().end();
            });
        }
    }

    /** Lets out what is on disk, in the order in which it was made. */
    private void release(Resident resident) {
        while (true) {
            Resident.Output head = resident.outputs.peek();
            if (head == null || !head.written().isDone()) {
                return;
            }
            if (head.written().isCompletedExceptionally()) {
                notWritten(resident, head.written());
                return;
            }
            resident.outputs.remove();
            head.effects().forEach(effect -> release(resident.state.owner(), effect));
        }
    }

    private void release(Aor owner, Effect effect) {
        switch (effect) {
            case Effect.Reply(var requester, var answer) -> requester.answered(answer);
            case Effect.Notify(var notification) -> {
                parts.inFlight().begin();
                parts.outbox().notify(notification, end -> {
                    tell(owner, new Command.NotifyEnded(notification.key(), end));
                    parts.inFlight().end();
                });
            }
            case Effect.Tell(var user, var watching) -> others.tell(user, watching);
            case Effect.Done(var listener) -> listener.run();
            case Effect.Persist handledBefore -> throw new AssertionError(handledBefore);
            case Effect.WakeAt handledBefore -> throw new AssertionError(handledBefore);
        }
    }

    /** A write failed: nothing that rests on it may leave, and memory must not know more than the disk. */
    private void notWritten(Resident resident, CompletableFuture<Void> failed) {
        Aor owner = resident.state.owner();
        LOG.error("The state of {} could not be written; it is read again from disk", owner, causeOf(failed));
        for (Resident.Output output : resident.outputs) {
            for (Effect effect : output.effects()) {
                if (effect instanceof Effect.Reply(var requester, var unused)) {
                    requester.answered(new Answer.Refused(Answer.Reason.NOT_STORED));
                } else if (effect instanceof Effect.Done(var listener)) {
                    listener.run();
                }
            }
        }
        resident.outputs.clear();
        resident.lastWrite = CompletableFuture.completedFuture(null);
        reload(resident);
    }

    private void reload(Resident resident) {
        Aor owner = resident.state.owner();
        resident.loading = true;
        parts.inFlight().begin();
        CompletableFuture.supplyAsync(() -> parts.store().load(owner), parts.readers())
                .whenComplete((stored, failure) -> {
                    enqueue(() -> {
                        if (failure == null) {
                            resident.state = resident.state.reloaded(
                                    stored.stream()
                                            .flatMap(all -> all.subscriptions().stream())
                                            .map(one -> one.subscription())
                                            .toList(),
                                    stored.stream()
                                            .flatMap(all -> all.publications().stream())
                                            .toList());
                            resident.loading = false;
                            resident.waiting.addFirst(new Command.Resume(true));
                            loadRules(resident, Usage.PRES_RULES);
                        } else {
                            LOG.error("The state of {} cannot be read; it is tried again", owner, failure);
                            parts.timers()
                                    .at(
                                            parts.clock().instant().plus(parts.retryAfter()),
                                            () -> enqueue(() -> reload(resident)));
                        }
                    });
                    parts.inFlight().end();
                });
    }

    private static Throwable causeOf(CompletableFuture<Void> failed) {
        try {
            failed.join();
            throw new IllegalStateException("the write did not fail");
        } catch (CompletionException failure) {
            return failure.getCause() == null ? failure : failure.getCause();
        }
    }

    private void forgetIfIdle(Resident resident) {
        if (resident.isIdle()) {
            residents.remove(resident.state.owner(), resident);
        }
    }
}
