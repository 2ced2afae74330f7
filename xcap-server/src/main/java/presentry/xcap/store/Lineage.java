package presentry.xcap.store;

import java.util.List;

/**
 * The starts that this data folder has seen, oldest first. A folder may be a copy made long ago and put back, and carries no sign
 * of it: positions of the change log are then given a second time, for other changes. So each start has an id of its own, and a
 * place in the log is told together with the id of the start under which it was given.
 *
 * @param starts not empty; the last one is the running server's
 */
public record Lineage(List<Start> starts) {

    /**
     * One start.
     *
     * @param id drawn at random, 1 and more
     * @param begins the position of the newest change at that time
     */
    public record Start(long id, long begins) {}

    /** @throws IllegalArgumentException if there is no start: a defect */
    public Lineage {
        if (starts.isEmpty()) {
            throw new IllegalArgumentException("the running server has started too");
        }
        starts = List.copyOf(starts);
    }

    /** The id of the running server's start. */
    public long current() {
        return starts.getLast().id();
    }

    /**
     * Whether the log up to {@code position}, as it was told under the start {@code id}, is the log of this folder. If not, the
     * folder was put back meanwhile, or the start is too long ago to be remembered.
     */
    public boolean has(long id, long position) {
        for (int i = 0; i < starts.size(); i++) {
            if (starts.get(i).id() == id) {
                return i == starts.size() - 1 || position <= starts.get(i + 1).begins();
            }
        }
        return false;
    }
}
