package presentry.launch.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place to listen at.
 *
 * @param host a name, an IPv4 address, or an IPv6 address without its brackets
 * @param port 0 to 65535; 0 takes a free one
 */
public record HostPort(String host, int port) {
    private static final Pattern WRITTEN =
            Pattern.compile("(?:\\[(?<v6>[0-9a-fA-F:.]+)]|(?<host>[A-Za-z0-9.-]+)):(?<port>[0-9]{1,5})");
    private static final int HIGHEST_PORT = 65535;

    /** @throws IllegalArgumentException if the port is none; a defect, {@link #parse} checks first */
    public HostPort {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }

    /** Reads {@code host:port}, an IPv6 address in brackets; empty if it is not written so. */
    public static Optional<HostPort> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(written.group("port"));
        if (port > HIGHEST_PORT) {
            return Optional.empty();
        }
        String v6 = written.group("v6");
        return Optional.of(new HostPort(v6 == null ? written.group("host") : v6, port));
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }
}
