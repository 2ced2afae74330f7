package presentry.policy.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What of a presence document may be seen: all transformations of RFC 5025, section 3.3, together. Immutable, and one
 * object per value, so that {@code ==} says whether two watchers see the same.
 */
public final class Permissions {
    private static final Interner<Grants, Permissions> POOL = new Interner<>(Permissions::new);

    /** Shows nothing but the empty document. */
    public static final Permissions NONE = builder().build();

    /** Shows the document as it is: all services, persons and devices with all their attributes. */
    public static final Permissions EVERYTHING = builder()
            .services(OccurrenceSet.ALL)
            .persons(OccurrenceSet.ALL)
            .devices(OccurrenceSet.ALL)
            .allAttributes()
            .build();

    private final Grants grants;

    private Permissions(Grants grants) {
        this.grants = grants;
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
        return grants.services();
    }

    /** {@code <provide-persons>} (RFC 5025, section 3.3.1.2). */
    public OccurrenceSet persons() {
        return grants.persons();
    }

    /** {@code <provide-devices>} (RFC 5025, section 3.3.1.1). */
    public OccurrenceSet devices() {
        return grants.devices();
    }

    /** The boolean permissions granted one by one; {@link #shows} also knows about all of them at once. */
    public Set<Attribute> attributes() {
        return grants.attributes();
    }

    /** {@code <provide-user-input>} as the rules gave it; {@link #shownUserInput} also knows about all attributes. */
    public UserInput userInput() {
        return grants.userInput();
    }

    /** {@code <provide-unknown-attribute>} (RFC 5025, section 3.3.2.14). */
    public SortedSet<UnknownAttribute> unknownAttributes() {
        return grants.unknownAttributes();
    }

    /** {@code <provide-all-attributes>} (RFC 5025, section 3.3.2.15). */
    public boolean allAttributes() {
        return grants.allAttributes();
    }

    /** Whether an attribute is shown where the component that has it is. */
    public boolean shows(Attribute attribute) {
        return grants.allAttributes() || grants.attributes().contains(attribute);
    }

    /** How much of the user input is shown where the component that has it is. */
    public UserInput shownUserInput() {
        return grants.allAttributes() ? UserInput.FULL : grants.userInput();
    }

    /** Whether an attribute without a permission of its own is shown where the component that has it is. */
    public boolean showsUnknown(String namespace, String name) {
        return grants.allAttributes() || grants.unknownAttributes().contains(new UnknownAttribute(namespace, name));
    }

    /** Whether the whole document is shown, whatever is in it. */
    public boolean grantsEverything() {
        return grants.allAttributes()
                && grants.services().all()
                && grants.persons().all()
                && grants.devices().all();
    }

    /** Whether no component can be shown, so that no attribute can either. */
    public boolean grantsNoComponent() {
        return grants.services().isEmpty()
                && grants.persons().isEmpty()
                && grants.devices().isEmpty();
    }

    @Override
    public String toString() {
        return grants.toString();
    }

    private record Grants(
            OccurrenceSet services,
            OccurrenceSet persons,
            OccurrenceSet devices,
            Set<Attribute> attributes,
            UserInput userInput,
            SortedSet<UnknownAttribute> unknownAttributes,
            boolean allAttributes) {}

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
            attributes.addAll(more.grants.attributes());
            unknownAttributes.addAll(more.grants.unknownAttributes());
            allAttributes |= more.grants.allAttributes();
            return services(more.services())
                    .persons(more.persons())
                    .devices(more.devices())
                    .userInput(more.userInput());
        }

        /** The value, the one object for it. */
        public Permissions build() {
            return POOL.get(new Grants(
                    services,
                    persons,
                    devices,
                    Collections.unmodifiableSet(EnumSet.copyOf(attributes)),
                    userInput,
                    unknownAttributes.isEmpty()
                            ? Collections.emptySortedSet()
                            : Collections.unmodifiableSortedSet(new TreeSet<>(unknownAttributes)),
                    allAttributes));
        }
    }
}
