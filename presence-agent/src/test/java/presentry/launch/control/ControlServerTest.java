package presentry.launch.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlServerTest {
    private static final ControlRequest REQUEST = ControlRequest.addUser("sip:alice@example.com", "p\u00e4ss\"\n");

    @TempDir
    private Path folder;

    @Test
    void whatIsAskedArrivesAndIsAnswered() throws IOException {
        try (ControlServer server = ControlServer.open(folder, request -> ControlReply.done(request.password()))) {
            assertThat(server).isNotNull();
            assertThat(ControlClient.ask(folder, REQUEST)).contains(ControlReply.done("p\u00e4ss\"\n"));
        }
    }

    @Test
    void onlyTheOwnerMayOpenIt() throws IOException {
        try (ControlServer server = ControlServer.open(folder, request -> ControlReply.done(""))) {
            assertThat(server).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ControlSocket.in(folder))))
                    .isEqualTo("rw-------");
            assertThat(filesOf(folder)).containsExactly("control.sock");
        }
    }

    @Test
    void withoutAServerThereIsNoAnswer() throws IOException {
        assertThat(ControlClient.ask(folder, REQUEST)).isEmpty();

        ControlServer.open(folder, request -> ControlReply.done("")).close();

        assertThat(ControlClient.ask(folder, REQUEST)).isEmpty();
        assertThat(filesOf(folder)).isEmpty();
    }

    /** A server that was killed leaves its socket behind. */
    @Test
    void aSocketWithoutAServerIsReplaced() throws IOException {
        Files.createFile(ControlSocket.in(folder));

        try (ControlServer server = ControlServer.open(folder, request -> ControlReply.done("here"))) {
            assertThat(server).isNotNull();
            assertThat(ControlClient.ask(folder, REQUEST)).contains(ControlReply.done("here"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage\n", "\n", "{\"verb\":\"UNKNOWN\"}\n", "[]\n", "null\n"})
    void whatCannotBeReadIsNotAnsweredAndHarmsNobody(String line) throws IOException {
        try (ControlServer server = ControlServer.open(folder, request -> ControlReply.done("here"))) {
            assertThat(server).isNotNull();
            assertThat(rawAnswer(line)).isEmpty();
            assertThat(ControlClient.ask(folder, REQUEST)).contains(ControlReply.done("here"));
        }
    }

    @Test
    void aRequestBeyondTheBoundIsNotAnswered() throws IOException {
        try (ControlServer server = ControlServer.open(folder, request -> ControlReply.done("here"))) {
            assertThat(server).isNotNull();
            assertThat(ControlClient.ask(folder, ControlRequest.removeUser("x".repeat(20_000))))
                    .hasValueSatisfying(reply -> assertThat(reply.done()).isFalse());
        }
    }

    @Test
    void aPathTooLongForASocketIsRefused() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("d".repeat(120)));

        assertThatThrownBy(() -> ControlServer.open(deep, request -> ControlReply.done("")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too long");
        assertThat(filesOf(deep)).isEmpty();
    }

    private String rawAnswer(String line) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(ControlSocket.in(folder)))) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            ByteBuffer answer = ByteBuffer.allocate(1000);
            int count = channel.read(answer);
            return count <= 0 ? "" : new String(answer.array(), 0, count, StandardCharsets.UTF_8);
        }
    }

    private static List<String> filesOf(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
