package presentry.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import presentry.sip.transport.Transport;

/**
 * The difficulties of RFC 4475 in messages of our own, over UDP and TCP. What is well formed reaches the receiver, which
 * here answers 200 to everything; what is not is answered by the stack, or not at all. The server lives on in any case.
 */
class TortureTest {
    private static final String PLAIN = Texts.head(
            "OPTIONS sip:bob@example.test SIP/2.0",
            "Via: @SENT@;branch=z9hG4bK@ID@;rport",
            "Max-Forwards: 70",
            "From: <sip:alice@example.test>;tag=a1",
            "To: <sip:bob@example.test>",
            "Call-ID: @ID@",
            "CSeq: 1 OPTIONS",
            "Contact: <sip:alice@192.0.2.1>",
            "Content-Length: 0");

    /** One message and how its answer begins. */
    record Torture(String section, String text, String answer) {
        @Override
        public String toString() {
            return section;
        }
    }

    private static final String OK = "SIP/2.0 200 ";
    private static final String BAD = "SIP/2.0 400 ";

    private static Torture with(String section, String part, String otherPart, String answer) {
        assertThat(PLAIN).contains(part);
        return new Torture(section, PLAIN.replace(part, otherPart), answer);
    }

    private static final List<Torture> WELL_FORMED = List.of(
            new Torture(
                    "3.1.1.1 folding, white space, quoting, compact forms, odd case and order",
                    Texts.head(
                            "OPTIONS sip:bob@example.test;unknownparam SIP/2.0",
                            "TO :",
                            " sip:bob@example.test ;   tag    = 19",
                            "from   : \"A \\\\\\\"\"       <sip:alice@example.test>",
                            "  ;",
                            "  tag = a98",
                            "MaX-fOrWaRdS: 0068",
                            "Call-ID: @ID@",
                            "Content-Length   : 0",
                            "cseq: 0009",
                            "  OPTIONS",
                            "Via  : @SENT@;branch=z9hG4bK@ID@;rport,",
                            " SIP  /    2.0   / UDP  192.0.2.111   ; branch=",
                            " z9hG4bK30239",
                            "s :",
                            "NewHeader:   a value",
                            " continued",
                            "OddHeader: ;;,,;;,;",
                            "Route:",
                            " <sip:services.example.test;lr;with=value;without>",
                            "v:  SIP  / 2.0  / TCP     spindle.example.test   ;",
                            "  branch  =   z9hG4bK9ikj8  ",
                            "m:\"Quoted \\\"\\\"\" <sip:alice@example.test> ; newparam =",
                            "      newvalue ;",
                            "  second ; q = 0.33"),
                    OK),
            new Torture(
                    "3.1.1.2 all characters that are allowed",
                    Texts.head(
                            "!odd-Method0_*+`.%indeed'~ sip:1_odd.URI~(to-be!sure)&isn't+it$/crazy?,/;;*"
                                    + ":&it+has=1,weird!*pas$wo~d_too.(doesn't-it)@example.test SIP/2.0",
                            "Via: @SENT@;branch=z9hG4bK@ID@;rport;odd-.!%66*_+`'~=1",
                            "To: \"BEL:\\\u0007 NUL:\\\u0000 DEL:\\\u007F\""
                                    + " <sip:1_odd.URI~(to-be!sure)&isn't+it$/crazy?,/;;*@example.test>",
                            "From: token1~` token2'+_ token3*%!.- <sip:mundane@example.test>"
                                    + ";fromParam''~+*_!.-%=\"\u0440\u0430\u0431\";tag=_token~1'+`*%!-.",
                            "Call-ID: @ID@word%ZK-!.*_+'@word`~)(><:\\/\"][?}{",
                            "CSeq: 139122385 !odd-Method0_*+`.%indeed'~",
                            "Max-Forwards: 255",
                            "extensionHeader-!.%*+_`'~: \uFEFF\u5927\u505C\u96FB",
                            "Content-Length: 0"),
                    OK),
            with("3.1.1.3 escapes in URIs", "sip:bob@example.test SIP", "sip:sips%3Abob%40x@example.test SIP", OK),
            with("3.1.1.4 an escaped NUL", "<sip:alice@192.0.2.1>", "<sip:%00@192.0.2.1>, <sip:%00%00@192.0.2.1>", OK),
            new Torture("3.1.1.5 percent that escapes nothing", PLAIN.replace("OPTIONS", "OPT%49ONS"), OK),
            with("3.1.1.6 no space before <", "From: <sip", "From: caller<sip", OK),
            with(
                    "3.1.1.7 long values and many Vias",
                    "Max-Forwards",
                    "Unknown-" + "Long-".repeat(20) + "Name: " + "very-long-".repeat(90) + "\r\n"
                            + "V  : SIP/2.0/TCP sip9.example.test\r\n".repeat(40) + "Max-Forwards",
                    OK),
            with(
                    "3.1.1.9 parameters in the user part",
                    "sip:bob@example.test SIP",
                    "sip:b;par=u%40x@example.test SIP",
                    OK),
            with(
                    "3.1.1.10 unknown transports",
                    "Max-Forwards",
                    "Via: SIP/2.0/SCTP t2;branch=z9hG4bK2\r\nVia: SIP/2.0/UNKNOWN t4;branch=z9hG4bK4\r\nMax-Forwards",
                    OK),
            with("3.1.1.11 a body with NUL", "Length: 0\r\n\r\n", "Length: 4\r\n\r\na\u0000\r\n", OK),
            with(
                    "3.1.2.12 a wrong time zone, of no interest here",
                    "Max-Forwards",
                    "Date: Fri, 01 Jan 2010 16:00:00 EST\r\nMax-Forwards",
                    OK),
            with("3.2.1 a branch that names nothing", "z9hG4bK@ID@", "z9hG4bK", OK),
            with("3.3.2 an unknown scheme", "sip:bob@example.test SIP", "nobodyKnowsThisScheme:totallyopaque SIP", OK),
            with("3.3.3 an unusual scheme", "sip:bob@example.test SIP", "soap.beep://192.0.2.103:3002 SIP", OK),
            with("3.3.4 unknown schemes in To and Contact", "<sip:alice@192.0.2.1>", "<name:Alice_Smith>", OK),
            with(
                    "3.3.7 an unknown authentication",
                    "Max-Forwards",
                    "Authorization: Nobody opaque=here\r\nMax-Forwards",
                    OK),
            with("3.3.11 no hops left, but at the end of the way", "Max-Forwards: 70", "Max-Forwards: 0", OK),
            with(
                    "3.3.14 header fields in a Contact",
                    "<sip:alice@192.0.2.1>",
                    "<sip:alice@192.0.2.1?Route=%3Csip:x%3E>",
                    OK),
            new Torture(
                    "3.4.1 as in RFC 2543",
                    PLAIN.replace(";branch=z9hG4bK@ID@", "")
                            .replace(";tag=a1", "")
                            .replace("Max-Forwards: 70\r\n", ""),
                    OK));

