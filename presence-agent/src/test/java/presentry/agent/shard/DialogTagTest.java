package presentry.agent.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.uri.Shard;

/** RFC 3261, section 19.3, and the shard within. */
class DialogTagTest {
    private final Random random = new Random(3);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 4095})
    void aTagNamesItsShard(int shard) {
        assertThat(DialogTag.shardOf(DialogTag.fresh(new Shard(shard), random))).contains(new Shard(shard));
    }

    @Test
    void twoTagsDiffer() {
        assertThat(DialogTag.fresh(new Shard(1), random)).isNotEqualTo(DialogTag.fresh(new Shard(1), random));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "p001",
                "p001-0123456789abcde",
                "p001-0123456789abcdef0",
                "q001-0123456789abcdef",
                "p001_0123456789abcdef",
                "p0g1-0123456789abcdef",
            })
    void whatThisServerCannotHaveMadeNamesNoShard(String tag) {
        assertThat(DialogTag.shardOf(tag)).isEmpty();
    }
}
