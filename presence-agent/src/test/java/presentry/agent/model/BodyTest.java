package presentry.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyTest {
    @Test
    void equalTextsHaveEqualFingerprints() {
        assertThat(Body.of("text/plain", "bürü").fingerprint())
                .isEqualTo(Body.of("text/plain", "bürü").fingerprint());
    }

    @Test
    void differentTextsHaveDifferentFingerprints() {
        assertThat(Body.of("text/plain", "open").fingerprint())
                .isNotEqualTo(Body.of("text/plain", "opem").fingerprint());
    }
}
