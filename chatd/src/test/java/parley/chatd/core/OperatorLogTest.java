package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import parley.protocol.Access;
import parley.protocol.Command.Kick;
import parley.protocol.Command.Lift;
import parley.protocol.Command.Restrict;
import parley.protocol.Command.SetRole;
import parley.protocol.Command.SetRoom;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.Target.ByNick;

/** What operators do is in the log: who, whom and where, and none of their words. */
class OperatorLogTest {

    private static final String ROOM = "#logged"; // other tests use the same log at the same time

    @Test
    void whatAnOperatorDidIsKnownAfterwards() {
        // Another test may be the first to log, just now.
        ILoggerFactory logs = await().until(LoggerFactory::getILoggerFactory, LoggerContext.class::isInstance);
        Logger log = ((LoggerContext) logs).getLogger(Operators.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        try {
            Chat chat = Society.chat();
            Person bob = chat.connect("bob", ROOM);
            chat.connect("dave", ROOM);
            bob.does(new SetRole(ROOM, "dave", Role.VOICE));
            bob.does(new Restrict(Restriction.MUTE, ROOM, new ByNick("d*"), null, "s3cret"));
            bob.does(new Lift(Restriction.MUTE, ROOM, new ByNick("d*")));
            bob.does(new SetRoom(ROOM, Society.access(Access.INVITE_ONLY)));
            bob.does(new Kick(ROOM, "dave", "s3cret"));
        } finally {
            log.detachAppender(lines);
        }
        assertThat(List.copyOf(lines.list)).extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(line -> line.contains(ROOM))
                .containsExactly("bob gave dave the role voice in " + ROOM, "bob muted d* in " + ROOM,
                        "bob ended the mute on d* in " + ROOM, "bob changed " + ROOM,
                        "bob kicked dave out of " + ROOM);
    }
}
