package presentry.launch.control;

import java.util.List;

/**
 * What became of a request.
 *
 * @param done whether it was executed
 * @param lines for the person who asked: what was done or found, or what stands in the way
 */
public record ControlReply(boolean done, List<String> lines) {
    /** Takes a copy of the list. */
    public ControlReply {
        lines = List.copyOf(lines);
    }

    static ControlReply done(String line) {
        return new ControlReply(true, List.of(line));
    }

    static ControlReply refused(String line) {
        return new ControlReply(false, List.of(line));
    }
}
