package presentry.launch.control;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where the socket is, and how both sides write on it: one value as JSON, ended by a line feed. */
final class ControlSocket {
    /** A request with the longest password, escaped. */
    static final int MAX_REQUEST_BYTES = 16 << 10;

    /** A list of all users. */
    static final int MAX_REPLY_BYTES = 64 << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private ControlSocket() {}

    static Path in(Path folder) {
        return folder.resolve("control.sock");
    }

    static UnixDomainSocketAddress address(Path path) {
        return UnixDomainSocketAddress.of(path);
    }

    static void write(SocketChannel channel, Object value) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    /**
     * Reads one value.
     *
     * @throws IOException if the line is too long or ends too early
     * @throws tools.jackson.core.JacksonException if it is no such value
     */
    static <T> T read(SocketChannel channel, Class<T> type, int maxBytes) throws IOException {
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0 || line.size() == maxBytes) {
                throw new IOException("a line of at most " + maxBytes + " octets was expected");
            }
            line.write(octet);
        }
        return Optional.ofNullable(JSON.readValue(line.toByteArray(), type))
                .orElseThrow(() -> new IOException("a value was expected"));
    }
}
