package parley.chatc.talk;

import java.util.List;

/** Where a conversation is shown. */
interface Screen {

    /** Shows rows above the line that is being typed, which stays as it is. */
    void show(List<Row> rows);

    /** Says before the line that is being typed where its text will go. */
    void prompt(String prompt);

    /** Whether it has a place for a footer. */
    boolean hasFooter();

    /** Shows this at the foot. */
    void footer(Footer footer);

    /** Makes somebody look who looks elsewhere. */
    void ring();

    /** How many rows fit. */
    int height();
}
