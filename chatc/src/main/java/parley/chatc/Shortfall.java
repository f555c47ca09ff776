package parley.chatc;

import java.util.List;
import parley.chatc.pipe.Tally;
import parley.chatc.pipe.Tally.Trouble;
import parley.protocol.Address;

/** Says what is missing when not all messages are stored. */
record Shortfall(Tally tally, Address server) {

    /** What failed first, what ended it all, and how much is stored all the same. */
    Complaint complaint() {
        List<Trouble> troubles = tally.troubles();
        String sentence = String.join("; then ", troubles.stream().map(this::sentence).toList());
        return new Complaint(status(troubles.getLast()), sentence + (tally.sent() > 1 ? "; " + stored() : ""));
    }

    private String sentence(Trouble trouble) {
        return switch (trouble) {
            case Tally.Refused it when it.line() == 0 ->
                "the server could not read what it was sent: " + it.refused().text();
            case Tally.Refused it when tally.sent() == 1 -> "not stored: " + it.refused().text();
            case Tally.Refused it -> "line " + it.line() + " is not stored: " + it.refused().text();
            case Tally.Ended it -> Complaints.over(server, it.why()).sentence();
            case Tally.Unreadable it -> "cannot read the standard input: " + it.why();
        };
    }

    /** Where no answer came, the message may be stored or not. */
    private String stored() {
        boolean certain = tally.troubles().stream().noneMatch(Tally.Ended.class::isInstance);
        return tally.stored() + " of " + tally.sent() + " messages are " + (certain ? "" : "known to be ") + "stored";
    }

    private static int status(Trouble trouble) {
        return switch (trouble) {
            case Tally.Refused it -> Status.REFUSED;
            case Tally.Ended it -> Status.UNAVAILABLE;
            case Tally.Unreadable it -> Status.USAGE;
        };
    }
}
