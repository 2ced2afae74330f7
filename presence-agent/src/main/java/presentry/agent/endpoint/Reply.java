package presentry.agent.endpoint;

import java.util.stream.Collectors;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;

/** A response while it is made, and what the log wants to know of it. */
final class Reply {
    private static final int MAX_WARNING = 200;

    private final int status;
    private final SipResponse.Builder response;
    private String remark = "";

    private Reply(int status, SipResponse.Builder response) {
        this.status = status;
        this.response = response;
    }

    static Reply to(SipRequest request, int status) {
        return new Reply(status, SipResponse.answering(request, status));
    }

    Reply header(String name, String value) {
        response.header(name, value);
        return this;
    }

    Reply headers(String name, Iterable<String> values) {
        values.forEach(value -> response.header(name, value));
        return this;
    }

    Reply toTag(String tag) {
        response.toTag(tag);
        return this;
    }

    /** Another reason phrase than the usual one. */
    Reply phrase(String phrase) {
        response.reason(phrase);
        remark = phrase;
        return this;
    }

    /** A sentence for whoever reads the trace of the sender (RFC 3261, section 20.43: 399 is free text). */
    Reply warning(String sentence) {
        String oneLine = sentence.chars()
                .limit(MAX_WARNING)
                .mapToObj(c -> Character.isISOControl(c) ? " " : Character.toString(c))
                .collect(Collectors.joining());
        response.header(
                "Warning", "399 presentry \"" + oneLine.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        remark = oneLine;
        return this;
    }

    /** What the log says beside the status, in place of what the sender is told. */
    Reply remark(String forTheLog) {
        remark = forTheLog;
        return this;
    }

    int status() {
        return status;
    }

    SipResponse.Builder response() {
        return response;
    }

    /** What explains the status, empty if that says it all. */
    String remark() {
        return remark;
    }
}
