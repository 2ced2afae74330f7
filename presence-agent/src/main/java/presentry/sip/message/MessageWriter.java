package presentry.sip.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes messages as they travel (RFC 3261, section 7), always with Content-Length (section 18.3). */
public final class MessageWriter {
    private static final String VERSION = " SIP/2.0\r\n";
    private static final String BETWEEN = ": ";
    private static final String END = "\r\n";
    private static final String CONTENT_LENGTH = "Content-Length: ";
    private static final String END_OF_HEAD = "\r\n\r\n";

    private byte[] bytes;
    private int length;

    private MessageWriter(int expectedBytes) {
        this.bytes = new byte[expectedBytes];
    }

    /** The bytes of {@code message}. */
    public static byte[] write(SipMessage message) {
        MessageWriter writer = new MessageWriter(1024 + message.body().length);
        switch (message) {
            case SipRequest request -> {
                writer.text(request.method());
                writer.text(" ");
                writer.text(request.requestUri());
                writer.text(VERSION);
            }
            case SipResponse response -> {
                writer.text("SIP/2.0 ");
                writer.text(Integer.toString(response.status()));
                writer.text(" ");
                writer.text(response.reason());
                writer.text(END);
            }
        }
        writer.headers(message);
        return writer.finish(message.body());
    }

    /** How many bytes {@link #write} makes of a request. */
    public static int length(SipRequest request) {
        int length = encodedLength(request.method()) + 1 + encodedLength(request.requestUri()) + VERSION.length();
        for (SipHeaders.Line line : request.headers().lines()) {
            length += encodedLength(line.name()) + BETWEEN.length() + encodedLength(line.value()) + END.length();
        }
        int body = request.body().length;
        return length + CONTENT_LENGTH.length() + Integer.toString(body).length() + END_OF_HEAD.length() + body;
    }

    /** In UTF-8; the halves of a letter beyond the first plane make two bytes each. */
    private static int encodedLength(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            length += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return length;
    }

    private void headers(SipMessage message) {
        for (SipHeaders.Line line : message.headers().lines()) {
            text(line.name());
            text(BETWEEN);
            text(line.value());
            text(END);
        }
        text(CONTENT_LENGTH);
        text(Integer.toString(message.body().length));
        text(END_OF_HEAD);
    }

    private byte[] finish(byte[] body) {
        byte[] whole = Arrays.copyOf(bytes, length + body.length);
        System.arraycopy(body, 0, whole, length, body.length);
        return whole;
    }

    /** ASCII goes byte by byte, all else through the encoder. */
    private void text(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                encoded(text.substring(i));
                return;
            }
            bytes[length++] = (byte) c;
        }
    }

    private void encoded(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
