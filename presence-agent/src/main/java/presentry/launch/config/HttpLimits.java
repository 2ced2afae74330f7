package presentry.launch.config;

import java.time.Duration;

/**
 * Bounds of what HTTP clients may send and store.
 *
 * @param documentsPerUser documents of one user
 * @param rulesBytesPerUser octets of all rule documents of one user
 * @param documentDepth elements nested in each other
 * @param attributesPerElement attributes and namespace declarations of one element
 * @param nameLength characters of one name in a document
 * @param selectorLength characters of a node selector with its query
 * @param selectorSteps steps of a node selector
 * @param requestHeadBytes request line and header fields, in octets
 * @param requestsInALine requests of one account that wait for a processor
 * @param requestsPerSecond requests of one address; 0 for any number
 * @param bodyTime within which a body must be complete
 * @param idleTime how long a connection may be silent
 */
public record HttpLimits(
        int documentsPerUser,
        int rulesBytesPerUser,
        int documentDepth,
        int attributesPerElement,
        int nameLength,
        int selectorLength,
        int selectorSteps,
        int requestHeadBytes,
        int requestsInALine,
        int requestsPerSecond,
        Duration bodyTime,
        Duration idleTime) {}
