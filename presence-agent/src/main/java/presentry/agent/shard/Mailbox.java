package presentry.agent.shard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.agent.model.DialogId;
import presentry.agent.presentity.Answer;
import presentry.agent.presentity.Change;
import presentry.agent.presentity.Command;
import presentry.agent.presentity.Effect;
import presentry.agent.presentity.PresentityState;
import presentry.agent.store.SoftStateStore.Shown;
import presentry.agent.store.SoftStateStore.StoredPresentity;
import presentry.agent.store.SoftStateStore.StoredSubscription;
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

    private final MailboxParts parts;
    private final Turns turns;
    private final RequestGate gate;
    private final Outgoing outgoing;
    private final WakeUps wakeUps;
    private final DialogIndex dialogs = new DialogIndex();
    private final Residents residents = new Residents();

    /** @param others the mailboxes of all users */
    Mailbox(MailboxParts parts, CommandSink others) {
        this.parts = parts;
        this.turns = new Turns(parts.executor(), parts.inFlight());
        this.gate = new RequestGate(parts.capacity());
        this.outgoing = new Outgoing(parts, others, gate);
        this.wakeUps = new WakeUps(parts.timers(), parts.clock(), turns, this::receive);
    }

    /** Takes a command for one of its presentities. Only a request from outside can be refused for want of room. */
    void tell(Aor owner, Command command) {
        if (command instanceof Command.Request request && !gate.admits(request)) {
            return;
        }
        turns.add(() -> receive(owner, command));
    }

    /** How many requests from outside wait here. */
    int waiting() {
        return gate.unanswered();
    }

    /** Takes a request for the presentity that a dialog belongs to. */
    void tellDialog(DialogId dialog, Command.Request request) {
        if (gate.admits(request)) {
            turns.add(() -> dialogs.owner(dialog)
                    .ifPresentOrElse(
                            owner -> receive(owner, request),
                            () -> gate.answer(request, new Answer.Refused(Answer.Reason.NO_SUCH_SUBSCRIPTION))));
        }
    }

    /** Takes a command for each of its presentities that is like that. */
    void tellThose(Predicate<PresentityState> which, Command command) {
        turns.add(() -> residents.all().stream()
                .map(resident -> resident.state)
                .filter(which)
                .map(PresentityState::owner)
                .toList()
                .forEach(owner -> receive(owner, command)));
    }

    /** Takes in a presentity that was stored. Before the first command only, by the thread that starts the agent. */
    void load(StoredPresentity stored) {
        PresentityState state = loaded(stored.owner());
        stored.subscriptions().forEach(one -> state.load(one.subscription(), one.lastFingerprint()));
        stored.waiting().forEach(state::load);
        stored.publications().forEach(state::load);
        dialogs.addAll(state);
    }

    /** The state of a presentity, made if there is none. Before the first command only. */
    PresentityState loaded(Aor owner) {
        return residents.get(owner).state;
    }

    /** Takes in whom a user watches. Before the first command only. */
    void watches(Aor user, Aor watched, Instant until, Instant now) {
        residents.found(user, watched, until, now);
    }

    /** Drops the facts about whom its users watch that no longer hold. */
    void dropLapsed() {
        turns.add(() -> residents.dropLapsed(parts.clock().instant()));
    }

    /** Before the first command only. */
    List<Aor> loaded() {
        return residents.owners();
    }

    /** What each watcher was shown last, as far as it is known to have arrived. */
    CompletableFuture<List<Shown>> shown() {
        CompletableFuture<List<Shown>> answer = new CompletableFuture<>();
        turns.add(() -> {
            List<Shown> shown = new ArrayList<>();
            residents
                    .all()
                    .forEach(resident -> resident.state.subscriptions().all().stream()
                            .filter(live ->
                                    !live.notifyOutstanding() && live.lastFingerprint() != LiveSubscription.UNKNOWN)
                            .forEach(live ->
                                    shown.add(new Shown(resident.state.owner(), live.key(), live.lastFingerprint()))));
            answer.complete(shown);
        });
        return answer;
    }

    private void receive(Aor owner, Command command) {
        residents
                .find(owner)
                .or(() -> Optional.of(owner)
                        .filter(one -> isForAPresentity(one, command))
                        .map(residents::get))
                .ifPresent(resident -> receive(resident, command));
    }

    private void receive(Resident resident, Command command) {
        if (resident.loading()) {
            resident.waiting.add(command);
            return;
        }
        Optional<CompiledPolicy> policy = parts.policies().current(resident.state.owner(), command.needs());
        if (policy.isPresent()) {
            step(resident, command, policy.get());
        } else {
            resident.waiting.add(command);
            loadRules(resident, command.needs());
        }
    }

    /** Whether a command to a user who is not at work makes him a presentity; if not, what it means to him is done. */
    private boolean isForAPresentity(Aor user, Command command) {
        return switch (command) {
            case Command.Request request -> true;
            case Command.Watching watching -> {
                residents.note(user, watching, parts.clock().instant());
                yield false;
            }
            case Command.RulesChanged changed -> {
                changed.seen().run(); // nobody is subscribed: there is nothing to decide
                yield false;
            }
            case Command.AccountRemoved removed -> {
                residents.watchesNobody(user);
                yield false;
            }
            case Command.WallClockSet nothingToDecide -> false;
            case Command.NotifyEnded late -> false;
            case Command.WakeUp late -> false;
            case Command.Resume late -> false;
        };
    }

    private void loadRules(Resident resident, Usage usage) {
        Aor owner = resident.state.owner();
        long ticket = resident.beginLoading();
        long epoch = parts.policies().epoch(owner);
        parts.inFlight().begin();
        parts.policies().load(owner, usage).whenComplete((policy, failure) -> {
            turns.add(() -> {
                if (!resident.endLoading(ticket)) {
                    return;
                }
                if (failure == null) {
                    goOn(resident, usage, epoch, policy);
                } else {
                    rulesUnreadable(resident, failure);
                }
                forgetIfIdle(resident);
            });
            parts.inFlight().end();
        });
    }

    /** Hands out the commands that waited, in their order, as long as the rules just read are the newest. */
    private void goOn(Resident resident, Usage usage, long epoch, CompiledPolicy policy) {
        Aor owner = resident.state.owner();
        while (!resident.loading() && !resident.waiting.isEmpty()) {
            Command next = resident.waiting.getFirst();
            if (next.needs() == usage && parts.policies().epoch(owner) == epoch) {
                resident.waiting.removeFirst();
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
        List<Command> again = new ArrayList<>();
        for (Command command : commands) {
            if (command instanceof Command.Request request) {
                gate.answer(request, new Answer.Refused(Answer.Reason.TRY_AGAIN));
            } else {
                again.add(command);
            }
        }
        if (!again.isEmpty()) {
            later(() -> again.forEach(command -> tell(owner, command)));
        }
    }

    private void step(Resident resident, Command command, CompiledPolicy policy) {
        List<Effect> effects;
        try {
            effects = parts.machine()
                    .on(resident.state, command, policy, parts.clock().moment());
        } catch (RuntimeException | Error defect) {
            stepFailed(resident, command, defect);
            return;
        }
        List<Change> changes = new ArrayList<>();
        List<Effect> later = new ArrayList<>();
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Persist(Change change) -> changes.add(change);
                case Effect.WakeAt(var at, var generation) -> wakeUps.set(resident.state.owner(), at, generation);
                case Effect.TooLarge tooLarge -> log(tooLarge);
                case Effect.Reply reply -> later.add(reply);
                case Effect.Notify notify -> later.add(notify);
                case Effect.Tell tell -> later.add(tell);
                case Effect.Done done -> later.add(done);
            }
        }
        if (!changes.isEmpty()) {
            resident.lastWrite = written(changes);
        }
        dialogs.follow(resident.state, command, changes);
        if (!later.isEmpty() || !changes.isEmpty()) {
            awaitDisk(resident, new Resident.Output(resident.lastWrite, later));
        }
        forgetIfIdle(resident);
    }

    private CompletableFuture<Void> written(List<Change> changes) {
        try {
            return parts.store().write(changes).toCompletableFuture();
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private void awaitDisk(Resident resident, Resident.Output output) {
        resident.outputs.add(output);
        if (output.written().isDone()) {
            release(resident);
            return;
        }
        parts.inFlight().begin();
        CompletionStage<Void> written = output.written();
        written.whenComplete((nothing, failure) -> {
            turns.add(() -> {
                release(resident);
                forgetIfIdle(resident);
            });
            parts.inFlight().end();
        });
    }

    /** Lets out what is on disk, in the order in which it was made. */
    private void release(Resident resident) {
        while (!resident.outputs.isEmpty()
                && resident.outputs.getFirst().written().isDone()) {
            CompletableFuture<Void> written = resident.outputs.getFirst().written();
            if (written.isCompletedExceptionally()) {
                notWritten(resident, written.exceptionNow());
            } else {
                resident.recovering = false;
                outgoing.release(resident.outputs.removeFirst().effects());
            }
        }
    }

    /** A write failed: nothing that rests on it may leave, and memory must not know more than the disk. */
    private void notWritten(Resident resident, Throwable failure) {
        LOG.error("The state of {} could not be written; it is read again from disk", resident.state.owner(), failure);
        for (Resident.Output output : resident.outputs) {
            resident.lost = resident.lost.and(outgoing.refuse(output.effects()));
        }
        resident.outputs.clear();
        if (resident.recovering) {
            reloadLater(resident); // what follows from the state cannot be written either: not over and over at once
        } else {
            reload(resident);
        }
    }

    /** A step failed half-way: who waits for it is told, and what it may have done to the state is undone. */
    private void stepFailed(Resident resident, Command command, Throwable defect) {
        LOG.error("A command to {} failed; the state is read again from disk", resident.state.owner(), defect);
        switch (command) {
            case Command.Request request -> gate.answer(request, new Answer.Refused(Answer.Reason.NOT_STORED));
            case Command.RulesChanged changed -> changed.seen().run();
            case Command.NotifyEnded ended -> resident.lost = resident.lost.andNotification(ended.key());
            case Command.Watching taken -> {}
            case Command.WakeUp taken -> {}
            case Command.AccountRemoved taken -> {}
            case Command.WallClockSet taken -> {}
            case Command.Resume resume -> {
                return; // it follows a reading from disk, which would only lead here again
            }
        }
        reload(resident);
    }

    /** Reads the state from disk as soon as all that was given to it has come to its end there. */
    private void reload(Resident resident) {
        Aor owner = resident.state.owner();
        long ticket = resident.beginLoading();
        parts.inFlight().begin();
        CompletionStage<Void> newest = resident.lastWrite;
        newest.handle((written, failed) -> owner)
                .thenApplyAsync(parts.store()::load, parts.readers())
                .whenComplete((stored, failure) -> {
                    turns.add(() -> {
                        if (!resident.endLoading(ticket)) {
                            return;
                        }
                        if (failure == null) {
                            reloaded(resident, stored.orElseGet(() -> StoredPresentity.nothing(owner)));
                        } else {
                            LOG.error("The state of {} cannot be read; it is tried again", owner, failure);
                            reloadLater(resident);
                        }
                    });
                    parts.inFlight().end();
                });
    }

    private void reloadLater(Resident resident) {
        resident.beginLoading();
        later(() -> turns.add(() -> reload(resident)));
    }

    private void reloaded(Resident resident, StoredPresentity stored) {
        dialogs.removeAll(resident.state);
        resident.state = resident.state.reloaded(
                stored.subscriptions().stream()
                        .map(StoredSubscription::subscription)
                        .toList(),
                stored.waiting(),
                stored.publications(),
                resident.lost.notifications());
        dialogs.addAll(resident.state);
        resident.waiting.addFirst(new Command.Resume(resident.lost.tells()));
        resident.lost = Resident.Lost.NOTHING;
        resident.recovering = true;
        resident.lastWrite = Resident.NOTHING_TO_WRITE; // also a write that failed is made up for
        loadRules(resident, Usage.PRES_RULES);
    }

    private void later(Runnable task) {
        parts.timers().at(parts.clock().instant().plus(parts.retryAfter()), task);
    }

    private void forgetIfIdle(Resident resident) {
        if (residents.letGoIfIdle(resident)) {
            wakeUps.clear(resident.state.owner());
        }
    }

    private static void log(Effect.TooLarge tooLarge) {
        LOG.warn(
                "{}: a `{}` document for watchers has {} octets, more than limits.max-composed-bytes ({}); they get"
                        + " the neutral document",
                tooLarge.owner(),
                tooLarge.event(),
                tooLarge.octets(),
                tooLarge.bound());
    }
}