    private static final List<Torture> MALFORMED = List.of(
            with("3.1.2.1 empty parameters in Via", ";rport", ";rport;;,;,,", BAD),
            with("3.1.2.1 empty parameters in Contact", "<sip:alice@192.0.2.1>", "<sip:alice@192.0.2.1>;;;;", BAD),
            with("3.1.2.3 a negative length", "Length: 0", "Length: -999", BAD),
            with("3.1.2.3 a length in words", "Length: 0", "Length: five", BAD),
            with("3.1.2.4 a CSeq beyond all bounds", "CSeq: 1", "CSeq: 36893488147419103232", BAD),
            with("3.1.2.4 Max-Forwards beyond its bound", "Forwards: 70", "Forwards: 300", BAD),
            with("3.1.2.6 an open quote", "To: <sip", "To: \"Mr. Bob <sip", BAD),
            with(
                    "3.1.2.7 brackets around the Request-URI",
                    "sip:bob@example.test SIP",
                    "<sip:bob@example.test> SIP",
                    BAD),
            with("3.1.2.8 a space in the Request-URI", "sip:bob@example.test SIP", "sip:bob@example.test; lr SIP", BAD),
            with(
                    "3.1.2.9 two spaces in the first line",
                    "OPTIONS sip:bob@example.test SIP",
                    "OPTIONS  sip:bob@example.test  SIP",
                    BAD),
            with("3.1.2.10 spaces at the end of the first line", "SIP/2.0\r\nVia", "SIP/2.0  \r\nVia", BAD),
            with(
                    "3.1.2.11 header fields in the Request-URI",
                    "sip:bob@example.test SIP",
                    "sip:bob@example.test?Route=%3Csip:x%3E SIP",
                    BAD),
            with(
                    "3.1.2.13 a URI that needs brackets",
                    "<sip:alice@192.0.2.1>",
                    "sip:alice@192.0.2.1?Route=%3Csip:x%3E",
                    BAD),
            with("3.1.2.14 spaces in a URI", "To: <sip:bob@example.test>", "To: \"Bob\" < sip:bob@example.test >", BAD),
            with("3.1.2.15 a display name that needs quotes", "From: <sip", "From: Alice, A. <sip", BAD),
            with("3.1.2.16 an unknown version", "SIP/2.0\r\nVia", "SIP/7.0\r\nVia", "SIP/2.0 505 "),
            with("3.1.2.17 CSeq of another method", "1 OPTIONS", "1 INVITE", BAD),
            with("3.1.2.18 an unknown method and CSeq of another", "OPTIONS sip", "NEWMETHOD sip", BAD),
            with("3.3.1 no To", "To: <sip:bob@example.test>\r\n", "", BAD),
            with("3.3.1 no From", "From: <sip:alice@example.test>;tag=a1\r\n", "", BAD),
            with("3.3.1 no Call-ID", "Call-ID: @ID@\r\n", "", BAD),
            with("3.3.8 two of a kind", "Contact", "t: <sip:carol@example.test>\r\nContact", BAD),
            with(
                    "3.3.9 two lengths",
                    "Content-Length: 0\r\n\r\n",
                    "Content-Length: 13\r\nContent-Length: 5\r\n\r\nwho knows how many",
                    BAD));

