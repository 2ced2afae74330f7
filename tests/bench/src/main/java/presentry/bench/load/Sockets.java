package presentry.bench.load;

import java.io.IOException;

/** Several sockets of one transport between the load program and the server. For one thread. */
interface Sockets extends AutoCloseable {
    /** Gets what comes in. */
    interface Receiver {
        void received(int socket, MessageText message) throws IOException;
    }

    int count();

    /** Sends on one of the sockets, all or nothing. */
    void send(int socket, byte[] message) throws IOException;

    /** Hands over all that is there, waiting a while for the first if nothing is. */
    void receive(long millis, Receiver receiver) throws IOException;

    /** What stands before the parameters of Via: {@code SIP/2.0/UDP 127.0.0.1:40000}. */
    String via(int socket);

    /** What stands behind the user of a Contact: {@code 127.0.0.1:40000;transport=udp}. */
    String place(int socket);

    /** Whether a lost message is not sent again by the transport itself (RFC 3261, section 17.1.2.2). */
    boolean mayLose();

    @Override
    void close() throws IOException;
}
