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
 * The rules whose identity conditions fit some watchers, and what they decide in every sphere and at every time. The answers are
 * kept in a table with one row for each sphere that a rule names (row 0: none of them) and one column for each stretch of time
 * between two boundaries of validity. A cell is filled when it is first asked for; two threads may both fill it, with the same
 * value.
 */
final class Signature {
    private static final int MOST_CELLS = 4096;
    /** How many boundaries an answer is followed over to find where it changes; it is given up as still the same after that. */
    private static final int LONGEST_LOOK_AHEAD = 256;

    private final Usage usage;
    private final int number;
    private final List<CompiledRule> rules;
    private final int dependencies;
    private final String[] spheres;
    private final Instant[] boundaries;
    private final @Nullable Decision[] cells;

    /** @param policyDependencies what every decision of the policy depends on */
    Signature(Usage usage, int number, List<CompiledRule> rules, int policyDependencies) {
        this.usage = usage;
        this.number = number;
        this.rules = List.copyOf(rules);
        spheres = conditions()
                .flatMap(condition ->
                        condition instanceof Condition.Sphere sphere ? sphere.tokens().stream() : Stream.empty())
                .collect(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER), TreeSet::add, TreeSet::addAll)
                .toArray(String[]::new);
        boundaries = conditions()
                .flatMap(condition -> condition instanceof Condition.Validity validity
                        ? validity.intervals().stream()
                        : Stream.empty())
                .filter(interval -> interval.from().isBefore(interval.until()))
                .flatMap(interval -> Stream.of(interval.from(), interval.until()))
                .sorted()
                .distinct()
                .toArray(Instant[]::new);
        dependencies = policyDependencies
                | bitIf(conditions().anyMatch(Condition.Sphere.class::isInstance), Dependency.SPHERE)
                | bitIf(boundaries.length > 0, Dependency.TIME);
        long size = (spheres.length + 1L) * (boundaries.length + 1L);
        cells = new @Nullable Decision[size <= MOST_CELLS ? (int) size : 0];
    }

    /** Whether it is made of exactly these rules, in their order. */
    boolean has(List<CompiledRule> others) {
        return rules.equals(others);
    }

    List<String> ruleIds() {
        return rules.stream().map(rule -> rule.rest().id()).toList();
    }

    Decision decide(Instant now, Optional<String> sphere) {
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

    /** Bytes of heap once the table is full, without the rules and outcomes, which are shared. */
    int heapBytes() {
        return 96 + 4 * rules.size() + 24 * boundaries.length + 8 * spheres.length + 44 * cells.length;
    }

    private Decision decision(int row, int column) {
        var outcome = outcome(row, column);
        int mask = dependencies | bitIf(!outcome.stated(), Dependency.MUTUAL);
        return new Decision(outcome, validUntil(outcome, row, column), mask, number);
    }

    /** The first boundary at which the outcome is another one. */
    private Instant validUntil(Outcome outcome, int row, int column) {
        int last = Math.min(boundaries.length, column + LONGEST_LOOK_AHEAD);
        for (int later = column + 1; later <= last; later++) {
            if (outcome(row, later) != outcome) {
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
                .filter(rule -> ConditionMatcher.matches(rule.rest(), WatcherIdentity.UNAUTHENTICATED, moment))
                .toList();
        var counting = PermissionCombiner.counting(matching, CompiledRule::ruleClass);
        return PermissionCombiner.combine(
                usage, counting.stream().map(CompiledRule::rest).toList());
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

    private Stream<Condition> conditions() {
        return rules.stream().flatMap(rule -> rule.rest().conditions().stream());
    }

    private static int bitIf(boolean holds, Dependency dependency) {
        return holds ? dependency.bit() : 0;
    }
}
