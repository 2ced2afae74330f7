package presentry.xcap.document;

import presentry.xcap.address.ExpandedName;

/**
 * An attribute of an indexed element; never a namespace declaration.
 *
 * @param value normalised, references expanded
 */
record IndexedAttribute(ExpandedName name, String value) {}
