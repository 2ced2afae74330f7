package presentry.agent.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import presentry.agent.presentity.Change;
import presentry.uri.Aor;

/**
 * Keeps nothing over the life of a process, for operators who choose so: what lives is in the mailboxes alone. Since no
 * write can fail, nothing is ever read again.
 */
public final class VolatileSoftStateStore implements SoftStateStore {
    private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

    @Override
    public CompletionStage<Void> write(List<Change> changes) {
        return DONE;
    }

    @Override
    public void loadAll(Consumer<StoredPresentity> into) {
        // A process begins with nothing.
    }

    @Override
    public Optional<StoredPresentity> load(Aor owner) {
        return Optional.empty();
    }

    @Override
    public CompletionStage<Void> remember(List<Shown> shown) {
        return DONE;
    }
}
