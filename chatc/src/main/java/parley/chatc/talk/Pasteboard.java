package parley.chatc.talk;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Keeps several lines that came in one piece until somebody has said what to do with them. Runs on the thread of the
 * turns.
 */
final class Pasteboard {

    private final Stage stage;
    private String text = "";
    private Consumer<String> deed = message -> {
    };

    Pasteboard(Stage stage) {
        this.stage = stage;
    }

    /** Does it with a text of one line; with more, asks first. */
    void offer(String offered, Consumer<String> what) {
        List<String> messages = messages(offered);
        if (messages.size() <= 1) {
            messages.forEach(what);
            return;
        }
        text = offered.strip();
        deed = what;
        stage.setQuestion(
                "send " + messages.size() + " lines [l]ine by line, as [o]ne message, or [n]ot at all? ");
    }

    boolean isAsking() {
        return !text.isEmpty();
    }

    /** Does as it was answered; what is no answer changes nothing. */
    void answer(String answer) {
        switch (answer.strip().toLowerCase(Locale.ROOT)) {
            case "l" -> send(messages(text));
            case "o" -> send(List.of(String.join("\n", lines(text))));
            case "n" -> drop();
            default -> stage.note("l, o or n is the answer");
        }
    }

    private void send(List<String> messages) {
        Consumer<String> what = deed;
        forget();
        messages.forEach(what);
    }

    /** Throws the lines away. */
    void drop() {
        forget();
        stage.note("not sent");
    }

    private void forget() {
        text = "";
        stage.setQuestion("");
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\r\n|\r|\n"));
    }

    private static List<String> messages(String text) {
        return lines(text).stream().filter(line -> !line.isBlank()).toList();
    }
}
