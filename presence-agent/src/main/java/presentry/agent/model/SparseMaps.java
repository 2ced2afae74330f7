package presentry.agent.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Maps of which every user has some, most of them empty or with one entry. Empty ones are all the same object, those with one
 * entry are as small as can be, and only larger ones are hash tables. A map that was changed is another object, to be put into the
 * place of the old one; the old one is not to be used any more.
 */
public final class SparseMaps {
    private SparseMaps() {}

    /** The map with this entry, which comes into the place of one with the same key. */
    public static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        return with(map, key, value, HashMap::new);
    }

    /** The same for a map whose entries are in the order in which they first came. */
    public static <K, V> Map<K, V> withInOrder(Map<K, V> map, K key, V value) {
        return with(map, key, value, LinkedHashMap::new);
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value, Function<Map<K, V>, Map<K, V>> table) {
        if (map.isEmpty() || (map.size() == 1 && map.containsKey(key))) {
            return Map.of(key, value);
        }
        Map<K, V> larger = map instanceof HashMap ? map : table.apply(map);
        larger.put(key, value);
        return larger;
    }

    /** The map without the entries whose value is like that. */
    public static <K, V> Map<K, V> withoutThose(Map<K, V> map, Predicate<V> which) {
        if (map.values().stream().noneMatch(which)) {
            return map;
        }
        if (map.values().stream().allMatch(which)) {
            return Map.of();
        }
        map.values().removeIf(which); // some of several: a table
        return map;
    }

    /** The map without this key. */
    public static <K, V> Map<K, V> without(Map<K, V> map, K key) {
        if (!map.containsKey(key)) {
            return map;
        }
        if (map.size() == 1) {
            return Map.of();
        }
        map.remove(key); // more than one: a table
        return map;
    }
}
