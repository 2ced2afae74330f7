package presentry.agent.endpoint;

import java.util.Optional;
import presentry.agent.model.Watcher;
import presentry.agent.presentity.Answer;
import presentry.agent.presentity.Command;
import presentry.agent.shard.CommandSink;
import presentry.sip.ForwardStart;
import presentry.sip.message.SipRequest;
import presentry.sip.routing.Target;
import presentry.sip.transaction.TransactionEnd;
import presentry.uri.Aor;

/**
 * MESSAGE (RFC 3428, section 6): asks the recipient's rules, and passes on what they let pass. This server delivers nothing
 * itself, so it never answers with a 2xx of its own: whoever has the message says so.
 */
final class MessageEndpoint implements Endpoint {
    private final ServedUsers users;
    private final CommandSink sink;
    private final Forwarder forwarder;
    private final Optional<String> nextHop;
    private final RegisteredContacts contacts;

    MessageEndpoint(
            ServedUsers users,
            CommandSink sink,
            Forwarder forwarder,
            Optional<String> nextHop,
            RegisteredContacts contacts) {
        this.users = users;
        this.sink = sink;
        this.forwarder = forwarder;
        this.nextHop = nextHop;
        this.contacts = contacts;
    }

    @Override
    public void received(Exchange exchange, Watcher sender) {
        SipRequest request = exchange.request();
        Optional<ServedUser> recipient = users.find(request.requestUri());
        if (recipient.isEmpty()) {
            exchange.refuse(users.whyNot(request.requestUri()));
            return;
        }
        Aor home = recipient.get().home();
        sink.tell(home, new Command.Message(answer -> decided(exchange, home, answer), sender));
    }

    private void decided(Exchange exchange, Aor recipient, Answer answer) {
        if (answer instanceof Answer.MayPass) {
            passOn(exchange, nextHop.<Target>map(Target.NextHop::new).or(() -> contact(recipient)));
        } else {
            exchange.answer(answer);
        }
    }

    private Optional<Target> contact(Aor recipient) {
        return contacts.newest(recipient).map(Target.Contact::new);
    }

    private void passOn(Exchange exchange, Optional<Target> to) {
        switch (forwarder.forward(exchange.incoming(), to, end -> exchange.log(passedOn(end)))) {
            case ForwardStart.Forwarding() -> {} // the log hears how it ends
            case ForwardStart.Answered(int status) -> exchange.log(status + " by the rules of forwarding");
            case ForwardStart.NoNextHop() -> exchange.refuse(new Refusal.NoNextHop());
        }
    }

    private static String passedOn(TransactionEnd end) {
        return switch (end) {
            case TransactionEnd.Answered(var response) -> "passed on, " + response.status();
            case TransactionEnd.TimedOut() -> "passed on, no answer";
            case TransactionEnd.Unreachable(String reason) -> "could not be passed on: " + reason;
        };
    }
}
