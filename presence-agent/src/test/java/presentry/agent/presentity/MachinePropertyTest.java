package presentry.agent.presentity;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import presentry.agent.presentity.Command.NotifyEnd;

/**
 * Whatever happens in whatever order, what {@link World} checks holds: nobody is shown more than may be shown at that instant,
 * never are two NOTIFYs of one subscription under way, documents that tell of changes add up to what a full one would say, numbers rise also over a crash, and the disk knows what memory knows.
 */
class MachinePropertyTest {
    @Property(tries = 400)
    void whatMustHoldHoldsAfterEachStep(@ForAll("moves") @Size(min = 1, max = 60) List<Move> moves) {
        World world = new World();

        moves.forEach(world::make);

        world.settle();
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Integer> user = Arbitraries.integers().between(0, World.NAMES.size() - 1);
        Arbitrary<Integer> which = Arbitraries.integers().between(0, 20);
        Arbitrary<Duration> expires =
                Arbitraries.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofHours(1));
        Arbitrary<Move> move = Arbitraries.oneOf(
                Combinators.combine(user, user, expires).as(Move.Subscribe::new),
                Combinators.combine(which, expires).as(Move.Join::new),
                Combinators.combine(which, expires).as(Move.Refresh::new),
                Combinators.combine(which, Arbitraries.of(NotifyEnd.class)).as(Move.End::new),
                Combinators.combine(user, Arbitraries.of("open", "busy", "away"), expires)
                        .as(Move.Publish::new),
                Combinators.combine(
                                user,
                                user,
                                Arbitraries.of("", "allow", "polite-block", "confirm", "block", World.WHILE_BUSY),
                                Arbitraries.of(true, false))
                        .as(Move.Rule::new),
                Combinators.combine(
                                Arbitraries.of(Duration.ofSeconds(1), Duration.ofMinutes(10), Duration.ofHours(1)),
                                Arbitraries.of(true, false))
                        .as(Move.Pass::new),
                Arbitraries.just(new Move.Crash()));
        return move.list();
    }
}
