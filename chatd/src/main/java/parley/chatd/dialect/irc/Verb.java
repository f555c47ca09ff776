package parley.chatd.dialect.irc;

import parley.protocol.irc.IrcLine;

/**
 * Something a client can say.
 *
 * @param least so many parameters at least
 * @param turn when it is done
 */
record Verb(String name, int least, boolean early, Turn turn, Handler handler) {

    /** When something is done, and what it costs. */
    enum Turn {
        /** At once, and for nothing: a sign of life. */
        FREE,
        /** After what was asked before, at the session's pace. */
        OWN,
        /** After what was asked before; the commands of the chat that it comes to have their pace. */
        COMMANDS,
        /** The same, without waiting for what was asked before. */
        MESSAGES
    }

    /** Does it. There are as many parameters as it takes. Only on the connection's thread. */
    interface Handler {
        void handle(IrcSession client, IrcLine line);
    }
}
