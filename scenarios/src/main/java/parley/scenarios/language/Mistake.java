package parley.scenarios.language;

/** Why a line could not be read. Never leaves this package: it becomes a {@link Problem}. */
final class Mistake extends Exception {

    private static final long serialVersionUID = 1L;

    private final int index;
    private final int length;
    private final String sentence;

    /**
     * @param where the part of the line that is wrong; at its end if something is missing
     * @param sentence what is wrong, and what would be right
     */
    Mistake(Slice where, String sentence) {
        super(sentence, null, false, false);
        this.index = where.index();
        this.length = where.text().length();
        this.sentence = sentence;
    }

    Problem in(Written written) {
        return new Problem(written, index, length, sentence);
    }
}
