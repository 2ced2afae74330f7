package presentry.policy.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What of a presence document may be seen: all transformations of RFC 5025, section 3.3, together. Immutable, and one
 * object per value, so that {@code ==} says whether two watchers see the same.
 */
public final class Permissions {
    private static final Interner<Permissions> POOL = new Interner<>();

    /** Shows nothing but the empty document. */
    public static final Permissions NONE = builder().build();

    /** Shows the document as it is: all services, persons and devices with all their attributes. */
    public static final Permissions EVERYTHING = builder()
            .services(OccurrenceSet.ALL)
            .persons(OccurrenceSet.ALL)
            .devices(OccurrenceSet.ALL)
            .allAttributes()
            .build();

    private final OccurrenceSet services;
    private final OccurrenceSet persons;
    private final OccurrenceSet devices;
    private final Set<Attribute> attributes;
    private final UserInput userInput;
    private final SortedSet<UnknownAttribute> unknownAttributes;
    private final boolean allAttributes;
    private final int hash;

    private Permissions(Builder from) {
        services = from.services;
        persons = from.persons;
        devices = from.devices;
        attributes = Collections.unmodifiableSet(EnumSet.copyOf(from.attributes));
        userInput = from.userInput;
        unknownAttributes = Collections.unmodifiableSortedSet(new TreeSet<>(from.unknownAttributes));
        allAttributes = from.allAttributes;
        hash = services.hashCode()
                + 31 * persons.hashCode()
                + 961 * devices.hashCode()
                + 29791 * attributes.hashCode()
                + userInput.ordinal()
                + 7 * unknownAttributes.hashCode()
                + (allAttributes ? 1231 : 1237);
    }

    /** Starts with nothing granted. */
    public static Builder builder() {
        return new Builder();
    }

    /** Everything that this one or the other grants, each type of permission by itself (RFC 4745, section 10.2). */
    public Permissions or(Permissions other) {
        if (this == other || other == NONE) {
            return this;
        }
        return this == NONE ? other : new Builder().grant(this).grant(other).build();
    }

    /** {@code <provide-services>} (RFC 5025, section 3.3.1.3). */
    public OccurrenceSet services() {
        return services;
    }

    /** {@code <provide-persons>} (RFC 5025, section 3.3.1.2). */
    public OccurrenceSet persons() {
        return persons;
    }

    /** {@code <provide-devices>} (RFC 5025, section 3.3.1.1). */
    public OccurrenceSet devices() {
        return devices;
    }

    /** The boolean permissions granted one by one; {@link #shows} also knows about all of them at once. */
    public Set<Attribute> attributes() {
        return attributes;
    }

    /** {@code <provide-user-input>} as the rules gave it; {@link #shownUserInput} also knows about all attributes. */
    public UserInput userInput() {
        return userInput;
    }

    /** {@code <provide-unknown-attribute>} (RFC 5025, section 3.3.2.14). */
    public SortedSet<UnknownAttribute> unknownAttributes() {
        return unknownAttributes;
    }

    /** {@code <provide-all-attributes>} (RFC 5025, section 3.3.2.15). */
    public boolean allAttributes() {
        return allAttributes;
    }

    /** Whether an attribute is shown where the component that has it is. */
    public boolean shows(Attribute attribute) {
        return allAttributes || attributes.contains(attribute);
    }

    /** How much of the user input is shown where the component that has it is. */
    public UserInput shownUserInput() {
        return allAttributes ? UserInput.FULL : userInput;
    }

    /** Whether an attribute without a permission of its own is shown where the component that has it is. */
    public boolean showsUnknown(String namespace, String name) {
        return allAttributes || unknownAttributes.contains(new UnknownAttribute(namespace, name));
    }

    /** Whether the whole document is shown, whatever is in it. */
    public boolean grantsEverything() {
        return allAttributes && services.all() && persons.all() && devices.all();
    }

    /** Whether no component can be shown, so that no attribute can either. */
    public boolean grantsNoComponent() {
        return services.isEmpty() && persons.isEmpty() && devices.isEmpty();
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Permissions that
                        && hash == that.hash
                        && allAttributes == that.allAttributes
                        && userInput == that.userInput
                        && attributes.equals(that.attributes)
                        && services.equals(that.services)
                        && persons.equals(that.persons)
                        && devices.equals(that.devices)
                        && unknownAttributes.equals(that.unknownAttributes);
    }

    @Override
    public String toString() {
        return "Permissions[services=" + services + ", persons=" + persons + ", devices=" + devices + ", attributes="
                + attributes + ", userInput=" + userInput + ", unknownAttributes=" + unknownAttributes
                + ", allAttributes=" + allAttributes + "]";
    }

    /** Collects grants; each call adds to what is there already. Not for several threads. */
    public static final class Builder {
        private OccurrenceSet services = OccurrenceSet.NONE;
        private OccurrenceSet persons = OccurrenceSet.NONE;
        private OccurrenceSet devices = OccurrenceSet.NONE;
        private final EnumSet<Attribute> attributes = EnumSet.noneOf(Attribute.class);
        private UserInput userInput = UserInput.FALSE;
        private final SortedSet<UnknownAttribute> unknownAttributes = new TreeSet<>();
        private boolean allAttributes;

        private Builder() {}

        /** Adds services. */
        public Builder services(OccurrenceSet shown) {
            services = services.or(shown);
            return this;
        }

        /** Adds persons. */
        public Builder persons(OccurrenceSet shown) {
            persons = persons.or(shown);
            return this;
        }

        /** Adds devices. */
        public Builder devices(OccurrenceSet shown) {
            devices = devices.or(shown);
            return this;
        }

        /** Adds one attribute. */
        public Builder attribute(Attribute shown) {
            attributes.add(shown);
            return this;
        }

        /** Raises the level of user input to at least this one. */
        public Builder userInput(UserInput shown) {
            userInput = userInput.or(shown);
            return this;
        }

        /** Adds one attribute by its name. */
        public Builder unknownAttribute(UnknownAttribute shown) {
            unknownAttributes.add(shown);
            return this;
        }

        /** Adds all attributes, known or not. */
        public Builder allAttributes() {
            allAttributes = true;
            return this;
        }

        /** Adds all that another value grants. */
        public Builder grant(Permissions more) {
            attributes.addAll(more.attributes);
            unknownAttributes.addAll(more.unknownAttributes);
            allAttributes |= more.allAttributes;
            return services(more.services).persons(more.persons).devices(more.devices).userInput(more.userInput);
        }

        /** The value, the one object for it. */
        public Permissions build() {
            return POOL.intern(new Permissions(this));
        }
    }
}
