package presentry.demo;

/** What had to come did not: no answer, or not what was waited for. */
public final class NothingCame extends RuntimeException {
    private final String sentence;

    NothingCame(String sentence) {
        this.sentence = sentence;
    }

    /** What did not come, in a sentence. */
    @Override
    public String getMessage() {
        return sentence;
    }
}
