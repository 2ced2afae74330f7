package presentry.schemas;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks documents against the grammars of this module. Schemas are compiled once for all catalogs; the validators,
 * which are expensive to make, are kept and used again. Safe for use by many threads.
 */
public final class SchemaCatalog {

    /** More validators than this are made when more threads validate at once, but not kept. */
    private static final int IDLE_VALIDATORS = 32;

    private final XmlLimits limits;
    private final Map<Grammar, Queue<DocumentValidator>> idle = Arrays.stream(Grammar.values())
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), grammar -> new ArrayBlockingQueue<>(IDLE_VALIDATORS)));

    private SchemaCatalog(XmlLimits limits) {
        this.limits = limits;
    }

    /** Compiled when the first catalog is used. */
    private static final class Compiled {
        static final Map<Grammar, CompiledGrammar> GRAMMARS = Arrays.stream(Grammar.values())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), CompiledGrammar::compile));
    }

    /** A catalog of all grammars for documents within {@link XmlLimits#DEFAULT}. */
    public static SchemaCatalog standard() {
        return within(XmlLimits.DEFAULT);
    }

    /** A catalog of all grammars, to which a document beyond {@code limits} is a problem. */
    public static SchemaCatalog within(XmlLimits limits) {
        return new SchemaCatalog(limits);
    }

    /** The schema of the attributes of XML itself, which other schemas import; the caller closes it. */
    public static InputStream schemaOfXml() {
        return SchemaFile.XML.open();
    }

    /** What a document may demand here. */
    public XmlLimits limits() {
        return limits;
    }

    /**
     * Whether {@code text} is a document of {@code grammar}.
     *
     * @param text the whole document
     * @return the first problem, or empty if there is none; a text that is not well-formed is a problem too
     */
    public Optional<SchemaProblem> validate(Grammar grammar, String text) {
        Queue<DocumentValidator> validators = of(idle, grammar);
        DocumentValidator kept = validators.poll();
        DocumentValidator validator = kept == null ? new DocumentValidator(of(Compiled.GRAMMARS, grammar)) : kept;
        Optional<SchemaProblem> problem = validator.validate(text, limits);
        if (problem.isEmpty()) {
            // One that stopped half-way is not worth the doubt what of that document it still holds.
            validators.offer(validator);
        }
        return problem;
    }

    private static <T> T of(Map<Grammar, T> all, Grammar grammar) {
        return Objects.requireNonNull(all.get(grammar), grammar::name);
    }
}
