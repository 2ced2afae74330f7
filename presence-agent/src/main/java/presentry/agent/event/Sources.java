package presentry.agent.event;

/**
 * All that counts of one presentity in one package, read and not yet cut down for anybody: for the server alone. Only the package
 * that made it looks into it.
 */
public interface Sources {}
