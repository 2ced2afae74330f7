package presentry.agent.endpoint;

import java.util.List;
import java.util.Optional;
import presentry.agent.event.EventPackage;
import presentry.agent.event.EventPackages;
import presentry.agent.model.EventName;
import presentry.agent.model.Rates;
import presentry.sip.message.ParameterizedValue;
import presentry.sip.message.SipRequest;

/**
 * What an Event header asks for (RFC 6665, section 8.2.1).
 *
 * @param eventPackage one that this server has
 * @param spelling the name as it was written; some clients write {@code Presence} and compare what comes back
 * @param id the {@code id} parameter, empty without one
 * @param rates how often it wants to be told (RFC 6446, section 9.1); what is no rate is left out
 */
record RequestedEvent(EventPackage eventPackage, String spelling, String id, Rates rates) {
    /** Empty if there is not exactly one Event, or none that this server has; a missing one is not PINT (section 4.2.3). */
    static Optional<RequestedEvent> in(SipRequest request, EventPackages packages) {
        List<String> values = request.headers().all("Event");
        if (values.size() != 1) {
            return Optional.empty();
        }
        ParameterizedValue event = ParameterizedValue.parse(values.getFirst());
        return EventName.parse(event.value())
                .flatMap(packages::find)
                .map(found -> new RequestedEvent(
                        found, event.value(), event.parameter("id").orElse(""), RatesReader.read(event)));
    }
}
