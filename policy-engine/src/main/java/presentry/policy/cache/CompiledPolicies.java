package presentry.policy.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.Usage;
import presentry.uri.Aor;

/**
 * The compiled policies that are in use, each tagged with the epoch of its owner that was read before its documents were. One
 * whose epoch is behind is never handed out, so no decision made after a change was acknowledged uses what was before it. A user
 * is always named by {@link Aor#home()}. For all threads.
 */
public final class CompiledPolicies {
    /** So often may the rules change while they are being read before a load gives up. */
    private static final int MOST_ATTEMPTS = 32;

    private static final int BYTES_OF_AN_ENTRY = 200;

    private final PolicySource source;
    private final RuleDocumentCompiler compiler;
    private final Executor readers;
    private final PolicyObserver observer;
    private final PolicyEpochs epochs = new PolicyEpochs();
    private final Cache<Key, Entry> cache;
    private final ConcurrentHashMap<Key, Load> loads = new ConcurrentHashMap<>();
    private final LongAdder compilations = new LongAdder();

    /**
     * @param readers where documents are read and compiled; its threads may block
     * @param maxBytes about how much heap all policies may take together, 0 or more
     * @param observer sees each policy that comes into use
     */
    public CompiledPolicies(
            PolicySource source,
            RuleDocumentCompiler compiler,
            Executor readers,
            long maxBytes,
            PolicyObserver observer) {
        this.source = source;
        this.compiler = compiler;
        this.readers = readers;
        this.observer = observer;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((Key key, Entry entry) ->
                        BYTES_OF_AN_ENTRY + entry.policy().heapBytes())
                .executor(Runnable::run)
                .build();
    }

    /** How often the owner's rules changed, roughly: it goes up with each change, and may go up without one. */
    public long epoch(Aor owner) {
        return epochs.of(owner);
    }

    /** Says that a document of the owner was changed and the change is durable. Never blocks. */
    public void changed(Aor owner) {
        epochs.changed(owner);
    }

    /** The owner's policy, if it is at hand and not behind. Neither blocks nor reads. */
    public Optional<CompiledPolicy> current(Aor owner, Usage usage) {
        var entry = cache.getIfPresent(new Key(owner, usage));
        return entry != null && entry.epoch() == epoch(owner) ? Optional.of(entry.policy()) : Optional.empty();
    }

    /**
     * The owner's policy with every change in it that was known when this was called. Who asks while it is being loaded waits for
     * the same load.
     *
     * @return fails when the documents cannot be read; the caller must then deny
     */
    public CompletionStage<CompiledPolicy> load(Aor owner, Usage usage) {
        var current = current(owner, usage);
        if (current.isPresent()) {
            return CompletableFuture.completedStage(current.get());
        }
        var key = new Key(owner, usage);
        long epoch = epoch(owner);
        var load = loads.compute(
                key, (same, running) -> running != null && running.epoch == epoch ? running : new Load(key, epoch));
        load.startOnce();
        return load.result.minimalCompletionStage();
    }

    /** How many policies are at hand, about. */
    public long size() {
        return cache.estimatedSize();
    }

    /** How often the documents of somebody were read and compiled. */
    public long loads() {
        return compilations.sum();
    }

    /** Forgets everything, also what is being loaded: the news of changes may have been incomplete. */
    public void clear() {
        epochs.allChanged();
        cache.invalidateAll();
    }

    /** What was read while the rules changed is thrown away and read again. */
    private CompiledPolicy read(Key key) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            long epoch = epoch(key.owner());
            var loaded = source.load(key.owner(), key.usage());
            compilations.increment();
            var policy = compiler.compile(key.usage(), loaded.documents(), loaded.lists());
            if (comesIntoUse(key, new Entry(policy, epoch, loaded.revision()))) {
                return policy;
            }
        }
        throw new IllegalStateException(
                "the " + key.usage().auid() + " of " + key.owner() + " change faster than they can be read");
    }

    /**
     * Keeps what was read, unless the rules have changed meanwhile or a source that answers from a copy has gone back behind what it gave
     * before.
     */
    private boolean comesIntoUse(Key key, Entry read) {
        var kept = cache.asMap().compute(key, (same, known) -> {
            if (read.epoch() != epoch(key.owner()) || (known != null && known.revision() > read.revision())) {
                return known;
            }
            observer.inUse(key.owner(), key.usage(), read.policy());
            return read;
        });
        return read.equals(kept);
    }

    private record Key(Aor owner, Usage usage) {}

    private record Entry(CompiledPolicy policy, long epoch, long revision) {}

    /** One reading of a user's documents, for all who asked for it since the rules last changed. */
    private final class Load {
        private final Key key;
        private final long epoch;
        private final CompletableFuture<CompiledPolicy> result = new CompletableFuture<>();
        private final AtomicBoolean started = new AtomicBoolean();

        Load(Key key, long epoch) {
            this.key = key;
            this.epoch = epoch;
        }

        void startOnce() {
            if (started.compareAndSet(false, true)) {
                try {
                    readers.execute(this::run);
                } catch (RuntimeException refused) {
                    fail(refused);
                }
            }
        }

        private void run() {
            try {
                var policy = read(key);
                loads.remove(key, this);
                result.complete(policy);
            } catch (RuntimeException | Error failure) {
                fail(failure);
            }
        }

        private void fail(Throwable failure) {
            loads.remove(key, this);
            result.completeExceptionally(failure);
        }
    }
}
