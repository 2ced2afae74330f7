package presentry.policy.compile;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import presentry.policy.evaluate.ConditionMatcher;
import presentry.policy.evaluate.PermissionCombiner;
import presentry.policy.model.Condition;
import presentry.policy.model.Decision;
import presentry.policy.model.Dependency;
import presentry.policy.model.Moment;
import presentry.policy.model.Outcome;
import presentry.policy.model.Usage;
import presentry.policy.model.WatcherIdentity;

/**
 * A signature whose decision changes with sphere or time. The answers are kept in a table with one row for each sphere that a rule
 * names (row 0: none of them) and one column for each stretch of time between two boundaries of validity. A cell is filled when it
 * is first asked for; two threads may both fill it, with the same value.
 */
final class ChangingSignature implements Signature {
    private static final int MOST_CELLS = 4096;
    /** How many boundaries an answer is followed over to find where it changes; after that it is only said to hold so far. */
    private static final int LONGEST_LOOK_AHEAD = 256;

    private final Usage usage;
    private final int number;
    private final List<CompiledRule> rules;
    private final int dependencies;
    private final String[] spheres;
    private final Instant[] boundaries;
    private final @Nullable Decision[] cells;

    /**
     * @param number names it within its policy
     * @param policyDependencies what every decision of the policy depends on
     */
    ChangingSignature(Usage usage, int number, List<CompiledRule> rules, int policyDependencies) {
        this.usage = usage;
        this.number = number;
        this.rules = List.copyOf(rules);
        spheres = spheres();
        boundaries = boundaries();
        dependencies = policyDependencies
                | (spheres.length > 0 ? Dependency.SPHERE.bit() : 0)
                | (boundaries.length > 0 ? Dependency.TIME.bit() : 0);
        long size = (spheres.length + 1L) * (boundaries.length + 1L);
        cells = new @Nullable Decision[size <= MOST_CELLS ? (int) size : 0];
    }

    @Override
    public List<CompiledRule> rules() {
        return rules;
    }

    @Override
    public Decision decide(Instant now, Optional<String> sphere) {
        int column = boundaries.length == 0 ? 0 : column(now);
        int row = spheres.length == 0 || sphere.isEmpty() ? 0 : row(sphere.get());
        if (cells.length == 0) {
            return decision(row, column);
        }
        int cell = row * (boundaries.length + 1) + column;
        var known = cells[cell];
        if (known == null) {
            known = decision(row, column);
            cells[cell] = known;
        }
        return known;
    }

    /** With the table full. */
    @Override
    public int heapBytes() {
        return 96 + Integer.BYTES * rules.size() + 24 * boundaries.length + 8 * spheres.length + 36 * cells.length;
    }

    private Decision decision(int row, int column) {
        var outcome = outcome(row, column);
        int mask = dependencies | (outcome.stated() ? 0 : Dependency.MUTUAL.bit());
        return new Decision(outcome, validUntil(outcome, row, column), mask, number);
    }

    /** The first boundary at which the outcome is another one. */
    private Instant validUntil(Outcome outcome, int row, int column) {
        int last = Math.min(boundaries.length, column + LONGEST_LOOK_AHEAD);
        for (int later = column + 1; later <= last; later++) {
            if (!outcome(row, later).equals(outcome)) {
                return boundaries[later - 1];
            }
        }
        return last < boundaries.length ? boundaries[last] : Instant.MAX;
    }

    private Outcome outcome(int row, int column) {
        var moment = new Moment(
                column == 0 ? Instant.MIN : boundaries[column - 1],
                row == 0 ? Optional.empty() : Optional.of(spheres[row - 1]));
        var matching = rules.stream()
                .filter(rule -> rule.environment().stream()
                        .allMatch(condition ->
                                ConditionMatcher.matches(condition, WatcherIdentity.UNAUTHENTICATED, moment)))
                .toList();
        return PermissionCombiner.combine(usage, PermissionCombiner.counting(matching, CompiledRule::ruleClass));
    }

    /** Column 0 ends at the first boundary, column n begins at the n-th. */
    private int column(Instant now) {
        int found = Arrays.binarySearch(boundaries, now);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private int row(String sphere) {
        for (int i = 0; i < spheres.length; i++) {
            if (spheres[i].equalsIgnoreCase(sphere)) {
                return i + 1;
            }
        }
        return 0;
    }

    private String[] spheres() {
        return conditions()
                .flatMap(condition ->
                        condition instanceof Condition.Sphere sphere ? sphere.tokens().stream() : Stream.empty())
                .collect(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER), TreeSet::add, TreeSet::addAll)
                .toArray(String[]::new);
    }

    private Instant[] boundaries() {
        return conditions()
                .flatMap(condition -> condition instanceof Condition.Validity validity
                        ? validity.intervals().stream()
                        : Stream.empty())
                .filter(interval -> interval.from().isBefore(interval.until()))
                .flatMap(interval -> Stream.of(interval.from(), interval.until()))
                .sorted()
                .distinct()
                .toArray(Instant[]::new);
    }

    private Stream<Condition> conditions() {
        return rules.stream().flatMap(rule -> rule.environment().stream());
    }
}
