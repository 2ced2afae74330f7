package presentry.crash;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A disk of some megabytes in memory, mounted at a folder; only some users may mount one. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Empty if this user may not mount one. */
    static Optional<SmallDisk> mounted(Path folder) throws IOException {
        Files.createDirectory(folder);
        int status = execute("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder.toString());
        return status == 0 ? Optional.of(new SmallDisk(folder)) : Optional.empty();
    }

    /** Takes all the room that is left. */
    void fill() throws IOException {
        try (OutputStream filler = Files.newOutputStream(filler())) {
            byte[] octets = new byte[4096];
            while (true) {
                filler.write(octets);
            }
        } catch (IOException full) {
            if (Files.size(filler()) == 0) {
                throw full;
            }
        }
    }

    /** Gives it back. */
    void empty() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private static int execute(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void close() throws IOException {
        execute("umount", "--lazy", folder.toString());
    }
}
