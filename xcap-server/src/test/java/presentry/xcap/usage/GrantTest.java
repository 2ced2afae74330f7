package presentry.xcap.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import presentry.uri.Aor;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.Owner;
import presentry.xcap.usage.Grant.Whose;

/** What a grant opens (RFC 4825, section 5.7), and that it opens nothing else. */
class GrantTest {

    private static final Aor ALICE = aor("alice");
    private static final Requester BOB = new Requester.User(aor("bob"));
    private static final DocumentSelector LISTS = new DocumentSelector("lists", new Owner.User(ALICE), "index");
    private static final DocumentSelector GLOBAL = new DocumentSelector("lists", new Owner.Global(), "index");

    @Test
    void whoMayWriteMayRead() {
        Grant grant = new Grant(Optional.of(aor("bob")), Access.WRITE, Optional.of("lists"), new Whose.AnyUser());

        assertThat(grant.allows(BOB, Access.WRITE, LISTS)).isTrue();
        assertThat(grant.allows(BOB, Access.READ, LISTS)).isTrue();
    }

    @Test
    void whoMayReadMayNotWrite() {
        Grant grant = new Grant(Optional.of(aor("bob")), Access.READ, Optional.of("lists"), new Whose.AnyUser());

        assertThat(grant.allows(BOB, Access.READ, LISTS)).isTrue();
        assertThat(grant.allows(BOB, Access.WRITE, LISTS)).isFalse();
    }

    @Test
    void itIsForOnePersonAlone() {
        Grant grant = new Grant(Optional.of(aor("carol")), Access.READ, Optional.empty(), new Whose.AnyUser());

        assertThat(grant.allows(BOB, Access.READ, LISTS)).isFalse();
        assertThat(grant.allows(new Requester.OwnerOfTheTree(), Access.READ, LISTS))
                .isFalse();
    }

    @Test
    void itIsAboutOneTreeAlone() {
        Grant ofBob = new Grant(Optional.empty(), Access.READ, Optional.empty(), new Whose.OneUser(aor("bob")));
        Grant ofAll = new Grant(Optional.empty(), Access.READ, Optional.empty(), new Whose.Global());

        assertThat(ofBob.allows(BOB, Access.READ, LISTS)).isFalse();
        assertThat(ofAll.allows(BOB, Access.READ, LISTS)).isFalse();
        assertThat(ofAll.allows(BOB, Access.READ, GLOBAL)).isTrue();
    }

    @Test
    void itIsAboutOneUsageAlone() {
        Grant grant = new Grant(Optional.empty(), Access.READ, Optional.of("rules"), new Whose.AnyUser());

        assertThat(grant.allows(BOB, Access.READ, LISTS)).isFalse();
    }

    private static Aor aor(String name) {
        return Aor.parse("sip:" + name + "@example.com").orElseThrow();
    }
}
