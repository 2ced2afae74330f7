package presentry.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.agent.presentity.Answer;
import presentry.agent.presentity.Command;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;

/** RFC 3261, section 10.3, as far as phones need it. */
class RegisterEndpointTest {
    private static final String BOB = "<sip:bob@example.com>";
    private static final String PHONE = "<sip:bob-0x5563c8dd6b00@192.0.2.7:5070>";

    private final Edge edge = new Edge();

    /** Step 8. */
    @Test
    void whatIsRegisteredIsToldWithTheSecondsThatAreLeft() {
        SipResponse response = answered(register(1).header("Contact", PHONE).header("Expires", "600"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().list("Contact")).containsExactly(PHONE + ";expires=600");
    }

    @Test
    void aQueryTellsWhatIsLeft() {
        answered(register(1).header("Contact", PHONE + ";expires=600"));
        edge.now = edge.now.plusSeconds(100);

        assertThat(answered(register(2)).headers().list("Contact")).containsExactly(PHONE + ";expires=500");
    }

    @Test
    void whatExpiredIsForgotten() {
        answered(register(1).header("Contact", PHONE + ";expires=600"));
        edge.now = edge.now.plusSeconds(600);

        assertThat(answered(register(2)).headers().list("Contact")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"expires=0, 0", "expires=999999999, 7200", "expires=soon, 3600", "q=0.5, 3600"})
    void theDurationIsWhatIsAskedForWithinBounds(String parameter, int granted) {
        SipResponse response = answered(register(1).header("Contact", PHONE + ";" + parameter));

        assertThat(response.headers().list("Contact"))
                .isEqualTo(granted == 0 ? List.of() : List.of(PHONE + ";expires=" + granted));
    }

    /** Step 7. */
    @Test
    void aDurationTooBriefNamesTheShortest() {
        SipResponse response = answered(register(1).header("Contact", PHONE).header("Expires", "59"));

        assertThat(response.status()).isEqualTo(423);
        assertThat(response.headers().first("Min-Expires")).contains("60");
    }

    /** Step 6. */
    @Test
    void theAsteriskRemovesAll() {
        answered(register(1).header("Contact", PHONE));

        SipResponse response = answered(register(2).header("Contact", "*").header("Expires", "0"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().list("Contact")).isEmpty();
    }

    /** Step 6. */
    @ParameterizedTest
    @ValueSource(strings = {"*", "*, " + PHONE, "tel:+15550100", "<>"})
    void whatCannotBeAContactIsMalformed(String contact) {
        assertThat(answered(register(1).header("Contact", contact)).status()).isEqualTo(400);
    }

    /** Step 7: a retransmission that came late must not bring back what was changed since. */
    @Test
    void aRequestThatWasOvertakenChangesNothing() {
        answered(register(2).header("Contact", PHONE));

        assertThat(answered(register(1).header("Contact", PHONE + ";expires=0")).status())
                .isEqualTo(500);
        assertThat(answered(register(3)).headers().list("Contact")).hasSize(1);
    }

    /** Step 4. */
    @ParameterizedTest
    @ValueSource(strings = {"<sip:alice@example.com>", "<sip:nobody@example.com>", "<sip:bob@example.org>"})
    void nobodyRegistersForAnother(String to) {
        assertThat(answered(register(1).to(to).header("Contact", PHONE)).status())
                .isEqualTo(403);
    }

    @Test
    void moreContactsThanAUserMayHaveAreForbidden() {
        SipRequest.Builder many = register(1);
        for (int port = 0; port <= RegisteredContacts.PER_USER; port++) {
            many.header("Contact", "<sip:bob@192.0.2.7:" + (5070 + port) + ">");
        }

        assertThat(answered(many).status()).isEqualTo(403);
        assertThat(answered(register(2)).headers().list("Contact")).isEmpty();
    }

    @Test
    void moreUsersThanThereIsRoomForAreForbiddenUntilOneExpires() {
        answered(register(1)
                .from("<sip:a@example.com>;tag=1")
                .to("<sip:a@example.com>")
                .header("Contact", PHONE));
        answered(register(1)
                .from("<sip:b@example.com>;tag=1")
                .to("<sip:b@example.com>")
                .header("Contact", PHONE));

        assertThat(answered(register(1).header("Contact", PHONE)).status()).isEqualTo(403);
        edge.now = edge.now.plusSeconds(3600);
        assertThat(answered(register(2).header("Contact", PHONE)).status()).isEqualTo(200);
    }

    /** A MESSAGE that may pass and has no other way goes where its recipient is registered. */
    @Test
    void messagesGoWhereTheRecipientIsRegistered() {
        answered(register(1).header("Contact", PHONE));

        edge.receives(Requests.message().requestUri("sip:bob@example.com").from("<sip:alice@example.com>;tag=a"));
        edge.onlyCommand(Command.Message.class).requester().answered(new Answer.MayPass());

        assertThat(edge.forwardedTo).containsExactly(Optional.of("sip:bob-0x5563c8dd6b00@192.0.2.7:5070"));
    }

    private SipResponse answered(SipRequest.Builder request) {
        return edge.receives(request).takeResponse();
    }

    private static SipRequest.Builder register(int cseq) {
        return Requests.outsideOfDialogs("REGISTER", "sip:example.com").to(BOB).cseq(cseq);
    }
}
