package presentry.launch.importing;

/**
 * One document as the table of another server has it.
 *
 * @param username of the owner, without the domain
 * @param domain of the owner
 * @param docType the other server's number of the application usage
 * @param docUri what the other server calls the document
 * @param body its octets; not changed afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SourceRow(String username, String domain, int docType, String docUri, byte[] body) {}
