package parley.scenarios.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parley.protocol.recording.Side;
import parley.scenarios.language.Shown;

/** Says findings to people. */
record Findings(Path file, Side heard) {

    private static final int MOST = 600;

    /** One line for a list. */
    String line(Finding finding) {
        return switch (finding) {
            case Finding.Differs it -> place(it.expected()) + ": " + whose(it.seat()) + ": " + difference(it);
            case Finding.Missing it -> place(it.expected()) + ": " + whose(it.seat()) + ": nothing came instead of "
                    + shown(it.expected().text());
            case Finding.Surplus it -> file + ":" + it.after() + ": " + whose(it.seat())
                    + ": the recording does not have " + shown(it.got().text());
        };
    }

    /** All that helps to understand it. */
    String text(Finding finding, List<Seat> all) {
        List<String> lines = new ArrayList<>();
        switch (finding) {
            case Finding.Differs it -> {
                lines.add(place(it.expected()) + ": " + whose(it.seat()) + ", expected this next"
                        + in(it.expected().message()) + ", and got something else");
                lines.add("  expected  " + shown(it.expected().text()));
                lines.add("  got       " + shown(it.got().text()));
                lines.add("  differs   " + difference(it));
            }
            case Finding.Missing it -> {
                lines.add(place(it.expected()) + ": " + whose(it.seat()) + ", expected this next"
                        + in(it.expected().message()) + ", and "
                        + (it.instead().isEmpty() ? "nothing came" : "it did not come"));
                lines.add("  expected  " + shown(it.expected().text()));
                it.instead().stream().limit(1).forEach(got -> lines.add("  got       " + shown(got.text())));
            }
            case Finding.Surplus it -> {
                lines.add(file + ":" + it.after() + ": " + whose(it.seat()) + ", got something that the recording"
                        + " does not have");
                lines.add("  got       " + shown(it.got().text()));
            }
        }
        last(finding.seat(), "", lines);
        all.stream().filter(seat -> seat != finding.seat()).forEach(seat -> last(seat, "", lines));
        return String.join("\n", lines);
    }

    private static void last(Seat seat, String indent, List<String> lines) {
        lines.add(indent + seat + "'s last lines:" + (seat.last().isEmpty() ? " none" : ""));
        seat.last().forEach(line -> lines.add(indent + "    " + shown(line)));
    }

    private String place(Finding.Expected expected) {
        return file + ":" + expected.place();
    }

    /** Who was to say it, or to hear it. */
    private String whose(Seat seat) {
        return heard == Side.CLIENT ? "from " + seat : "to " + seat;
    }

    private static String in(Message message) {
        return message.lane().startsWith("#") ? " in " + Shown.plain(message.lane()) : "";
    }

    private static String difference(Finding.Differs it) {
        Difference difference = it.difference();
        String field = difference.field().equals("name") ? "the kind of line" : Shown.plain(difference.field());
        return field + ": expected " + quoted(difference.expected()) + ", got " + quoted(difference.got());
    }

    private static String quoted(String text) {
        return '"' + shown(text) + '"';
    }

    private static String shown(String text) {
        String plain = Shown.plain(text);
        return plain.length() <= MOST ? plain : plain.substring(0, MOST) + "…";
    }
}
