package presentry.sip.message;

import java.util.Optional;
import java.util.Set;

/** A response (RFC 3261, section 7.2). Immutable, but for the body array, which nobody writes to. */
public final class SipResponse implements SipMessage {
    private final int status;
    private final String reason;
    private final SipHeaders headers;
    private final byte[] body;

    private SipResponse(int status, String reason, SipHeaders headers, byte[] body) {
        this.status = status;
        this.reason = reason;
        this.headers = headers;
        this.body = body;
    }

    /**
     * A response to {@code request} with its Via, From, To, Call-ID and CSeq (RFC 3261, section 8.2.6.2).
     *
     * @param status 100 to 699
     */
    public static Builder answering(SipRequest request, int status) {
        return new Builder(request.headers(), request.to().tag(), status);
    }

    /** A response to what is like a request: those of the five header fields that it has. */
    public static Builder refusing(SipHeaders requestHeaders, int status) {
        Optional<String> tag =
                requestHeaders.first("To").flatMap(NameAddress::parse).flatMap(NameAddress::tag);
        return new Builder(requestHeaders, tag, status);
    }

    /** A response whose parts the reader has checked. */
    static SipResponse read(int status, String reason, SipHeaders headers, byte[] body) {
        return new SipResponse(status, reason, headers, body);
    }

    /** This response as it goes upstream: without its topmost Via (RFC 3261, section 16.7, item 3). */
    public SipResponse withoutTopVia() {
        return new SipResponse(
                status, reason, headers.toBuilder().removeTop("Via").build(), body);
    }

    /** The status code, 100 to 699. */
    public int status() {
        return status;
    }

    /** The reason phrase. */
    public String reason() {
        return reason;
    }

    /** Whether it ends the transaction: 200 and above. */
    public boolean isFinal() {
        return status >= 200;
    }

    @Override
    public SipHeaders headers() {
        return headers;
    }

    @Override
    public byte[] body() {
        return body;
    }

    /** The To header field; nothing if it is missing or cannot be read. */
    public Optional<NameAddress> to() {
        return headers.first("To").flatMap(NameAddress::parse);
    }

    @Override
    public String toString() {
        return status + " " + reason;
    }

    /** Collects the parts of a response. */
    public static final class Builder {
        private static final Set<String> COPIED = Set.of("Via", "From", "To", "Call-ID", "CSeq");

        private final int status;
        private String reason;
        private final SipHeaders.Builder headers = SipHeaders.builder();
        private final boolean toHasTag;
        private Optional<String> toTag = Optional.empty();
        private byte[] body = new byte[0];

        private Builder(SipHeaders request, Optional<String> tagOfTo, int status) {
            this.status = status;
            this.reason = ReasonPhrases.of(status);
            this.toHasTag = tagOfTo.isPresent();
            for (SipHeaders.Line line : request.lines()) {
                if (COPIED.contains(line.name())) {
                    headers.copy(line);
                }
            }
        }

        /** Another reason phrase than the usual one. */
        public Builder reason(String phrase) {
            this.reason = phrase;
            return this;
        }

        /** The tag to add to To if the request had none (RFC 3261, section 8.2.6.2); the last one given counts. */
        public Builder toTag(String tag) {
            this.toTag = Optional.of(tag);
            return this;
        }

        /** Whether the To header field will carry a tag. */
        public boolean hasToTag() {
            return toHasTag || toTag.isPresent();
        }

        /** Adds a header field after those already there. */
        public Builder header(String name, String value) {
            headers.add(name, value);
            return this;
        }

        /** The body and its media type; the array is not copied and must not be changed afterwards. */
        public Builder body(String contentType, byte[] bytes) {
            headers.set("Content-Type", contentType);
            this.body = bytes;
            return this;
        }

        /** The response. */
        public SipResponse build() {
            SipHeaders built = headers.build();
            Optional<String> to = built.first("To");
            if (!toHasTag && toTag.isPresent() && to.isPresent()) {
                built = built.toBuilder()
                        .set("To", to.get() + ";tag=" + toTag.get())
                        .build();
            }
            return new SipResponse(status, reason, built, body);
        }
    }
}
