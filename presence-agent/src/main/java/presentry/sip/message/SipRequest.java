package presentry.sip.message;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A request (RFC 3261, section 7.1). It always has a well-formed From, To, Call-ID and CSeq; the readers and the builder
 * see to that. Immutable, but for the body array, which nobody writes to.
 */
public final class SipRequest implements SipMessage {
    private static final long LARGEST_DELTA_SECONDS = 0xFFFF_FFFFL;

    /** What every request is told apart by. */
    record Identity(NameAddress from, NameAddress to, String callId, long cseq) {}

    private final String method;
    private final String requestUri;
    private final SipHeaders headers;
    private final byte[] body;
    private final Identity identity;

    private SipRequest(String method, String requestUri, SipHeaders headers, byte[] body, Identity identity) {
        this.method = method;
        this.requestUri = requestUri;
        this.headers = headers;
        this.body = body;
        this.identity = identity;
    }

    /** A request whose parts the reader has checked. */
    static SipRequest read(String method, String requestUri, SipHeaders headers, byte[] body, Identity identity) {
        return new SipRequest(method, requestUri, headers, body, identity);
    }

    /** A builder for a new request; From, To, Call-ID and CSeq must be given, Max-Forwards 70 is added if none is. */
    public static Builder builder(String method, String requestUri) {
        return new Builder(method, requestUri, SipHeaders.builder(), new byte[0], Optional.empty(), Optional.empty());
    }

    /** A builder that begins with this request. */
    public Builder toBuilder() {
        return new Builder(
                method, requestUri, headers.toBuilder(), body, Optional.of(identity.from), Optional.of(identity.to));
    }

    /** This request as the server transport hands it on: {@code topVia} in the place of its topmost Via. */
    public SipRequest withTopVia(String topVia) {
        SipHeaders changed = headers.toBuilder().replaceTop("Via", topVia).build();
        return new SipRequest(method, requestUri, changed, body, identity);
    }

    /** This request with one more Via on top, as it is sent (RFC 3261, section 18.1.1). */
    public SipRequest withVia(String via) {
        SipHeaders changed = headers.toBuilder().addFirst("Via", via).build();
        return new SipRequest(method, requestUri, changed, body, identity);
    }

    /** The method, in the case it was written; methods compare with case (RFC 3261, section 7.1). */
    public String method() {
        return method;
    }

    /** The Request-URI exactly as it was written. */
    public String requestUri() {
        return requestUri;
    }

    @Override
    public SipHeaders headers() {
        return headers;
    }

    @Override
    public byte[] body() {
        return body;
    }

    /** The From header field. */
    public NameAddress from() {
        return identity.from;
    }

    /** The To header field. */
    public NameAddress to() {
        return identity.to;
    }

    /** The Call-ID. */
    public String callId() {
        return identity.callId;
    }

    /** The number of the CSeq header field, 0 to 2^31 - 1; its method is {@link #method()}. */
    public long cseq() {
        return identity.cseq;
    }

    /** The first address of the Contact header fields; nothing if there is none, if it cannot be read, or if it is a star. */
    public Optional<NameAddress> contact() {
        return headers.list("Contact").stream().findFirst().flatMap(NameAddress::parse);
    }

    /**
     * The Expires header field in seconds, 0 to 2^32 - 1: a larger number counts as the largest. A request in
     * which it cannot be read is refused before it gets here (RFC 3261, section 20.19).
     */
    public OptionalLong expires() {
        return headers.first("Expires").map(SipRequest::deltaSeconds).orElse(OptionalLong.empty());
    }

