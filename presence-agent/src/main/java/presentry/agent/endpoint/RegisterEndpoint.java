package presentry.agent.endpoint;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import presentry.agent.endpoint.RegisteredContacts.Contact;
import presentry.agent.model.Watcher;
import presentry.sip.message.NameAddress;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipUri;
import presentry.uri.Aor;

/**
 * REGISTER (RFC 3261, section 10.3), as far as phones need it to begin: each registers for himself and is told what is kept. To
 * names the user; which of our names the Request-URI has does not matter.
 */
final class RegisterEndpoint implements Endpoint {
    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final String ALL = "*";

    private final ServedUsers users;
    private final RegisteredContacts contacts;

    RegisterEndpoint(ServedUsers users, RegisteredContacts contacts) {
        this.users = users;
        this.contacts = contacts;
    }

    @Override
    public void received(Exchange exchange, Watcher sender) {
        SipRequest request = exchange.request();
        Optional<ServedUser> user = users.find(request.to().uri());
        if (!user.map(ServedUser::home).filter(sender::is).isPresent()) { // step 4, before step 5 tells who is known
            exchange.refuse(new Refusal.NotYourAddress());
            return;
        }
        Aor home = user.get().home();
        switch (lifetimes(request, home)) {
            case Asked.Refused(Refusal refusal) -> exchange.refuse(refusal);
            case Asked.Change(var lifetimes) -> change(exchange, home, lifetimes);
        }
    }

    private void change(Exchange exchange, Aor home, Map<String, Duration> lifetimes) {
        SipRequest request = exchange.request();
        switch (contacts.change(home, lifetimes, request.callId(), request.cseq())) {
            case RegisteredContacts.Outcome.Changed() -> exchange.answer(listed(request, contacts.of(home)));
            case RegisteredContacts.Outcome.Overtaken() -> exchange.refuse(new Refusal.Overtaken());
            case RegisteredContacts.Outcome.TooMany() -> exchange.refuse(new Refusal.TooManyContacts());
        }
    }

    /** Step 8: all that is kept now, each with the seconds that are left. */
    private Reply listed(SipRequest request, List<Contact> kept) {
        List<String> values = kept.stream()
                .map(contact -> "<" + contact.uri() + ">;expires="
                        + contacts.left(contact).toSeconds())
                .toList();
        return Reply.to(request, 200).headers("Contact", values);
    }

    private sealed interface Asked {
        record Change(Map<String, Duration> lifetimes) implements Asked {}

        record Refused(Refusal refusal) implements Asked {}
    }

    /** Steps 6 and 7: what the request says about which contact. */
    private Asked lifetimes(SipRequest request, Aor home) {
        List<String> values = request.headers().list("Contact");
        Optional<Duration> forAll = Expiry.asked(request);
        Map<String, Duration> lifetimes = new LinkedHashMap<>();
        if (values.contains(ALL)) {
            if (values.size() > 1 || !forAll.equals(Optional.of(Duration.ZERO))) {
                return malformed("Contact * stands alone and with Expires: 0");
            }
            contacts.of(home).forEach(contact -> lifetimes.put(contact.uri(), Duration.ZERO));
            return new Asked.Change(lifetimes);
        }
        for (String value : values) {
            Optional<NameAddress> contact = NameAddress.parse(value)
                    .filter(address -> SipUri.parse(address.uri()).isPresent());
            if (contact.isEmpty()) {
                return malformed("Contact must be sip or sips URIs");
            }
            Duration asked = asked(contact.get()).or(() -> forAll).orElse(USUAL);
            if (asked.isPositive() && asked.compareTo(SHORTEST) < 0) {
                return new Asked.Refused(new Refusal.TooBrief(SHORTEST));
            }
            lifetimes.put(contact.get().uri(), asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
        }
        return new Asked.Change(lifetimes);
    }

    private static Asked malformed(String why) {
        return new Asked.Refused(new Refusal.Malformed(why));
    }

    /** Section 20.10: what cannot be read counts as an hour; beyond any use means as long as possible. */
    private static Optional<Duration> asked(NameAddress contact) {
        return Optional.ofNullable(contact.parameters().get("expires"))
                .map(text -> text.matches("[0-9]{1,10}") ? Duration.ofSeconds(Long.parseLong(text)) : USUAL);
    }
}
