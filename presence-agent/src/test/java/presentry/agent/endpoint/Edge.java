package presentry.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import presentry.agent.model.DialogId;
import presentry.agent.model.ReachedBy;
import presentry.agent.presentity.Answer;
import presentry.agent.presentity.Command;
import presentry.agent.shard.CommandSink;
import presentry.sip.ForwardStart;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;
import presentry.sip.routing.Target;
import presentry.sip.transaction.IncomingRequest;
import presentry.sip.transaction.RequestReceiver;
import presentry.sip.transport.Flow;
import presentry.uri.Aor;
import presentry.uri.ServedDomains;

/** The edge with nothing behind it: what it tells a mailbox is kept, and is answered by the test. */
final class Edge implements CommandSink {
    static final Flow UDP = flow("UDP", "127.0.0.1");
    static final Flow TCP = flow("TCP", "127.0.0.1");

    /** A request that did not come through the proxy. */
    static final Flow STRANGER = flow("UDP", "192.0.2.9");

    static final EndpointSettings SETTINGS = settings(false, Optional.empty());

    final List<Aor> told = new ArrayList<>();
    final List<DialogId> toldDialogs = new ArrayList<>();
    final List<Command> commands = new ArrayList<>();
    final List<Optional<String>> forwardedTo = new ArrayList<>();
    Instant now = Instant.parse("2030-01-01T00:00:00Z");
    final RegisteredContacts contacts = new RegisteredContacts(() -> now, 2);
    ForwardStart forwarding = new ForwardStart.Forwarding();

    private final List<SipResponse> responses = new ArrayList<>();
    private final RequestReceiver router;

    Edge() {
        this(SETTINGS);
    }

    /** Everybody in the served domains is a user, but {@code nobody}. */
    private Edge(EndpointSettings settings) {
        this.router = new RequestRouter(
                settings,
                TestPackage.ALL,
                home -> !home.user().equals("nobody"),
                this,
                contacts,
                (incoming, nextHop, end) -> {
                    forwardedTo.add(nextHop.map(Target::uri));
                    return forwarding;
                },
                transport -> "192.0.2.1:5065",
                () -> now,
                new Random(1));
    }

    static Edge acceptingUnauthenticated() {
        return new Edge(settings(true, Optional.empty()));
    }

    static Edge askingForProof(SenderProof proof) {
        return new Edge(settings(Optional.of(proof), false, Optional.empty()));
    }

    static Edge passingMessagesTo(String nextHop) {
        return new Edge(settings(false, Optional.of(nextHop)));
    }

    private static EndpointSettings settings(boolean acceptUnauthenticated, Optional<String> messageNextHop) {
        return settings(Optional.empty(), acceptUnauthenticated, messageNextHop);
    }

    private static EndpointSettings settings(
            Optional<SenderProof> proof, boolean acceptUnauthenticated, Optional<String> messageNextHop) {
        return new EndpointSettings(
                new ServedDomains(Set.of("example.com")),
                Trust.LOOPBACK,
                proof,
                acceptUnauthenticated,
                1000,
                messageNextHop,
                Duration.ofSeconds(5));
    }

    static Flow flow(String transport, String peer) {
        return Flows.of(new ReachedBy(transport, "127.0.0.1", 5065, peer, 5070));
    }

    Edge receives(SipRequest.Builder request) {
        return receives(request, UDP);
    }

    Edge receives(SipRequest.Builder request, Flow flow) {
        router.received(new Incoming(request.build(), flow));
        return this;
    }

    /** Lets the mailbox answer the only command that it was told. */
    SipResponse answered(Answer answer) {
        onlyCommand(Command.Request.class).requester().answered(answer);
        return response();
    }

    /** The only response so far. */
    SipResponse response() {
        assertThat(responses).hasSize(1);
        return responses.getFirst();
    }

    /** The only response since the last was taken. */
    SipResponse takeResponse() {
        SipResponse response = response();
        responses.clear();
        return response;
    }

    boolean hasResponded() {
        return !responses.isEmpty();
    }

    <T extends Command> T onlyCommand(Class<T> kind) {
        assertThat(commands).hasSize(1);
        return kind.cast(commands.getFirst());
    }

    @Override
    public void tell(Aor home, Command command) {
        told.add(home);
        commands.add(command);
    }

    @Override
    public void tellDialog(DialogId dialog, Command.Request request) {
        toldDialogs.add(dialog);
        commands.add(request);
    }

    /** A request that came in on {@code flow}. */
    private final class Incoming implements IncomingRequest {
        private final SipRequest request;
        private final Flow flow;

        Incoming(SipRequest request, Flow flow) {
            this.request = request;
            this.flow = flow;
        }

        @Override
        public SipRequest request() {
            return request;
        }

        @Override
        public Flow flow() {
            return flow;
        }

        @Override
        public void answer(SipResponse.Builder response) {
            answer(response.build());
        }

        @Override
        public void answer(SipResponse response) {
            responses.add(response);
        }
    }
}
