package parley.chatc.session;

import parley.protocol.client.Client;

/** One connection of a lasting session. */
record Live(Session session, Incoming incoming) {

    Client client() {
        return session.client();
    }

    boolean isOver() {
        return incoming.over().isDone();
    }
}
