package presentry.agent.presentity;

/** Who waits for the answer to a request. */
public interface Requester {
    /** Takes the answer, once, when all that it promises is on disk. Must return at once. */
    void answered(Answer answer);
}
