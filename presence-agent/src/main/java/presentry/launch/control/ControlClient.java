package presentry.launch.control;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** The side of the command. */
public final class ControlClient {
    private ControlClient() {}

    /** Hands a request to the server of that data folder; empty if none listens there. */
    public static Optional<ControlReply> ask(Path folder, ControlRequest request) {
        Path socket = ControlSocket.in(folder);
        if (!Files.exists(socket)) {
            return Optional.empty();
        }
        try (SocketChannel channel = SocketChannel.open(ControlSocket.address(socket))) {
            ControlSocket.write(channel, request);
            return Optional.of(ControlSocket.read(channel, ControlReply.class, ControlSocket.MAX_REPLY_BYTES));
        } catch (ConnectException leftBehind) {
            return Optional.empty(); // by a server that was killed
        } catch (IOException | JacksonException e) {
            return Optional.of(ControlReply.refused(
                    "The server did not answer on " + socket + " (" + e.getMessage() + "): look at its log."));
        }
    }
}
