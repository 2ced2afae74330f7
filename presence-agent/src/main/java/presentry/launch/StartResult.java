package presentry.launch;

import java.util.List;

/** What starting a server ends in. */
public sealed interface StartResult {
    /** It accepts traffic. */
    record Started(RunningServer server) implements StartResult {}

    /**
     * Something of this machine stands in the way: a taken port, a folder that cannot be written or is locked.
     *
     * @param problems what, and what to do, one sentence each; at least one
     */
    record Refused(List<String> problems) implements StartResult {}
}
