package parley.chatc;

/** What keeps a command from being done. The message is a sentence for the person who gave it. */
final class Complaint extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String sentence;

    Complaint(int status, String sentence) {
        super(sentence);
        this.status = status;
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    int status() {
        return status;
    }
}
