package presentry.policy.transform;

import presentry.policy.model.Attribute;

/** On what it depends whether a child of a component is shown. */
sealed interface Disclosure {
    /** On nothing (RFC 5025, section 3.3.2). */
    record Always() implements Disclosure {}

    /**
     * On one permission (RFC 5025, sections 3.3.2.1 to 3.3.2.13).
     *
     * @param attribute what the permission shows
     */
    record Granted(Attribute attribute) implements Disclosure {}

    /** On the level of user input (RFC 5025, section 3.3.2.12). */
    record AtUserInputLevel() implements Disclosure {}

    /** It is the status of a service, of which the basic status is always shown (RFC 5025, section 3.3.2). */
    record BasicStatus() implements Disclosure {}

    /** On whether it is named (RFC 5025, section 3.3.2.14): no permission is defined for it. */
    record Named() implements Disclosure {}

    /** It belongs to another component: nothing but all attributes together shows it. */
    record Misplaced() implements Disclosure {}
}
