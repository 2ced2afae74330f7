package presentry.agent.presentity;

import java.time.Duration;
import presentry.agent.presentity.Command.NotifyEnd;

/** Something that happens in a {@link World}. Users are numbers; {@code which} picks one of the subscriptions there are. */
sealed interface Move {
    record Subscribe(int watcher, int watched, Duration expires) implements Move {}

    /** Another subscription begins in the dialog of one there is. */
    record Join(int which, Duration expires) implements Move {}

    record Refresh(int which, Duration expires) implements Move {}

    record End(int which, NotifyEnd end) implements Move {}

    record Publish(int user, String text, Duration expires) implements Move {}

    /**
     * The rule for one watcher is set, or with an empty handling taken away.
     *
     * @param announced whether the machine is told, or finds out by itself
     */
    record Rule(int user, int watcher, String handling, boolean announced) implements Move {}

    /**
     * Time passes.
     *
     * @param waking whether the timers ring in time
     */
    record Pass(Duration time, boolean waking) implements Move {}

    /** The process is killed and started again. */
    record Crash() implements Move {}
}
