package presentry.uri;

/**
 * A parameter or header of a URI, both parts in the one spelling of all their equals.
 *
 * @param name never empty
 * @param assignment empty, or {@code =} and the value
 */
record UriParameter(String name, String assignment) implements Comparable<UriParameter> {

    @Override
    public int compareTo(UriParameter other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : assignment.compareTo(other.assignment);
    }

    @Override
    public String toString() {
        return name + assignment;
    }
}
