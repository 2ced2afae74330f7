package presentry.demo;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import presentry.sip.SipSettings;
import presentry.sip.SipStack;
import presentry.sip.Started;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;
import presentry.sip.transaction.IncomingRequest;
import presentry.sip.transaction.TransactionEnd;

/**
 * One device of one user on a port of its own: subscribes, publishes, sends messages, and keeps what it receives until it
 * is asked for. Everything blocks, for one thread; only receiving goes on beside it.
 */
public final class UserAgent implements AutoCloseable {
    private static final int OK = 200;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int NO_SUCH_DIALOG = 481;

    private final String uri;
    private final Surroundings surroundings;
    private final SipStack stack;
    private final List<Watching> watchings = new CopyOnWriteArrayList<>();
    private final Arrivals<Notification> notifications = new Arrivals<>();
    private final Arrivals<SipRequest> messages = new Arrivals<>();
    private volatile int answerToMessages = OK;

    /**
     * Opens a port on the loopback interface.
     *
     * @param uri who the user is: {@code sip:alice@example.com}
     */
    public UserAgent(String uri, Surroundings surroundings) {
        this.uri = uri;
        this.surroundings = surroundings;
        Started started = SipStack.start(
                SipSettings.onBoth("127.0.0.1", 0, Set.of()),
                surroundings.timer(),
                surroundings.random(),
                surroundings.lookups(),
                this::received);
        this.stack = switch (started) {
            case Started.Running running -> running.stack();
            case Started.Refused refused -> throw new NothingCame(refused.sentence());
        };
    }

    /** Who the user is. */
    public String uri() {
        return uri;
    }

    /** The Contact of its requests, and the Route by which a MESSAGE reaches this device. */
    public String contact() {
        return "<sip:" + user() + address(stack.address(surroundings.transport())) + ">";
    }

    /** A Route header field that leads to this device. */
    public String route() {
        return "<sip:" + address(stack.address(surroundings.transport())) + ";lr>";
    }

    /** A new subscription, of which nothing was sent yet. */
    public Watching watch(String target, String event) {
        Watching watching = new Watching(this, target, event);
        watchings.add(watching);
        return watching;
    }

    /** A request outside of a dialog with all it must have, that goes to the server. */
    public SipRequest.Builder request(String method, String target) {
        return outside(method, target)
                .from("<" + uri + ">;tag=" + fresh())
                .to("<" + target + ">")
                .callId(fresh())
                .cseq(1);
    }

    SipRequest.Builder outside(String method, String target) {
        return SipRequest.builder(method, target).header("Route", "<sip:" + address(surroundings.server()) + ";lr>");
    }

    /** Sends a request and waits for its final response. @throws NothingCame if there is none */
    public SipResponse send(SipRequest request) {
        CompletableFuture<TransactionEnd> ended = new CompletableFuture<>();
        stack.send(request, Optional.empty(), ended::complete);
        try {
            return switch (ended.get(surroundings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                case TransactionEnd.Answered answered -> answered.response();
                case TransactionEnd.TimedOut() -> throw unanswered(request, "timed out");
                case TransactionEnd.Unreachable unreachable -> throw unanswered(request, unreachable.reason());
            };
        } catch (TimeoutException late) {
            throw unanswered(request, "nothing came within " + surroundings.patience());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw unanswered(request, "interrupted");
        } catch (ExecutionException defect) {
            throw new IllegalStateException(defect);
        }
    }

    /** Takes the first NOTIFY that is wanted and was not taken yet. @throws NothingCame if there is none in time */
    public Notification notification(Predicate<Notification> wanted) {
        return notifications
                .await(wanted, surroundings.patience())
                .orElseThrow(() -> new NothingCame(uri + " waited for a NOTIFY; unread are " + notifications.unread()));
    }

    /** Takes the text of the first MESSAGE that was not taken yet. @throws NothingCame if there is none in time */
    public String message() {
        return messages.await(any -> true, surroundings.patience())
                .map(message -> new String(message.body(), StandardCharsets.UTF_8))
                .orElseThrow(() -> new NothingCame(uri + " waited for a MESSAGE"));
    }

    /** All that came and was not taken, in words; empty if there is nothing. */
    public List<String> unread() {
        return Stream.concat(
                        notifications.unread().stream().map(Notification::toString),
                        messages.unread().stream().map(SipRequest::toString))
                .toList();
    }

    /** Sets the status, 200 to 699, with which each MESSAGE is answered from now on. */
    public void answerMessagesWith(int status) {
        answerToMessages = status;
    }

    @Override
    public void close() {
        stack.close();
    }

    /** A word that nobody else uses: a tag or a Call-ID. */
    String fresh() {
        byte[] bytes = new byte[12];
        surroundings.random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What has arrived is kept before it is answered, so that nobody who saw the answer can find it missing. */
    private void received(IncomingRequest incoming) {
        SipRequest request = incoming.request();
        int status =
                switch (request.method()) {
                    case "NOTIFY" -> notified(request);
                    case "MESSAGE" -> messaged(request);
                    case "OPTIONS" -> OK;
                    default -> METHOD_NOT_ALLOWED;
                };
        incoming.answer(SipResponse.answering(request, status));
    }

    private int notified(SipRequest request) {
        Optional<Watching> owner =
                watchings.stream().filter(watching -> watching.owns(request)).findFirst();
        owner.ifPresent(watching -> notifications.add(new Notification(watching, request)));
        return owner.isPresent() ? OK : NO_SUCH_DIALOG;
    }

    private int messaged(SipRequest request) {
        messages.add(request);
        return answerToMessages;
    }

    private String user() {
        return uri.substring(uri.indexOf(':') + 1, uri.indexOf('@') + 1);
    }

    private String address(InetSocketAddress address) {
        String host = address.getHostString();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]")
                + ":" + address.getPort()
                + ";transport=" + surroundings.transport().name().toLowerCase(Locale.ROOT);
    }

    private static NothingCame unanswered(SipRequest request, String why) {
        return new NothingCame(request.method() + " to " + request.requestUri() + " was not answered: " + why);
    }
}
