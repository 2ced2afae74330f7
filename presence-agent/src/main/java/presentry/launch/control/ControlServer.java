package presentry.launch.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The side of the server: a Unix domain socket of mode 0600, so whoever can open it could as well write the database. A few
 * connections at a time, each for one request and some seconds.
 */
public final class ControlServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final int AT_A_TIME = 8;
    private static final int SECONDS_EACH = 10;

    private final Path socket;
    private final ServerSocketChannel channel;
    private final Function<ControlRequest, ControlReply> commands;
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private ControlServer(Path socket, ServerSocketChannel channel, Function<ControlRequest, ControlReply> commands) {
        this.socket = socket;
        this.channel = channel;
        this.commands = commands;
    }

    /**
     * Listens in a data folder that this process has locked.
     *
     * @param commands executes a request; may wait for the disk
     * @throws IOException if it cannot; the message says why: most likely the path of the folder is too long for a socket
     */
    public static ControlServer open(Path folder, Function<ControlRequest, ControlReply> commands) throws IOException {
        Path socket = ControlSocket.in(folder);
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            bind(channel, folder, socket);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        ControlServer server = new ControlServer(socket, channel, commands);
        server.threads.execute(server::accept);
        return server;
    }

    /** A socket is born with the mode of the umask, so it is born where nobody else can go, and moved out afterwards. */
    private static void bind(ServerSocketChannel channel, Path folder, Path socket) throws IOException {
        Path nursery = Files.createTempDirectory(
                folder, "s", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path born = nursery.resolve("s");
        try {
            channel.bind(ControlSocket.address(born));
            Files.setPosixFilePermissions(born, PosixFilePermissions.fromString("rw-------"));
            Files.move(born, socket, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(born);
            Files.delete(nursery);
        }
    }

    private void accept() {
        try {
            while (true) {
                free.acquire();
                SocketChannel client = channel.accept();
                threads.execute(() -> serve(client));
            }
        } catch (ClosedChannelException closed) {
            LOG.debug("The control socket is closed");
        } catch (IOException e) {
            LOG.warn("The control socket accepts nobody any more: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(SocketChannel client) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        CompletableFuture<Void> closed = end.completeOnTimeout(null, SECONDS_EACH, TimeUnit.SECONDS)
                .whenComplete((nothing, never) -> close(client));
        try {
            ControlRequest request = ControlSocket.read(client, ControlRequest.class, ControlSocket.MAX_REQUEST_BYTES);
            ControlReply reply = commands.apply(request);
            LOG.info("By the control socket: {}: {}", request, reply.done() ? "done" : "refused");
            ControlSocket.write(client, reply);
        } catch (JacksonException e) {
            LOG.warn("A request by the control socket could not be read: {}", e.getOriginalMessage());
        } catch (IOException e) {
            LOG.warn("A request by the control socket was not answered: {}", e.getMessage());
        } finally {
            end.complete(null);
            closed.join();
            free.release();
        }
    }

    private static void close(SocketChannel client) {
        try {
            client.close();
        } catch (IOException e) {
            LOG.debug("a connection does not close: {}", e.getMessage());
        }
    }

    /** Takes the socket away and ends what is under way. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(socket);
        channel.close();
        threads.shutdownNow();
    }
}
