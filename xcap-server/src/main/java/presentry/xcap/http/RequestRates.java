package presentry.xcap.http;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers 429 (RFC 6585, section 4) to an address that asks more often than it may, before anything else is done. */
final class RequestRates extends Handler.Wrapper {

    private static final int ADDRESSES = 100_000;

    private final TokenBuckets buckets;
    private final Predicate<InetAddress> unlimited;

    /**
     * @param perSecond requests of one address, 1 and more
     * @param unlimited addresses that many clients share, such as that of a proxy
     */
    RequestRates(int perSecond, Predicate<InetAddress> unlimited, InstantSource clock, Handler behind) {
        super(behind);
        this.buckets = new TokenBuckets(perSecond, ADDRESSES, clock);
        this.unlimited = unlimited;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean may = Peers.address(request)
                .map(address -> unlimited.test(address) || buckets.take(address))
                .orElse(true);
        if (may) {
            return super.handle(request, response, callback);
        }
        HttpAnswer.sentence(
                        HttpStatus.TOO_MANY_REQUESTS_429,
                        "There are too many requests from your address: wait a second.",
                        new HttpField(HttpHeader.RETRY_AFTER, "1"))
                .send(response, callback);
        return true;
    }
}
