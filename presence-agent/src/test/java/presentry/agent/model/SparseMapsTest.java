package presentry.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Small maps say the same as others. */
class SparseMapsTest {
    @Test
    void anEmptyMapIsTheSharedOne() {
        Map<String, Integer> map = SparseMaps.with(SparseMaps.with(Map.of(), "a", 1), "b", 2);

        assertThat(SparseMaps.without(SparseMaps.without(map, "b"), "a")).isSameAs(Map.of());
    }

    /** Each number puts its last digit, or takes it out if it is above 50. */
    @Property
    void itHoldsWhatAnyMapWouldHold(@ForAll List<@IntRange(max = 99) Integer> changes) {
        Map<Integer, Integer> expected = new LinkedHashMap<>();
        Map<Integer, Integer> sparse = Map.of();
        Map<Integer, Integer> inOrder = Map.of();

        for (int change : changes) {
            int key = change % 10;
            if (change > 50) {
                expected.remove(key);
                sparse = SparseMaps.without(sparse, key);
                inOrder = SparseMaps.without(inOrder, key);
            } else {
                expected.put(key, change);
                sparse = SparseMaps.with(sparse, key, change);
                inOrder = SparseMaps.withInOrder(inOrder, key, change);
            }
        }

        assertThat(sparse).isEqualTo(expected);
        assertThat(inOrder.keySet()).containsExactlyElementsOf(expected.keySet());
    }
}
