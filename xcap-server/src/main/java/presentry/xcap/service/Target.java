package presentry.xcap.service;

import presentry.xcap.address.DocumentSelector;
import presentry.xcap.usage.ApplicationUsage;

/** What an admitted request is about. */
record Target(ApplicationUsage usage, DocumentSelector document) {}
