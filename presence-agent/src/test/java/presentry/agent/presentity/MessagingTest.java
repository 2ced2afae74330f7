package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;
import static presentry.agent.presentity.Stage.watcher;

import org.junit.jupiter.api.Test;
import presentry.policy.model.Usage;

/** Whether a MESSAGE may reach a user, by SER's im-rules. */
class MessagingTest {
    private final Stage stage = Stage.open();

    private Answer ask(String sender) {
        stage.tell(new Command.Message(answer -> {}, watcher(sender)));
        return stage.answer();
    }

    @Test
    void whoIsBlockedByARuleIsRefused() {
        stage.policy = Rules.ofMessages(Rules.blockMessages("bob"));

        assertThat(ask("sip:bob@example.com")).isEqualTo(new Answer.Refused(Answer.Reason.FORBIDDEN));
    }

    @Test
    void whomNoRuleBlocksMayPass() {
        stage.policy = Rules.ofMessages(Rules.blockMessages("carol"));

        assertThat(ask("sip:bob@example.com")).isEqualTo(new Answer.MayPass());
    }

    @Test
    void oneMayAlwaysWriteToOneself() {
        stage.policy = Rules.ofMessages(Rules.blockMessages("alice"));

        assertThat(ask("sip:alice@example.com")).isEqualTo(new Answer.MayPass());
    }

    @Test
    void aMessageIsDecidedByTheRulesOfMessages() {
        assertThat(new Command.Message(answer -> {}, watcher("sip:bob@example.com")).needs())
                .isEqualTo(Usage.IM_RULES);
    }
}
