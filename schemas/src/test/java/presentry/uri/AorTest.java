package presentry.uri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AorTest {

    @ParameterizedTest
    @CsvSource({
        "sip:alice:secret@Example.com;transport=tcp?a=b, sip:alice@example.com",
        "sip:example.com;lr, sip:example.com",
        "sip:alice@example.com:5070, sip:alice@example.com:5070",
        "tel:+1-555-0100;ext=7, tel:+15550100;ext=7",
        "pres:alice@example.com, pres:alice@example.com",
        "urn:service:sos, urn:service:sos",
    })
    void onlyWhatNamesTheUserRemains(String text, String address) {
        assertThat(Aor.parse(text).map(Aor::toString)).contains(address);
    }

    @ParameterizedTest
    @CsvSource({
        "sips:alice@example.com, sip:alice@example.com",
        "sips:alice@example.com:5061, sip:alice@example.com",
        "sip:alice@example.com:5060, sip:alice@example.com",
        "sip:alice@example.com:5061, sip:alice@example.com:5061",
        "sips:alice@example.com:5060, sip:alice@example.com:5060",
        "tel:+15550100, tel:+15550100",
    })
    void homeDropsTheDefaultPortAndTheSecureScheme(String text, String home) {
        assertThat(Aor.parse(text).map(Aor::home)).isEqualTo(Aor.parse(home));
    }

    @Test
    void partsThatAreNotCanonicalAreADefect() {
        assertThatIllegalArgumentException().isThrownBy(() -> Aor.of("sip", "alice", "Example.com", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Aor.of("sip", "", "alice@example.com", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Aor.of("sip", "alice:secret", "example.com", 0));
    }

    @Test
    void aTextWithoutSchemeIsNoAddress() {
        assertThat(Aor.parse("alice@example.com")).isEqualTo(Optional.empty());
    }

    @Test
    void addressesAreOrderedByHostThenUser() {
        assertThat(Aor.of("sip", "bob", "a.example", 0)).isLessThan(Aor.of("sip", "alice", "b.example", 0));
        assertThat(Aor.of("sip", "bob", "a.example", 0)).isGreaterThan(Aor.of("sip", "alice", "a.example", 0));
    }

    /** The numbers stand in stored rows: whoever has to change this test breaks every installation. */
    @ParameterizedTest
    @CsvSource({
        "sip:alice@example.com, 2949",
        "sips:alice@example.com:5061, 2949",
        "sip:bob@example.com, 3739",
        "sip:j%C3%BCrgen@example.com, 3004",
        "tel:+15550100, 3851",
        "sip:example.com, 1715",
    })
    void theShardOfAnAddressNeverChanges(String text, int number) {
        assertThat(Aor.parse(text).map(Aor::shard)).contains(new Shard(number));
    }

    @Test
    void usersAreSpreadEvenly() {
        int[] users = new int[Shard.COUNT];

        for (int i = 0; i < 100 * Shard.COUNT; i++) {
            users[Aor.of("sip", "user" + i, "example.com", 0).shard().number()]++;
        }

        assertThat(Arrays.stream(users).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(50, 160));
    }

    @Test
    void thereIsNoShardOutsideTheRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Shard(Shard.COUNT));
        assertThatIllegalArgumentException().isThrownBy(() -> new Shard(-1));
    }
}
