package presentry.xcap.store;

import java.util.concurrent.CompletionStage;

/** Who wants to know at once that something was committed. A hint: the truth is the change log. */
@FunctionalInterface
public interface CommitListener {

    /**
     * Is called on the writer's thread, after the COMMIT and before the commit is answered; must return at once and must
     * not throw.
     *
     * @return completes when the change has begun to be felt
     */
    CompletionStage<?> committed(Change change);
}
