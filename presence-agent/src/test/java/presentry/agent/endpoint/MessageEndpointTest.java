package presentry.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import presentry.agent.presentity.Answer;
import presentry.agent.presentity.Command;
import presentry.policy.model.WatcherIdentity;
import presentry.sip.ForwardStart;
import presentry.uri.Aor;

/** MESSAGE: RFC 3428, sections 6 to 8; RFC 3261, section 16. */
class MessageEndpointTest {
    private final Edge edge = Edge.passingMessagesTo("sip:proxy.example.com");

    @Test
    void theRecipientIsTheRequestUri() {
        edge.receives(Requests.message().to("<sip:carol@example.com>"));

        assertThat(edge.told).containsExactly(Aor.of("sip", "alice", "example.com", 0));
    }

    @Test
    void theSenderMayBeOfAForeignDomain() {
        edge.receives(Requests.message().from("<sip:eve@elsewhere.example>;tag=e"));

        WatcherIdentity sender =
                edge.onlyCommand(Command.Message.class).sender().identity();
        assertThat(sender.uris()).singleElement().hasToString("sip:eve@elsewhere.example");
    }

    @Test
    void whatMayPassIsForwardedAndNotAnswered() {
        edge.receives(Requests.message());

        edge.onlyCommand(Command.Message.class).requester().answered(new Answer.MayPass());

        assertThat(edge.forwardedTo).containsExactly(Optional.of("sip:proxy.example.com"));
        assertThat(edge.hasResponded()).isFalse();
    }

    @Test
    void whatMayPassWithoutAWayIsNotFound() {
        edge.forwarding = new ForwardStart.NoNextHop();
        edge.receives(Requests.message());

        assertThat(edge.answered(new Answer.MayPass()).status()).isEqualTo(404);
    }

    /** RFC 3261, section 16.3: the rules of forwarding have answered already. */
    @Test
    void whatMayNotBeForwardedIsNotAnsweredTwice() {
        edge.forwarding = new ForwardStart.Answered(483);
        edge.receives(Requests.message());

        edge.onlyCommand(Command.Message.class).requester().answered(new Answer.MayPass());

        assertThat(edge.hasResponded()).isFalse();
    }

    @Test
    void whatIsBlockedIsForbidden() {
        edge.receives(Requests.message());

        assertThat(edge.answered(new Answer.Refused(Answer.Reason.FORBIDDEN)).status())
                .isEqualTo(403);
        assertThat(edge.forwardedTo).isEmpty();
    }

    @Test
    void aRecipientWhoIsNotOursIsNotFound() {
        edge.receives(Requests.message().requestUri("sip:alice@elsewhere.example"));

        assertThat(edge.response().status()).isEqualTo(404);
    }

    @Test
    void aMessageInsideADialogIsTreatedTheSame() {
        edge.receives(Requests.message().to("<sip:alice@example.com>;tag=theirs"));

        assertThat(edge.onlyCommand(Command.Message.class)).isNotNull();
    }

    /** RFC 3261, section 16.3: a proxy leaves Require to the recipient. */
    @Test
    void requireIsLeftToTheRecipient() {
        edge.receives(Requests.message().header("Require", "something"));

        assertThat(edge.onlyCommand(Command.Message.class)).isNotNull();
    }
}
