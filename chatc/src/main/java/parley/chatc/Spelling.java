package parley.chatc;

import java.time.ZoneId;
import parley.chatc.pipe.Arrivals.Arrived;
import parley.chatc.text.PlainText;
import parley.chatc.text.SafeText;

/** Makes a line for the standard output of something that arrived. */
interface Spelling {

    String line(Arrived arrived);

    /** As the options have it: the server's own line, or one for people. */
    static Spelling of(Options options) {
        return options.json() ? json() : plain();
    }

    /** The server's own line. */
    static Spelling json() {
        return arrived -> SafeText.json(arrived.line());
    }

    private static Spelling plain() {
        PlainText text = new PlainText(ZoneId.systemDefault());
        return arrived -> text.line(arrived.delivery().event());
    }
}
