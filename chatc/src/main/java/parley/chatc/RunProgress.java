package parley.chatc;

import java.io.PrintWriter;
import parley.scenarios.report.Case;
import parley.scenarios.report.Reporter;
import parley.scenarios.report.Run;
import parley.scenarios.report.Verdict;

/** Shows a person how far a run is whose report goes elsewhere, on one line of the terminal that is gone in the end. */
final class RunProgress implements Reporter {

    private static final String CLEAR = "\r\u001b[K";

    private final Reporter report;
    private final PrintWriter terminal;
    private final int all;
    private int played;
    private int failed;

    private RunProgress(Reporter report, PrintWriter terminal, int all) {
        this.report = report;
        this.terminal = terminal;
        this.all = all;
        show();
    }

    /** The report, and the progress beside it if somebody looks at standard error who does not see the report grow. */
    static Reporter beside(Reporter report, Shell shell, int all) {
        return shell.errIsTerminal() && !shell.outIsTerminal() ? new RunProgress(report, shell.err(), all) : report;
    }

    @Override
    public boolean tellsAllOfWhatPassed() {
        return report.tellsAllOfWhatPassed();
    }

    @Override
    public void scenario(Case scenario) {
        report.scenario(scenario);
        played++;
        failed += scenario.verdict() == Verdict.PASSED ? 0 : 1;
        show();
    }

    private void show() {
        terminal.print(CLEAR + Complaints.sentence(played + " of " + all + (all == 1 ? " scenario" : " scenarios")
                + (failed == 0 ? "" : ", " + failed + " of them not passed")));
        terminal.flush();
    }

    @Override
    public void ended(Run run) {
        terminal.print(CLEAR);
        terminal.flush();
        report.ended(run);
    }
}
