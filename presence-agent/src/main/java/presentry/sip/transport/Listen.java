package presentry.sip.transport;

import java.util.Comparator;

/**
 * One place to listen at.
 *
 * @param transport the transport
 * @param host the address to bind, or a name of it
 * @param port 0 to 65535; 0 takes a free one, the same for all that have 0
 */
public record Listen(Transport transport, String host, int port) {
    static final Comparator<Listen> TCP_FIRST = Comparator.comparing(place -> place.transport() != Transport.TCP);

    @Override
    public String toString() {
        return transport + " " + host + ":" + port;
    }
}
