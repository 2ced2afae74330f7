package presentry.launch.importing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import presentry.uri.Aor;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.Owner;
import presentry.xcap.store.CommitResult;
import presentry.xcap.store.DocumentStore;
import presentry.xcap.store.DocumentSummary;
import presentry.xcap.store.Edit;
import presentry.xcap.store.Edit.Verdict;
import presentry.xcap.store.Snapshot;
import presentry.xcap.store.StoredDocument;

/** A store in which each edit is decided as in the one behind it, and nothing is changed. */
public final class DryStore implements DocumentStore {

    private final DocumentStore store;

    /** @param store is looked at */
    public DryStore(DocumentStore store) {
        this.store = store;
    }

    @Override
    public Optional<StoredDocument> read(DocumentSelector document) {
        return store.read(document);
    }

    @Override
    public Snapshot readAll(Aor owner, String auid) {
        return store.readAll(owner, auid);
    }

    @Override
    public List<StoredDocument> readClaiming(String auid, String path) {
        return store.readClaiming(auid, path);
    }

    @Override
    public List<DocumentSummary> list(Owner owner) {
        return store.list(owner);
    }

    @Override
    public <R> CompletionStage<CommitResult<R>> commit(DocumentSelector document, Edit<R> edit) {
        return store.commit(document, site -> switch (edit.decide(site)) {
            case Verdict.Write<R> write -> new Verdict.Leave<>(write.answer());
            case Verdict.Remove<R> remove -> new Verdict.Leave<>(remove.answer());
            case Verdict.Leave<R> leave -> leave;
        });
    }
}
