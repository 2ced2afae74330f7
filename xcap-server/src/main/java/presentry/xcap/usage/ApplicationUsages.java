package presentry.xcap.usage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The application usages of this server, xcap-caps among them (RFC 4825, section 12: all servers have it). */
public final class ApplicationUsages {

    private final Map<String, ApplicationUsage> byAuid;

    /**
     * @param usages all but xcap-caps, which is made from them
     * @throws IllegalStateException if two have the same AUID: a defect of the wiring
     */
    public ApplicationUsages(List<ApplicationUsage> usages) {
        this.byAuid = Stream.concat(usages.stream(), Stream.of(new XcapCaps(usages)))
                .collect(Collectors.toUnmodifiableMap(ApplicationUsage::auid, Function.identity()));
    }

    /** The usage with this identifier. */
    public Optional<ApplicationUsage> find(String auid) {
        return Optional.ofNullable(byAuid.get(auid));
    }

    /** All of them, in no order. */
    public Collection<ApplicationUsage> all() {
        return byAuid.values();
    }
}
