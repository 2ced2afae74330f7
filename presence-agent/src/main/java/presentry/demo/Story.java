package presentry.demo;

import java.io.PrintStream;
import java.util.Objects;

/** Tells a conversation step by step, each with a tick or a cross, and remembers whether all went right. */
final class Story {
    private final PrintStream out;
    private int right;
    private int wrong;

    Story(PrintStream out) {
        this.out = out;
    }

    /** A part of the story begins. */
    void chapter(String title) {
        out.println();
        out.println(title);
    }

    /** What a step is expected to come to, and what it came to. */
    void step(String sentence, Object expected, Object seen) {
        boolean same = Objects.equals(expected, seen);
        tell(same, same ? sentence : sentence + " (expected " + expected + ", seen " + seen + ")");
    }

    /** A step that could not be gone. */
    void failed(String sentence) {
        tell(false, sentence);
    }

    /** The last line. */
    void end() {
        out.println();
        out.println(
                wrong == 0
                        ? "All " + right + " steps are right."
                        : wrong + " of " + (right + wrong) + " steps are wrong.");
    }

    boolean isRight() {
        return wrong == 0;
    }

    private void tell(boolean same, String sentence) {
        if (same) {
            right++;
        } else {
            wrong++;
        }
        out.println((same ? "  ✔ " : "  ✘ ") + sentence);
        out.flush();
    }
}
