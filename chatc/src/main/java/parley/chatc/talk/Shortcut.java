package parley.chatc.talk;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A key that is pressed while a line is being typed, and leaves that as it is. The keys are those of irssi and WeeChat;
 * none of them edits a line in Emacs or bash, but for Alt and a digit, which hardly anybody knows.
 *
 * @param sequence what a terminal sends for it
 */
record Shortcut(String sequence, Consumer<Deeds> deed) {

    private static final String ESCAPE = "\u001b";

    static final List<Shortcut> ALL = Stream.concat(
            IntStream.rangeClosed(1, 9)
                    .mapToObj(i -> new Shortcut(ESCAPE + i, deeds -> deeds.turning().to(Integer.toString(i)))),
            Stream.of(new Shortcut(ESCAPE + "a", deeds -> deeds.turning().toNews()),
                    new Shortcut(ESCAPE + "[1;3C", deeds -> deeds.turning().by(1)),
                    new Shortcut(ESCAPE + "[1;3D", deeds -> deeds.turning().by(-1)),
                    // What other terminals send for Alt and an arrow.
                    new Shortcut(ESCAPE + ESCAPE + "[C", deeds -> deeds.turning().by(1)),
                    new Shortcut(ESCAPE + ESCAPE + "[D", deeds -> deeds.turning().by(-1))))
            .toList();
}
