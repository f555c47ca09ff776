package parley.scenarios;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import parley.protocol.Dialect;

/** The scenarios of the library that IRC can spell, with the same words over IRC. */
final class LibraryOverIrcTest {

    /**
     * The others look at lines of JSON, or at what IRC does not tell: a ban's reason, cursors, what was missed while
     * nobody was there.
     */
    private static final List<String> BOTH = List.of("account-ban", "accounts", "admissions", "broadcast", "crowd",
            "disconnect",
            "echo", "exceptions", "fence", "invitations", "kick", "killed", "languages", "leaving", "moderated",
            "one-address", "operators-only", "private", "refusals", "rename", "restrictions", "room-list", "rooms",
            "slow-network", "stalled", "together", "topic", "topic-lock", "welcome", "who-invites", "whole-house",
            "time/idle", "time/no-hello");

    @TestFactory
    Stream<DynamicTest> passes() {
        return BOTH.stream().flatMap(name -> Scenarios.in(Path.of("library", name + ".chat"),
                RunOptions.STANDARD.over(Dialect.IRC)));
    }
}
