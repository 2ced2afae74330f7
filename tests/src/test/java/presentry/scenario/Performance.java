package presentry.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import presentry.demo.Content;
import presentry.demo.Watching;
import presentry.demo.XcapClient;
import presentry.scenario.Scenario.Line;
import presentry.sip.message.SipRequest;

/** Goes through a conversation, line by line. */
final class Performance {
    private final Stage stage;

    private Performance(Stage stage) {
        this.stage = stage;
    }

    /** @throws AssertionError naming the line where something else came than should have */
    static void perform(Scenario scenario, Stage stage) {
        Performance performance = new Performance(stage);
        for (Line line : scenario.lines()) {
            try {
                performance.perform(line.step());
            } catch (AssertionError | RuntimeException | IOException wrong) {
                throw new AssertionError(
                        "line %d: %s%n  %s".formatted(line.number(), line.text(), wrong.getMessage()), wrong);
            }
        }
        stage.everybody().forEach(Participant::beforeNextRequest);
    }

    private void perform(Step step) throws IOException {
        switch (step) {
            case Step.Http http -> send(http);
            case Step.Sip sip -> send(sip);
            case Step.InDialog inDialog -> send(inDialog);
            case Step.Answering(var actor, var status) ->
                stage.participant(actor).agent.answerMessagesWith(status);
            case Step.Receives(var actor, var expected) -> receive(stage.participant(actor), expected);
            case Step.TimePasses(var duration) -> stage.server().timePasses(duration);
            case Step.WallClockIsSet(var ahead) -> stage.server().wallClockIsSet(ahead);
            case Step.Restart() -> stage.server().startAgain();
            case Step.Kill() -> stage.server().startAgain();
        }
    }

    private void send(Step.Http http) {
        Participant sender = stage.participant(http.actor());
        sender.beforeNextRequest();
        XcapClient documents = stage.documents();
        Map<String, String> headers = new HashMap<>();
        http.headers().forEach((name, value) -> headers.put(name, sender.fill(value)));
        sender.answered(
                switch (http.verb()) {
                    case "GET" -> documents.get(http.path(), headers);
                    case "DELETE" -> documents.delete(http.path(), headers);
                    default -> documents.put(http.path(), http.body().orElse(new Content("text/plain", "")), headers);
                });
    }

    private void send(Step.Sip sip) {
        Participant sender = stage.participant(sip.actor());
        sender.beforeNextRequest();
        if (sip.method().equals("SUBSCRIBE")) {
            String event = Optional.ofNullable(sip.headers().get("Event")).orElse("presence");
            Watching watching = sender.agent.watch(sip.target(), event);
            sender.dialogs.addFirst(watching);
            sender.answered(watching.send(finished(sender, watching.subscribe(), sip.headers(), sip.body())));
            return;
        }
        SipRequest.Builder request = sender.agent.request(sip.method(), sip.target());
        if (sip.routed()) {
            request.header("Route", stage.deviceOf(sip.target()).agent.route());
        }
        sender.answered(sender.agent.send(finished(sender, request, sip.headers(), sip.body())));
    }

    private void send(Step.InDialog inDialog) {
        Participant sender = stage.participant(inDialog.actor());
        sender.beforeNextRequest();
        Watching watching = sender.dialog(Optional.ofNullable(inDialog.headers().get("Event")));
        sender.answered(watching.send(finished(sender, watching.subscribe(), inDialog.headers(), Optional.empty())));
    }

    private static SipRequest finished(
            Participant sender, SipRequest.Builder request, Map<String, String> headers, Optional<Content> body) {
        headers.forEach((name, value) -> request.replaceHeader(name, sender.fill(value)));
        body.ifPresent(content -> request.body(content.type(), content.text().getBytes(StandardCharsets.UTF_8)));
        return request.build();
    }

    private void receive(Participant receiver, List<Expected> all) {
        for (Expected expected : all) {
            switch (expected) {
                case Expected.Answer(var status, var checks) -> check(receiver.answer(status), checks);
                case Expected.Notify notify -> check(receiver.notification(notify), notify.checks());
                case Expected.Message(var text) ->
                    assertThat(receiver.agent.message()).as("the MESSAGE").isEqualTo(text);
                case Expected.Nothing() -> {
                    stage.server().settle();
                    assertThat(receiver.agent.unread())
                            .as("what came although nothing should")
                            .isEmpty();
                }
            }
        }
    }

    private static void check(Received received, List<Check> checks) {
        List<String> problems = checks.stream()
                .map(check -> check.problem(received))
                .flatMap(Optional::stream)
                .toList();
        assertThat(problems).as("what is wrong with %s", received).isEmpty();
    }
}
