package parley.chatc;

import java.util.List;

/** What keeps a command from being done. The message is a sentence for the person who gave it. */
final class Complaint extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<String> sentences;

    Complaint(int status, String sentence) {
        this(status, List.of(sentence));
    }

    Complaint(int status, List<String> sentences) {
        super(String.join("; ", sentences));
        this.status = status;
        this.sentences = List.copyOf(sentences);
    }

    /** One, or several about as many things. */
    List<String> sentences() {
        return sentences;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    int status() {
        return status;
    }
}
