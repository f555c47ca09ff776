package parley.chatc;

import parley.protocol.Event;

/**
 * A question that somebody said in a room, and what answers it. What was said before it is no answer: its own echo says
 * where in the room's order it stands. Used by one thread.
 */
final class Question {

    private final String room;
    private final String self;
    private final String text;
    private final Wanted answer;
    private boolean asked;

    /**
     * @param self who asks
     */
    Question(String room, String self, String text, Wanted answer) {
        this.room = room;
        this.self = self;
        this.text = text;
        this.answer = answer;
    }

    /** Whether this event is an answer. To be asked of all events in their order. */
    boolean isAnsweredBy(Event event) {
        return switch (event) {
            case Event.Told told -> answer.has(told.from(), told.text());
            case Event.ToldRole told -> told.room().equals(room) && answer.has(told.from(), told.text());
            case Event.Said said when !said.room().equals(room) -> false;
            case Event.Said said when said.from().equals(self) -> {
                asked |= said.text().equals(text);
                yield false;
            }
            case Event.Said said -> asked && answer.has(said.from(), said.text());
            default -> false;
        };
    }
}
