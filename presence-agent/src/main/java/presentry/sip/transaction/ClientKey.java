package presentry.sip.transaction;

/** What tells client transactions apart (RFC 3261, section 17.1.3). */
record ClientKey(String branch, String method) {}
