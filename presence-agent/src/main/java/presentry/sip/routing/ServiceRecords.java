package presentry.sip.routing;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What the DNS says about the servers of a domain. No method blocks. Each future completes normally in a few seconds; if no
 * answer comes, with an empty list.
 */
public interface ServiceRecords {
    /** The NAPTR records of {@code domain}, in any order. */
    CompletableFuture<List<Naptr>> naptr(String domain);

    /** The SRV records of {@code name}, such as {@code _sip._udp.example.com}, in any order. */
    CompletableFuture<List<Srv>> srv(String name);

    /** The addresses of {@code host}, which is a name: those of IPv4 first. */
    CompletableFuture<List<InetAddress>> addresses(String host);
}
