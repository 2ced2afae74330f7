package presentry.sip;

import java.io.Closeable;

/** The other side of a test: a bare socket that says and hears text. */
interface Peer extends Closeable {
    /** Sends {@code text} as it is, in UTF-8. */
    void say(String text);

    /** The next whole message; fails if none comes in some seconds. */
    String hear();

    /** Host and port of this side. */
    String place();

    @Override
    void close();
}
