package presentry.account;

import java.time.Duration;

/**
 * How Digest is done here.
 *
 * @param realm in which passwords count
 * @param homeDomain the domain of login names without one
 * @param withoutQop whether the form that is older than {@code qop} is taken too; a nonce then serves for one request
 * @param nonceLifetime for how long a nonce is good
 * @param rememberedNonces of how many nonces the counts are kept, 1 and more
 */
public record DigestSettings(
        String realm, String homeDomain, boolean withoutQop, Duration nonceLifetime, int rememberedNonces) {}
