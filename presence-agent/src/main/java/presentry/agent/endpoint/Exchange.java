package presentry.agent.endpoint;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.agent.model.ReachedBy;
import presentry.agent.model.Watcher;
import presentry.agent.presentity.Answer;
import presentry.sip.message.SipRequest;
import presentry.sip.transaction.IncomingRequest;
import presentry.uri.Aor;

/** A request on its way to its answer. Writes the one line that the log gets: who, whom, what, outcome. */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final IncomingRequest incoming;
    private final RefusalWriter refusals;
    private final AnswerWriter answers;
    private volatile String who;

    Exchange(IncomingRequest incoming, RefusalWriter refusals, AnswerWriter answers) {
        this.incoming = incoming;
        this.refusals = refusals;
        this.answers = answers;
        this.who = "somebody at " + incoming.flow().remote();
    }

    IncomingRequest incoming() {
        return incoming;
    }

    SipRequest request() {
        return incoming.request();
    }

    ReachedBy reachedBy() {
        return Flows.stored(incoming.flow());
    }

    /** From now on the log names the sender. */
    void identified(Watcher watcher) {
        if (watcher.identity().authenticated()) {
            who = watcher.homes().stream().map(Aor::toString).collect(Collectors.joining(", "));
        }
    }

    void refuse(Refusal refusal) {
        answer(refusals.write(request(), refusal));
    }

    void answer(Answer answer) {
        answer(answers.write(request(), answer));
    }

    void answer(Reply reply) {
        log(reply.status() + " " + reply.remark());
        incoming.answer(reply.response());
    }

    /** One line; no body. */
    void log(String outcome) {
        if (LOG.isInfoEnabled()) {
            LOG.info("{} {} by {}: {}", request().method(), logged(request().requestUri()), who, outcome.strip());
        }
    }

    /** The user that a URI names, without its password and parameters. */
    static String logged(String uri) {
        return Aor.parse(uri).map(Aor::toString).orElse("an unreadable URI");
    }
}
