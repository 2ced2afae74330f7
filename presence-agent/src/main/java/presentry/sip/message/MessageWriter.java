package presentry.sip.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes messages as they travel (RFC 3261, section 7), always with Content-Length (section 18.3). */
public final class MessageWriter {
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
                writer.text(" SIP/2.0\r\n");
            }
            case SipResponse response -> {
                writer.text("SIP/2.0 ");
                writer.text(Integer.toString(response.status()));
                writer.text(" ");
                writer.text(response.reason());
                writer.text("\r\n");
            }
        }
        writer.headers(message);
        return writer.finish(message.body());
    }

    private void headers(SipMessage message) {
        for (SipHeaders.Line line : message.headers().lines()) {
            text(line.name());
            text(": ");
            text(line.value());
            text("\r\n");
        }
        text("Content-Length: ");
        text(Integer.toString(message.body().length));
        text("\r\n\r\n");
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
