package presentry.sip.transport;

/** Learns that a message could not be sent, or that its answer cannot come any more. */
@FunctionalInterface
public interface SendFailure {
    /** Of no interest: an answer that does not arrive is asked for again. */
    SendFailure IGNORED = reason -> {};

    /** Called on any thread, seldom more than once for a message; {@code reason} is a sentence for the log. */
    void failed(String reason);
}