    /** The Route header fields, topmost first; those that cannot be read are left out. */
    public List<NameAddress> routes() {
        return headers.list("Route").stream()
                .map(NameAddress::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    private static OptionalLong deltaSeconds(String text) {
        long seconds = Digits.value(text, LARGEST_DELTA_SECONDS);
        return seconds < 0 ? OptionalLong.empty() : OptionalLong.of(seconds);
    }

    @Override
    public String toString() {
        return method + " " + requestUri + " (" + callId() + ", CSeq " + cseq() + ")";
    }

    /** Collects the parts of a request. */
    public static final class Builder {
        private final String method;
        private String requestUri;
        private final SipHeaders.Builder headers;
        private byte[] body;
        /** From and To where they are known already, so that their texts need not be read again. */
        private Optional<NameAddress> from;

        private Optional<NameAddress> to;

        private Builder(
                String method,
                String requestUri,
                SipHeaders.Builder headers,
                byte[] body,
                Optional<NameAddress> from,
                Optional<NameAddress> to) {
            this.method = method;
            this.requestUri = requestUri;
            this.headers = headers;
            this.body = body;
            this.from = from;
            this.to = to;
        }

        /** Sets another Request-URI. */
        public Builder requestUri(String uri) {
            this.requestUri = uri;
            return this;
        }

        /** The text of the From header field with its tag. */
        public Builder from(String text) {
            return replaceHeader("From", text);
        }

        /** The From header field with its tag. */
        public Builder from(NameAddress address) {
            headers.set("From", address.text());
            from = Optional.of(address);
            return this;
        }

        /** The text of the To header field, with the tag of the other side inside a dialog. */
        public Builder to(String text) {
            return replaceHeader("To", text);
        }

        /** The To header field, with the tag of the other side inside a dialog. */
        public Builder to(NameAddress address) {
            headers.set("To", address.text());
            to = Optional.of(address);
            return this;
        }

        /** The Call-ID. */
        public Builder callId(String callId) {
            headers.set("Call-ID", callId);
            return this;
        }

        /** The number of the CSeq, 0 to 2^31 - 1. */
        public Builder cseq(long number) {
            headers.set("CSeq", number + " " + method);
            return this;
        }

        /** Adds a header field after those already there. */
        public Builder header(String name, String value) {
            headers.add(name, value);
            return this;
        }

        /** Replaces all header fields of that name by one. */
        public Builder replaceHeader(String name, String value) {
            headers.set(name, value);
            readAgain(name);
            return this;
        }

        /** Removes all header fields of that name. */
        public Builder removeHeader(String name) {
            headers.remove(name);
            readAgain(name);
            return this;
        }

        private void readAgain(String name) {
            switch (HeaderNames.canonical(name)) {
                case "From" -> from = Optional.empty();
                case "To" -> to = Optional.empty();
                default -> {}
            }
        }

        /** Removes the topmost Route, which must be there (RFC 3261, section 16.4). */
        public Builder removeTopRoute() {
            headers.removeTop("Route");
            return this;
        }

        /** The body and its media type; the array is not copied and must not be changed afterwards. */
        public Builder body(String contentType, byte[] bytes) {
            headers.set("Content-Type", contentType);
            this.body = bytes;
            return this;
        }

        /**
         * The request.
         *
         * @throws IllegalStateException if From, To, Call-ID or CSeq is missing or cannot be read; a defect of the caller
         */
        public SipRequest build() {
            if (!headers.contains("Max-Forwards")) {
                headers.add("Max-Forwards", "70"); // RFC 3261, section 8.1.1.6
            }
            SipHeaders built = headers.build();
            CSeq cseq = CSeq.of(built);
            if (!cseq.isReadable()) {
                throw incomplete("CSeq");
            }
            Identity identity = new Identity(
                    from.orElseGet(() -> address(built, "From")),
                    to.orElseGet(() -> address(built, "To")),
                    built.first("Call-ID").orElseThrow(() -> incomplete("Call-ID")),
                    cseq.number());
            return new SipRequest(method, requestUri, built, body, identity);
        }

        private NameAddress address(SipHeaders built, String name) {
            return built.first(name).flatMap(NameAddress::parse).orElseThrow(() -> incomplete(name));
        }

        private IllegalStateException incomplete(String name) {
            return new IllegalStateException("the " + method + " has no readable " + name);
        }
    }
}
