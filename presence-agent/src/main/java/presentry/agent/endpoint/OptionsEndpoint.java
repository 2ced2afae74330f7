package presentry.agent.endpoint;

import java.util.stream.Collectors;
import presentry.agent.event.EventPackages;
import presentry.agent.model.Watcher;
import presentry.agent.shard.DialogTag;
import presentry.sip.message.SipRequest;

/** OPTIONS (RFC 3261, section 11.2; RFC 3903, section 7): what this server understands, told to everybody. */
final class OptionsEndpoint implements Endpoint {
    private final EventPackages packages;

    OptionsEndpoint(EventPackages packages) {
        this.packages = packages;
    }

    /** Inside a dialog the answer is the same; whether one of ours still lives, only SUBSCRIBE asks. */
    @Override
    public void received(Exchange exchange, Watcher sender) {
        SipRequest request = exchange.request();
        if (ServedUsers.isOfAnotherScheme(request.requestUri())) {
            exchange.refuse(new Refusal.UnsupportedScheme());
            return;
        }
        if (request.to().tag().filter(tag -> DialogTag.shardOf(tag).isEmpty()).isPresent()) {
            exchange.refuse(new Refusal.NoSuchDialog());
            return;
        }
        exchange.answer(Reply.to(request, 200)
                .header("Allow", RefusalWriter.ALLOW)
                .header("Accept", publishTypes())
                .header("Accept-Encoding", "identity")
                .header("Accept-Language", "*")
                .header("Supported", "")
                .header("Allow-Events", RefusalWriter.allowEvents(packages)));
    }

    /** What a body may be that is sent to us. */
    private String publishTypes() {
        return packages.all().stream()
                .flatMap(one -> one.publishTypes().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
