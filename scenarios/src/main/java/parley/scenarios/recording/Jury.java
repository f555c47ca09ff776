package parley.scenarios.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import parley.protocol.recording.Side;

/** Collects findings: the first one, or all of them. Guarded by its play until that is over. */
final class Jury implements Judge {

    private final boolean strict;
    private final Consumer<String> listener;
    private final List<Finding> findings = new ArrayList<>();
    private long agreed;

    /**
     * @param strict whether the first finding ends the play
     * @param listener is told what everybody says, a line each
     */
    Jury(boolean strict, Consumer<String> listener) {
        this.strict = strict;
        this.listener = listener;
    }

    @Override
    public boolean found(Finding finding) {
        findings.add(finding);
        return !strict;
    }

    @Override
    public void agreed(Finding.Expected expected, Finding.Arrived got) {
        agreed++;
    }

    @Override
    public void said(Seat seat, Side from, String text) {
        listener.accept(seat + (from == Side.CLIENT ? " -> " : " <- ") + text);
    }

    @Override
    public boolean strict() {
        return strict;
    }

    List<Finding> findings() {
        return findings;
    }

    long agreed() {
        return agreed;
    }
}
