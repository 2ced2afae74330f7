package presentry.xcap.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import presentry.uri.Aor;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.Owner;

/**
 * Keeps the documents read last in memory. It must be registered as the first listener of the store behind it: a commit
 * empties the place of its document before the commit is answered, so nobody reads an older version than he wrote.
 */
public final class CachedDocumentStore implements DocumentStore, CommitListener {

    /** Documents are spread over parts with a lock each, so that readers do not wait for each other. */
    private static final int PARTS = 64;

    private final DocumentStore store;
    private final Part[] parts;

    /** @param maxOctets of all bodies kept together */
    public CachedDocumentStore(DocumentStore store, long maxOctets) {
        this.store = store;
        this.parts =
                Stream.generate(() -> new Part(maxOctets / PARTS)).limit(PARTS).toArray(Part[]::new);
    }

    @Override
    public Optional<StoredDocument> read(DocumentSelector document) {
        Part part = part(document);
        Optional<StoredDocument> kept = part.get(document);
        if (kept.isPresent()) {
            return kept;
        }
        long commitsBefore = part.commits();
        Optional<StoredDocument> read = store.read(document);
        read.ifPresent(found -> part.keep(found, commitsBefore));
        return read;
    }

    @Override
    public boolean hasAtHand(DocumentSelector document) {
        return part(document).get(document).isPresent();
    }

    @Override
    public CompletionStage<?> committed(Change change) {
        part(change.document()).forget(change.document());
        return CompletableFuture.completedFuture(change);
    }

    private Part part(DocumentSelector document) {
        return parts[Math.floorMod(document.hashCode(), PARTS)];
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
        return store.commit(document, edit);
    }

    /** Some of the documents, the one read longest ago first. */
    private static final class Part {

        private final long maxOctets;
        private final Map<DocumentSelector, StoredDocument> kept = new LinkedHashMap<>(16, 0.75f, true);
        private long octets;
        private long commits;

        Part(long maxOctets) {
            this.maxOctets = maxOctets;
        }

        synchronized Optional<StoredDocument> get(DocumentSelector document) {
            return Optional.ofNullable(kept.get(document));
        }

        synchronized long commits() {
            return commits;
        }

        /** What was read before a commit may be what the commit replaced: it is not kept. */
        synchronized void keep(StoredDocument document, long commitsBefore) {
            if (commits != commitsBefore || document.body().length() > maxOctets) {
                return;
            }
            remove(document.selector());
            kept.put(document.selector(), document);
            octets += document.body().length();
            while (octets > maxOctets) {
                remove(kept.keySet().iterator().next());
            }
        }

        synchronized void forget(DocumentSelector document) {
            commits++;
            remove(document);
        }

        private void remove(DocumentSelector document) {
            StoredDocument removed = kept.remove(document);
            if (removed != null) {
                octets -= removed.body().length();
            }
        }
    }
}
