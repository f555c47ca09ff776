package parley.chatd.dialect.irc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import parley.chatd.core.View.Place;
import parley.protocol.Event.RoomInfo;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/** Which rooms there are: LIST; and words that fill lines. */
final class Listing {

    private Listing() {
    }

    static void list(IrcSession client, IrcLine line) {
        String first = line.param(0);
        List<String> asked = first == null || first.isEmpty() ? List.of() : List.of(first.split(","));
        boolean named = !asked.isEmpty()
                && asked.stream().allMatch(it -> it.startsWith("#") && it.indexOf('*') < 0 && it.indexOf('?') < 0);
        client.send(Numeric.RPL_LISTSTART, "Channel");
        if (named) {
            asked.forEach(name -> client.view().room(name).ifPresent(it -> tell(client, info(it))));
        } else {
            Predicate<RoomInfo> wanted =
                    asked.stream().map(it -> ListCondition.of(client, it)).reduce(room -> true, Predicate::and);
            client.view().rooms().stream().filter(wanted).forEach(room -> tell(client, room));
        }
        client.send(Numeric.RPL_LISTEND);
    }

    private static RoomInfo info(Place place) {
        return new RoomInfo(place.name(), place.topic() == null ? "" : place.topic().text(), place.members().size());
    }

    private static void tell(IrcSession client, RoomInfo room) {
        client.send(client.saying(Numeric.RPL_LIST, room.topic(), room.name(), "" + room.members()));
    }

    /** As many lines as it takes for all words, with a space between them. */
    static List<IrcLine> filled(List<String> words, Function<String, IrcLine> line) {
        int room = Lines.room(line.apply("")) + " :".length();
        List<IrcLine> lines = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int bytes = 0;
        for (String word : words) {
            int more = word.getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes > 0 && bytes + more > room) {
                lines.add(line.apply(text.toString()));
                text.setLength(0);
                bytes = 0;
            }
            text.append(bytes == 0 ? "" : " ").append(word);
            bytes += more;
        }
        if (bytes > 0) {
            lines.add(line.apply(text.toString()));
        }
        return lines;
    }
}
