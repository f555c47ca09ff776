package parley.protocol.client;

import java.util.List;
import java.util.Optional;
import parley.protocol.Command;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.NotOfThisDialect;
import parley.protocol.Request;
import parley.protocol.json.JsonLines;

/** JSON lines, which have a line for each command and each event. */
public final class JsonClientDialect implements ClientDialect {

    private static final String ALIVE = JsonLines.write(new Request(null, new Command.Ping()));

    @Override
    public List<String> say(Request request) {
        return List.of(JsonLines.write(request));
    }

    @Override
    public Heard hear(String line) throws NotOfThisDialect {
        Optional<Delivery> meaning = JsonLines.readDelivery(line);
        boolean asked = meaning.isPresent() && meaning.get().event() instanceof Event.Ping;
        return new Heard(meaning.stream().toList(), asked ? List.of(ALIVE) : List.of(), meaning.isPresent());
    }
}
