package presentry.policy.compile;

/**
 * Everybody who plays the same roles.
 *
 * @param roles the roles
 * @param signature the rules whose identity conditions hold for them
 */
record Profile(RoleSet roles, Signature signature) {}
