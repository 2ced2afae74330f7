package presentry.launch.policy;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import presentry.policy.PolicyCases;
import presentry.policy.read.RuleLimits;

/**
 * {@code presentry evaluate}: policy unit tests for operators. One JSON case a line on standard input, one JSON answer a line on
 * standard output, in the same order; docs/EVALUATE.md describes both.
 */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Reads policy cases, one JSON object a line, and answers each by one line; see docs/EVALUATE.md.")
public final class EvaluateCommand implements Callable<Integer> {
    private static final int SOME_UNREADABLE = 1;

    private final InputStream in;
    private final OutputStream out;
    private final CaseReader reader;
    private final AnswerWriter writer = new AnswerWriter();
    private final PolicyCases cases = new PolicyCases(RuleLimits.DEFAULT);

    /** @param clock the time of cases that name none */
    public EvaluateCommand(InputStream in, OutputStream out, InstantSource clock) {
        this.in = in;
        this.out = out;
        this.reader = new CaseReader(clock);
    }

    /** Exit status 1 if a line was no case; it has an answer with an {@code error} all the same. */
    @Override
    public Integer call() throws IOException {
        int status = 0;
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        Writer answers = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                CaseReader.Result read = reader.read(line);
                status = read instanceof CaseReader.Result.NoCase ? SOME_UNREADABLE : status;
                answers.write(answer(read));
                answers.write('\n');
            }
            if (!lines.ready()) {
                answers.flush(); // who waits for an answer before the next question gets it
            }
        }
        answers.flush();
        return status;
    }

    private String answer(CaseReader.Result read) {
        return switch (read) {
            case CaseReader.Result.Case(var id, var asked) -> writer.write(id, asked, cases.answer(asked));
            case CaseReader.Result.NoCase(var id, var why) -> writer.write(id, why);
        };
    }
}
