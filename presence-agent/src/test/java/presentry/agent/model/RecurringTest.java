package presentry.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One object for values that come again. */
class RecurringTest {
    private final Recurring<EntityTag> recurring = new Recurring<>(2);

    @Test
    void anEqualValueIsTheObjectThatCameBefore() {
        EntityTag first = recurring.same(new EntityTag("a"));

        assertThat(recurring.same(new EntityTag("a"))).isSameAs(first);
    }

    @Test
    void whatTookThePlaceOfAnotherIsItselfAndNotTheOther() {
        for (String text : new String[] {"a", "b", "c", "d", "a"}) {
            assertThat(recurring.same(new EntityTag(text))).isEqualTo(new EntityTag(text));
        }
    }
}
