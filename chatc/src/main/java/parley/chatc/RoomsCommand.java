package parley.chatc;

import java.util.List;
import java.util.concurrent.Callable;
import parley.chatc.pipe.Arrivals;
import parley.chatc.session.Session;
import parley.chatc.text.SafeText;
import parley.protocol.Command.Rooms;
import parley.protocol.Delivery;
import parley.protocol.Event.RoomInfo;
import parley.protocol.Event.RoomList;
import parley.protocol.json.JsonLines;
import picocli.CommandLine.Command;

/** {@code chatc rooms}. */
@Command(name = "rooms", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = "Prints which rooms there are, one a line: name, members, topic, with tabs between them.",
        footer = {"", "The one that asks is not counted.", "", "Examples:",
                "  chatc rooms               what there is", "  chatc rooms | cut -f1     names alone",
                "  chatc rooms --json | jq '.rooms[] | select(.members > 0)'"})
final class RoomsCommand implements Callable<Integer> {

    private final Chatc chatc;

    RoomsCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        try (Session session = chatc.options().open(chatc.shell(), false, new Arrivals(it -> false))) {
            List<String> own = session.welcomed().rooms();
            List<RoomInfo> rooms = session.ask(new Rooms(), RoomList.class).rooms().stream()
                    .map(room -> own.contains(room.name()) ? withoutOne(room) : room).toList();
            print(rooms);
            return Status.DONE;
        }
    }

    /** The server seats whoever asks in its first rooms; there only to ask, they do not count. */
    private static RoomInfo withoutOne(RoomInfo room) {
        return new RoomInfo(room.name(), room.topic(), room.members() - 1);
    }

    private void print(List<RoomInfo> rooms) {
        if (chatc.options().json()) {
            chatc.shell().out().println(SafeText.json(JsonLines.write(Delivery.of(new RoomList(rooms)))));
        } else {
            rooms.forEach(room -> chatc.shell().out().println(line(room)));
        }
    }

    private static String line(RoomInfo room) {
        String topic = SafeText.line(room.topic()).replace('\t', ' ');
        return SafeText.line(room.name()) + "\t" + room.members() + "\t" + topic;
    }
}
