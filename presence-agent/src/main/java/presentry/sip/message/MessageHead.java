package presentry.sip.message;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The start line and the header fields as they were cut apart, before anything is asked of them (RFC 3261, section 7).
 * Lines end with CR and LF; a line that begins with white space continues the one before (section 7.3.1).
 *
 * @param startLine without its end; empty if there is none
 * @param headers those that could be read, Content-Length among them
 * @param fault the first thing that was wrong
 */
public record MessageHead(String startLine, SipHeaders headers, Optional<Fault> fault) {
    /**
     * The head in {@code bytes}.
     *
     * @param length how many of the bytes belong to it; the empty line at the end may be among them
     */
    public static MessageHead read(byte[] bytes, int length) {
        return new Cutter(new String(bytes, 0, length, StandardCharsets.UTF_8)).cut();
    }

    /** This head with a fault found by others; one that is there already stays. */
    public MessageHead withFault(Fault other) {
        return fault.isPresent() ? this : new MessageHead(startLine, headers, Optional.of(other));
    }

    /** Where the body ends, a body of more than {@code maxBodyBytes} being a fault. */
    public ContentLength contentLength(int maxBodyBytes) {
        return ContentLength.of(headers, maxBodyBytes);
    }

    /** Walks through the text once. */
    private static final class Cutter {
        private final String text;
        private final SipHeaders.Builder headers = SipHeaders.builder();
        private Optional<Fault> fault = Optional.empty();

        Cutter(String text) {
            this.text = text;
        }

        MessageHead cut() {
            int end = endOfLine(0);
            String startLine = text.substring(0, end);
            if (text.indexOf('\uFFFD') >= 0) {
                wrong("Not UTF-8"); // RFC 3261, section 7
            }
            int start = end + 2;
            while (start < text.length()) {
                end = endOfLine(start);
                if (end == start) {
                    break;
                }
                int next = end + 2;
                boolean folded = false;
                while (next < text.length() && isBlank(text.charAt(next))) {
                    end = endOfLine(next);
                    next = end + 2;
                    folded = true;
                }
                line(start, end, folded);
                start = next;
            }
            return new MessageHead(startLine, headers.build(), fault);
        }

        private int endOfLine(int from) {
            int end = text.indexOf("\r\n", from);
            return end < 0 ? text.length() : end;
        }

        private void line(int start, int end, boolean folded) {
            int colon = text.indexOf(':', start);
            int nameEnd = colon;
            while (nameEnd > start && isBlank(text.charAt(nameEnd - 1))) {
                nameEnd--;
            }
            String name = text.substring(start, Math.max(start, nameEnd));
            if (colon < 0 || colon >= end || !HeaderText.isToken(name)) {
                wrong("Bad Header Line");
                return;
            }
            String value = text.substring(colon + 1, end).strip();
            if (folded) {
                value = unfold(value);
            }
            if (hasControl(value)) {
                wrong("Control Character in Header");
                return;
            }
            headers.read(name, value);
        }

        private void wrong(String reason) {
            if (fault.isEmpty()) {
                fault = Optional.of(Fault.badRequest(reason));
            }
        }

        /** Each line end with the white space around it becomes one space (RFC 3261, section 7.3.1). */
        private static String unfold(String value) {
            StringBuilder out = new StringBuilder(value.length());
            for (String line : value.split("\r\n", -1)) {
                String part = line.strip();
                if (!out.isEmpty() && !part.isEmpty()) {
                    out.append(' ');
                }
                out.append(part);
            }
            return out.toString();
        }

        /** A quoted pair may stand for a control character, but not for a line end (RFC 3261, section 25.1). */
        private static boolean hasControl(String value) {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                boolean escaped = i > 0 && value.charAt(i - 1) == '\\' && c != '\r' && c != '\n';
                if (((c < ' ' && c != '\t') || c == 0x7F) && !escaped) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t';
        }
    }
}
