package parley.chatd.dialect.irc;

import java.util.List;
import parley.protocol.Event;
import parley.protocol.irc.IrcLine;

/** How the answer to a command is spelt. Called on whatever thread has the answer; must not wait. */
interface Reply {

    /** For a command whose doing others are told of, and whoever asked as well. */
    Reply NONE = answer -> List.of();

    /** The lines; none if there is nothing to say. A refusal is spelt by {@link Refusals}. */
    List<IrcLine> spell(Event.Answer answer);
}
