package presentry.sip.message;

import java.net.Inet6Address;
import java.net.InetAddress;

/** How an address is written in SIP. */
public final class HostText {
    private HostText() {}

    /** The address without brackets, as {@code received} has it (RFC 3261, section 25.1: via-received). */
    public static String of(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    /** The address as a host of a URI or a sent-by, an IPv6 one in brackets. */
    public static String host(InetAddress address) {
        return address instanceof Inet6Address ? "[" + of(address) + "]" : of(address);
    }
}
