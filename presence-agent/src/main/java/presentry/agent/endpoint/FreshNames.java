package presentry.agent.endpoint;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import presentry.agent.model.DialogId;
import presentry.agent.model.EntityTag;
import presentry.agent.shard.DialogTag;
import presentry.sip.message.SipRequest;
import presentry.uri.Aor;

/** Names that nobody had before and that tell nothing: the machine of a presentity has no randomness of its own. */
final class FreshNames {
    private static final HexFormat HEX = HexFormat.of();

    private final RandomGenerator random;

    FreshNames(RandomGenerator random) {
        this.random = random;
    }

    /** The dialog that a SUBSCRIBE begins (RFC 3261, section 12.1.1); a missing From tag counts as an empty one. */
    DialogId dialog(SipRequest request, Aor home) {
        return new DialogId(
                request.callId(),
                DialogTag.fresh(home.shard(), random),
                request.from().tag().orElse(""));
    }

    /** RFC 3858, section 4.3: the id of a watcher, unique among all of a presentity. */
    String winfoId() {
        return "w" + HEX.toHexDigits(random.nextLong());
    }

    /** RFC 3903, section 6, step 6: different from every tag before, also over a restart. */
    EntityTag entityTag() {
        return new EntityTag(HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong()));
    }
}
