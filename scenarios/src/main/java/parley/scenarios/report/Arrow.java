package parley.scenarios.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An arrow from one lane to another; to several, if the server told several clients the same. The grid that it is drawn
 * in has the time in its first column, the server in its second and the clients from the third on.
 *
 * @param at in milliseconds, for people
 * @param dir {@code in} or {@code out}, from the client's side
 * @param lanes the clients' numbers, from 0
 * @param names the clients' names
 * @param details what stood on the wire, or all there is to be said
 * @param quiet whether it says no more than that something was done
 */
record Arrow(String at, String dir, String text, List<Integer> lanes, List<String> names, String details,
        boolean quiet) {

    private static final int FIRST_CLIENT = 3;

    /** One end of the arrow. */
    record End(String kind, int column, String client, int colour) {
    }

    /**
     * The arrows of a scenario, by the step during which each begins. What several clients were told alike is one, even
     * if it reached some of them during the next step: the server tells all, but not all at once.
     */
    static Map<Integer, List<Arrow>> byStep(Case scenario) {
        List<Group> groups = new ArrayList<>();
        for (Case.Exchange exchange : scenario.exchanges()) {
            int step = scenario.during(exchange);
            groups.stream().dropWhile(group -> group.step < step - 1).filter(group -> group.takes(exchange)).findFirst()
                    .orElseGet(() -> {
                        Group group = new Group(step);
                        groups.add(group);
                        return group;
                    }).exchanges.add(exchange);
        }
        return groups.stream().collect(Collectors.groupingBy(group -> group.step,
                Collectors.mapping(group -> of(group.exchanges, scenario.clients()), Collectors.toList())));
    }

    /** What is drawn as one arrow. */
    private static final class Group {
        private final int step;
        private final List<Case.Exchange> exchanges = new ArrayList<>();

        Group(int step) {
            this.step = step;
        }

        boolean takes(Case.Exchange another) {
            Case.Exchange first = exchanges.getFirst();
            return another.dir() == Case.Direction.IN && first.dir() == Case.Direction.IN
                    && first.news() == another.news() && first.text().equals(another.text())
                    && exchanges.stream().noneMatch(one -> one.client().equals(another.client()));
        }
    }

    private static Arrow of(List<Case.Exchange> group, List<String> clients) {
        Case.Exchange first = group.getFirst();
        // Who was told first is chance, and no reason for the page to look different.
        List<String> names = group.stream().map(Case.Exchange::client)
                .sorted(Comparator.comparingInt(clients::indexOf)).toList();
        return new Arrow(String.format(Locale.ROOT, "%.1f", first.at().toNanos() / 1e6),
                first.dir().name().toLowerCase(Locale.ROOT), first.text(),
                names.stream().map(clients::indexOf).toList(),
                names, group.stream().map(Arrow::detail).distinct().collect(Collectors.joining("\n")), !first.news());
    }

    private static String detail(Case.Exchange exchange) {
        return exchange.client() + ": " + (exchange.line().isEmpty() ? exchange.text() : exchange.line());
    }

    /** The lanes it touches, for the page's script. */
    String clients() {
        return lanes.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    /** The colour of the first client. */
    int colour() {
        return lanes.getFirst() % 8;
    }

    /** The line of the grid at which it ends. */
    int end() {
        return lanes.stream().max(Comparator.naturalOrder()).orElse(0) + FIRST_CLIENT + 1;
    }

    String from() {
        return dir.equals("out") ? String.join(", ", names) : "server";
    }

    String to() {
        return dir.equals("out") ? "server" : String.join(", ", names);
    }

    List<End> ends() {
        boolean out = dir.equals("out");
        Stream<End> server = Stream.of(new End(out ? "out-to" : "in-from", FIRST_CLIENT - 1, "", colour()));
        return Stream.concat(server, IntStream.range(0, lanes.size()).mapToObj(lanes::get).map(lane -> new End(
                out ? "out-from" : "in-to", lane + FIRST_CLIENT, lane.toString(), lane % 8))).toList();
    }
}
