package presentry.scenario;

import java.util.List;
import java.util.Map;
import presentry.launch.config.Setting;
import presentry.sip.transport.Transport;

/**
 * One conversation.
 *
 * @param title its first comment
 * @param people who was introduced, by name
 * @param settings what differs from the default configuration
 * @param lines what happens, in this order
 */
record Scenario(String title, Map<String, Person> people, List<Setting> settings, List<Line> lines) {
    /** The domain of everybody who was not introduced. */
    private static final String HOME = "example.com";

    /** A user, and the transport his devices use. */
    record Person(String uri, Transport transport) {}

    /**
     * A device of somebody.
     *
     * @param name of the person
     * @param device empty for the only or first one
     */
    record Actor(String name, String device) {
        @Override
        public String toString() {
            return device.isEmpty() ? name : name + "/" + device;
        }
    }

    /** A step and where it stands. */
    record Line(int number, String text, Step step) {}

    Person person(String name) {
        return people.getOrDefault(name, new Person("sip:" + name + "@" + HOME, Transport.UDP));
    }

    /** Whether the server must live in a process of its own. */
    boolean isKilled() {
        return lines.stream().anyMatch(line -> line.step() instanceof Step.Kill);
    }
}
