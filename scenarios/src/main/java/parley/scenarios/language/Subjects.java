package parley.scenarios.language;

import java.util.ArrayList;
import java.util.List;

/** Who a step is about. */
public sealed interface Subjects {

    /** These clients, in this order. */
    record Named(List<String> names) implements Subjects {
        public Named {
            names = List.copyOf(names);
        }
    }

    /**
     * All clients that are connected, except the one who does what is to be seen: who does it gets an answer instead.
     *
     * @param but who is left out besides
     */
    record Everyone(List<String> but) implements Subjects {
        public Everyone {
            but = List.copyOf(but);
        }
    }

    /** The clients that are named, be it to include or to exclude them. */
    default List<String> mentioned() {
        return switch (this) {
            case Named named -> named.names();
            case Everyone everyone -> everyone.but();
        };
    }

    static Subjects read(Words words) throws Mistake {
        if (words.took("everyone")) {
            return new Everyone(words.took("but") ? clients(words) : List.of());
        }
        return new Named(clients(words));
    }

    private static List<String> clients(Words words) throws Mistake {
        List<String> clients = new ArrayList<>();
        for (Slice name : SlotType.names(words)) {
            if (!name.text().codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')) {
                throw new Mistake(name, "a client's name in a scenario is letters, digits, - and _; for another nick "
                        + "write connects as NICK");
            }
            clients.add(name.text());
        }
        return clients;
    }
}
