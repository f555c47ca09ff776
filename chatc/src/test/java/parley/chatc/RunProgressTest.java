package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.scenarios.report.Case;
import parley.scenarios.report.Reporter;
import parley.scenarios.report.Run;
import parley.scenarios.report.Verdict;

class RunProgressTest {

    private final StringWriter terminal = new StringWriter();
    private final List<Case> reported = new ArrayList<>();
    private final Reporter report = new Reporter() {
        @Override
        public void scenario(Case scenario) {
            reported.add(scenario);
        }

        @Override
        public void ended(Run run) {
            terminal.write("ended");
        }
    };

    private Reporter beside(boolean outIsTerminal, boolean errIsTerminal) {
        PrintWriter err = new PrintWriter(terminal);
        Shell shell = new Shell(InputStream.nullInputStream(), false, err, outIsTerminal, then -> {
        }, err, errIsTerminal, Map.of(), "al");
        return RunProgress.beside(report, shell, 2);
    }

    private static Case played(Verdict verdict) {
        return new Case("a.chat", verdict, Instant.EPOCH, Duration.ZERO, List.of(), List.of(), List.of(), null,
                List.of());
    }

    @Test
    void a_person_sees_how_far_it_is_and_nothing_of_it_stays() {
        Reporter progress = beside(false, true);
        assertThat(terminal).hasToString("\r\u001b[Kchatc: 0 of 2 scenarios");
        progress.scenario(played(Verdict.PASSED));
        assertThat(terminal.toString()).endsWith("\r\u001b[Kchatc: 1 of 2 scenarios");
        progress.scenario(played(Verdict.FAILED));
        assertThat(terminal.toString()).endsWith("\r\u001b[Kchatc: 2 of 2 scenarios, 1 of them not passed");
        progress.ended(new Run(Instant.EPOCH, Duration.ZERO, reported));
        assertThat(terminal.toString()).endsWith("passed\r\u001b[Kended");
        assertThat(reported).hasSize(2);
    }

    @Test
    void who_sees_the_report_grow_or_is_no_person_sees_the_report_alone() {
        assertThat(beside(true, true)).isSameAs(report);
        assertThat(beside(false, false)).isSameAs(report);
        assertThat(terminal).hasToString("");
    }
}