    static Stream<Arguments> all() {
        return Stream.of(Transport.values())
                .flatMap(transport -> Stream.concat(WELL_FORMED.stream(), MALFORMED.stream())
                        .map(torture -> Arguments.of(transport, torture)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("all")
    void eachMessageGetsItsClassOfAnswer(Transport transport, Torture torture) {
        try (TestStack server = TestStack.answering(200);
                Peer alice = server.peer(transport)) {
            alice.say(filled(torture.text, transport, alice));

            String answer = alice.hear();

            assertThat(answer).startsWith(torture.answer);
        }
    }

    private static String filled(String text, Transport transport, Peer from) {
        return text.replace("@SENT@", "SIP/2.0/" + transport + " " + from.place())
                .replace("@ID@", "t1");
    }

    static Stream<String> unanswerable() {
        String response = Texts.head(
                "SIP/2.0 200 OK",
                "Via: SIP/2.0/UDP 192.0.2.198;branch=z9hG4bK1324923",
                "Via: SIP/2.0/UDP 255.255.255.255;branch=z9hG4bK1saber23",
                "Call-ID: c",
                "CSeq: 35 OPTIONS",
                "From: <sip:a@example.test>;tag=1",
                "To: <sip:b@example.test>;tag=2",
                "Content-Length: 0");
        return Stream.of(
                response, // RFC 4475, section 3.3.10
                response.replace("200 OK", "4294967301 better not break"), // section 3.1.2.19
                response.replace("CSeq: 35", "CSeq: 9292394834772304023312"), // section 3.1.2.5
                response.replace("200 OK", "200 = 2**3 * 5**2 \u043D\u043E"), // section 3.1.1.12
                response.replace("200 OK", "100 "), // section 3.1.1.13
                PLAIN.replaceFirst("Via: .*\r\n", ""),
                PLAIN.replace("OPTIONS", "ACK").replace("CSeq: 1", "CSeq: one"),
                "\u0000\u0000\u0000\u0000",
                "GET / HTTP/1.1\r\nHost: example.test\r\n\r\n",
                "jaK",
                "\r\n\r\n");
    }

    /** A datagram to which nothing can be said is met with silence; the next request is answered. */
    @ParameterizedTest
    @MethodSource("unanswerable")
    void whatCannotBeAnsweredIsMetWithSilence(String text) {
        try (TestStack server = TestStack.answering(200);
                UdpPeer alice = server.udp()) {
            alice.say(text);
            alice.say(Texts.request("OPTIONS", "UDP", alice.place(), "next"));

            String heard = alice.hear();

            assertThat(heard).startsWith(OK).contains("Call-ID: next@alice");
        }
    }
}
