package parley.chatc;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.chatc.pipe.Arrivals;
import parley.chatc.session.Session;
import parley.chatc.text.SafeText;
import parley.protocol.Command.Who;
import parley.protocol.Delivery;
import parley.protocol.Event.Members;
import parley.protocol.json.JsonLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chatc who}. */
@Command(name = "who", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = "Prints who is in a room, a nick a line, in the order they came; not the one that asks.",
        footer = {"", "Examples:", "  chatc who             who is in the first room",
                "  chatc who dev         who is in #dev", "  chatc who | wc -l     how many that are"})
final class WhoCommand implements Callable<Integer> {

    private final Chatc chatc;

    @Parameters(paramLabel = Options.ROOM_LABEL, arity = "0..1", description = "The room; otherwise that of --room.")
    private @Nullable String room;

    WhoCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        Optional<String> asked =
                room == null ? chatc.options().room(chatc.shell()) : Optional.of(Options.roomName(room));
        try (Session session = chatc.options().open(chatc.shell(), false, new Arrivals(it -> false))) {
            String name = Options.roomOrFirst(asked, session);
            Members members = session.ask(new Who(name), Members.class);
            print(new Members(members.room(), others(members, session.welcomed().nick())));
            return Status.DONE;
        }
    }

    /** Whoever asks is there only to ask. */
    private static List<String> others(Members members, String self) {
        return members.nicks().stream().filter(nick -> !nick.equals(self)).toList();
    }

    private void print(Members members) {
        if (chatc.options().json()) {
            chatc.shell().out().println(SafeText.json(JsonLines.write(Delivery.of(members))));
        } else {
            members.nicks().forEach(nick -> chatc.shell().out().println(SafeText.line(nick)));
        }
    }
}
