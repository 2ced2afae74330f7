package presentry.sip.transport;

/** Learns that a message could not be sent. */
@FunctionalInterface
public interface SendFailure {
    /** Of no interest: an answer that does not arrive is asked for again. */
    SendFailure IGNORED = reason -> {};

    /** Called at most once for a message, on any thread; {@code reason} is a sentence for the log. */
    void failed(String reason);
}
