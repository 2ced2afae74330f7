package presentry.sip.routing;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Finds the address of a next hop. Names are looked up on an executor of their own, for that may take seconds. */
public final class HostLookup {
    private final Executor lookups;

    /** Names are looked up on {@code lookups}. */
    public HostLookup(Executor lookups) {
        this.lookups = lookups;
    }

    /** Gives the address of {@code hop}, or nothing: at once for an address, else later on a thread of the executor. */
    public void find(NextHop hop, Consumer<Optional<InetSocketAddress>> found) {
        if (isLiteral(hop.host())) {
            found.accept(address(hop));
            return;
        }
        try {
            lookups.execute(() -> found.accept(address(hop)));
        } catch (RejectedExecutionException full) {
            found.accept(Optional.empty());
        }
    }

    /** Does not block for a literal, which the JDK never asks a name server about. */
    private static Optional<InetSocketAddress> address(NextHop hop) {
        try {
            return Optional.of(new InetSocketAddress(InetAddress.getByName(hop.host()), hop.port()));
        } catch (UnknownHostException unknown) {
            return Optional.empty();
        }
    }

    /** Whether it is an IPv4 or IPv6 address and not a name; a colon stands in no name. */
    private static boolean isLiteral(String host) {
        if (host.indexOf(':') >= 0) {
            return true;
        }
        String[] parts = host.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            boolean digits =
                    !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!digits || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return true;
    }
}
