package presentry.agent.endpoint;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import presentry.agent.presentity.Command.PublishedBody;
import presentry.sip.message.ParameterizedValue;
import presentry.sip.message.SipRequest;

/** Reads the body of a PUBLISH: bounded, not compressed, UTF-8. What is in it is for the event package to judge. */
final class PublishedBodyReader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What UTF-8 is called, and the character set that is a part of it. */
    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "us-ascii");

    private final int maxBytes;

    PublishedBodyReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** What reading ends in. */
    sealed interface Outcome {
        /**
         * Read.
         *
         * @param body empty if the request has none
         */
        record Read(Optional<PublishedBody> body) implements Outcome {}

        /**
         * Not read.
         *
         * @param refusal why
         */
        record Refused(Refusal refusal) implements Outcome {}
    }

    Outcome read(SipRequest request) {
        byte[] octets = request.body();
        if (octets.length == 0) {
            return new Outcome.Read(Optional.empty());
        }
        if (octets.length > maxBytes) {
            return new Outcome.Refused(new Refusal.BodyTooLarge(maxBytes));
        }
        if (isEncoded(request.headers().list("Content-Encoding"))) {
            return new Outcome.Refused(new Refusal.EncodingNotUnderstood());
        }
        Optional<ParameterizedValue> type = request.headers().parameterized("Content-Type");
        if (type.isEmpty()) {
            return malformed("A body needs a Content-Type"); // RFC 3261, section 20.15
        }
        if (!isReadAsUtf8(type.get())) {
            return new Outcome.Refused(new Refusal.EncodingNotUnderstood());
        }
        return decoded(octets)
                .<Outcome>map(text -> new Outcome.Read(
                        Optional.of(new PublishedBody(type.get().mediaType(), text))))
                .orElseGet(() -> malformed("The body is not UTF-8"));
    }

    private static boolean isEncoded(List<String> encodings) {
        return !encodings.stream().allMatch("identity"::equalsIgnoreCase);
    }

    /** The parameter has more weight than what the document says of itself (RFC 7303, section 3.2). */
    private static boolean isReadAsUtf8(ParameterizedValue type) {
        return type.parameter("charset").map(String::strip).stream()
                .allMatch(charset -> UTF_8.contains(charset.toLowerCase(Locale.ROOT)));
    }

    /** Empty if an octet does not fit: guessing would change what was published. */
    private static Optional<String> decoded(byte[] octets) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static Outcome malformed(String why) {
        return new Outcome.Refused(new Refusal.Malformed(why));
    }
}
