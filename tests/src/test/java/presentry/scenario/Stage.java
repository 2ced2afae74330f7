package presentry.scenario;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import presentry.demo.Surroundings;
import presentry.demo.UserAgent;
import presentry.demo.XcapClient;
import presentry.launch.ServerTime;
import presentry.scenario.Scenario.Actor;
import presentry.scenario.Scenario.Person;
import presentry.sip.transport.Transport;

/** The server of a conversation and everybody who talks to it. The time of the people is that of the world. */
final class Stage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Scenario scenario;
    private final ScenarioServer server;
    private final Map<Actor, Participant> participants = new LinkedHashMap<>();
    private final ServerTime time = ServerTime.ofTheMachine();
    private final ExecutorService lookups = Executors.newVirtualThreadPerTaskExecutor();
    private final Surroundings surroundings;
    private final XcapClient documents;

    Stage(Scenario scenario, ScenarioServer server) {
        this.scenario = scenario;
        this.server = server;
        this.surroundings = new Surroundings(
                server.sip(), Transport.UDP, time.sipTimer(), time.clock(), new SecureRandom(), lookups, PATIENCE);
        this.documents = new XcapClient(server.xcapRoot(), PATIENCE);
    }

    ScenarioServer server() {
        return server;
    }

    XcapClient documents() {
        return documents;
    }

    /** The device, which enters when it is first spoken of. */
    Participant participant(Actor actor) {
        return participants.computeIfAbsent(actor, newcomer -> {
            Person person = scenario.person(newcomer.name());
            return new Participant(new UserAgent(person.uri(), surroundings.over(person.transport())));
        });
    }

    /** The first device of the user with this URI. */
    Participant deviceOf(String uri) {
        String name = scenario.people().entrySet().stream()
                .filter(introduced -> introduced.getValue().uri().equals(uri))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> uri.substring(uri.indexOf(':') + 1, uri.indexOf('@')));
        return participant(new Actor(name, ""));
    }

    Collection<Participant> everybody() {
        return participants.values();
    }

    @Override
    public void close() {
        participants.values().forEach(participant -> participant.agent.close());
        documents.close();
        time.close().run();
        lookups.shutdownNow();
    }
}
