package parley.protocol.client.irc;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.NotOfThisDialect;
import parley.protocol.Password;
import parley.protocol.Refusal;
import parley.protocol.Request;
import parley.protocol.client.ClientDialect;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;
import parley.protocol.irc.Source;

/**
 * IRC, as a client speaks it to any server.
 *
 * <p>Its lock guards all that it knows of the connection. Nothing is written while it is held.
 */
public final class IrcClientDialect implements ClientDialect {

    /** Before a number, what the marks of this client look like. */
    private static final String MARK = "parley-";

    private final Support support = new Support();
    private final Capabilities capabilities = new Capabilities();
    private final Channels channels = new Channels(support);
    private final Asking asking = new Asking(support, capabilities);
    private final Happenings happenings;
    /** What was asked and not answered yet, in the order in which the server does it. */
    private final Queue<Question> questions = new ArrayDeque<>();
    /** The batches that are history. */
    private final Set<String> histories = new HashSet<>();
    private @Nullable Registration registration;
    private boolean welcome;
    /** What came before the client was welcome, of the rooms where the server seats everyone. */
    private final List<Delivery> early = new ArrayList<>();
    private String nick = "";
    private String topic = "";
    private long lastMark;

    /** @param clock tells when something was said, where the server does not */
    public IrcClientDialect(InstantSource clock) {
        this.happenings = new Happenings(support, channels, clock);
    }

    @Override
    public synchronized List<String> say(Request request) {
        Question question = new Question(request, MARK + ++lastMark);
        questions.add(question);
        if (request.command() instanceof Command.Hello hello) {
            return spelt(hello(hello, question));
        }
        List<IrcLine> lines = new ArrayList<>();
        try {
            lines.addAll(asking.lines(request.command()));
        } catch (Asking.Unspeakable e) {
            question.refuse(new Event.Refused(e.why(), "", String.valueOf(e.getMessage())));
        }
        if (!(request.command() instanceof Command.Quit)) {
            lines.add(IrcLine.of("PING", MARK + lastMark));
        }
        return spelt(lines);
    }

    /** The first hello begins the registration; after one that was refused for its nick, another nick is enough. */
    private List<IrcLine> hello(Command.Hello hello, Question question) {
        if (welcome) {
            question.refuse(new Event.Refused(Refusal.ALREADY_WELCOMED, "", "you have said hello already"));
            return List.of(IrcLine.of("PING", MARK + lastMark));
        }
        Password password = hello.password();
        if (password != null && IrcLine.breaksLine(password.text())) {
            // Said here, because what fails later fails with the line that it stands in.
            question.refuse(new Event.Refused(Refusal.PASSWORD_WRONG, "", "IRC cannot say this password"));
            return List.of(IrcLine.of("PING", MARK + lastMark));
        }
        try {
            if (registration != null) {
                List<IrcLine> again = List.of(IrcLine.of("NICK", hello.nick()));
                registration.again(hello);
                return again;
            }
            Registration begun = new Registration(hello, capabilities);
            List<IrcLine> lines = begun.begin();
            registration = begun;
            return lines;
        } catch (IllegalArgumentException e) {
            question.refuse(new Event.Refused(Refusal.NICK_INVALID, hello.nick(), "IRC cannot say this nick"));
            return List.of(IrcLine.of("PING", MARK + lastMark));
        }
    }

    @Override
    public String lineEnd() {
        return "\r\n";
    }

    private static List<String> spelt(List<IrcLine> lines) {
        return lines.stream().map(IrcLine::spell).toList();
    }

    @Override
    public synchronized Heard hear(String text) throws NotOfThisDialect {
        if (text.startsWith("{")) {
            throw new NotOfThisDialect("the server does not speak IRC but JSON lines, it seems");
        }
        boolean before = !welcome;
        Heard heard = IrcLine.read(text).map(this::hear).orElse(Heard.UNKNOWN);
        return before && !welcome && registration != null ? afterWelcome(heard) : heard;
    }

    /** Keeps what somebody did for later: the first that a client hears is its welcome. */
    private Heard afterWelcome(Heard heard) {
        heard.deliveries().stream().filter(delivery -> delivery.event() instanceof Event.InRoom).forEach(early::add);
        return new Heard(heard.deliveries().stream().filter(delivery -> !(delivery.event() instanceof Event.InRoom))
                .toList(), heard.replies(), heard.known());
    }

    private Heard hear(IrcLine line) {
        return switch (line.verb()) {
            case "PING" -> new Heard(List.of(Delivery.of(new Event.Ping())),
                    spelt(List.of(new IrcLine(Map.of(), null, "PONG", line.params()))), true);
            case "PONG" -> pong(line);
            case "ERROR" -> goodbye(line);
            case "CAP", "AUTHENTICATE" -> registration == null ? Heard.NOTHING : registering(line, registration);
            case "BATCH" -> batch(line);
            default -> line.verb().matches("\\d{3}|FAIL|WARN|NOTE") ? numeric(line) : happening(line);
        };
    }

    private static boolean is(IrcLine line, Numeric... any) {
        return Arrays.stream(any).anyMatch(numeric -> numeric.code().equals(line.verb()));
    }

    private Heard learn(IrcLine line) {
        List<String> params = line.params();
        if (params.size() > 2) {
            support.learn(params.subList(1, params.size() - 1));
        }
        return Heard.NOTHING;
    }

    private Heard batch(IrcLine line) {
        String reference = Objects.requireNonNullElse(line.param(0), "");
        if (reference.startsWith("+") && "chathistory".equals(line.param(1))) {
            histories.add(reference.substring(1));
        } else if (reference.startsWith("-")) {
            histories.remove(reference.substring(1));
        }
        return Heard.NOTHING;
    }

    /** All that there was to say to a question has been said. */
    private Heard pong(IrcLine line) {
        Question first = questions.peek();
        String mark = line.params().isEmpty() ? null : line.params().getLast();
        if (first == null || !first.endsWith(mark)) {
            return Heard.NOTHING;
        }
        questions.remove();
        return Heard.of(first.command() instanceof Command.Hello hello && !welcome
                ? welcomed(first, hello)
                : List.of(new Delivery(first.request().ref(), first.answer())));
    }

    /** Welcome is who has read the message of the day, and has a seat wherever the server gives one unasked. */
    private List<Delivery> welcomed(Question question, Command.Hello hello) {
        if (question.answer() instanceof Event.Refused refused) {
            return List.of(new Delivery(question.request().ref(), refused));
        }
        Registration done = Objects.requireNonNull(registration);
        welcome = true;
        List<Delivery> all = new ArrayList<>();
        all.add(new Delivery(question.request().ref(), new Event.Welcomed(nick, done.server(), channels.names(),
                done.motd(), done.account())));
        all.addAll(early);
        // Nothing tells what was missed meanwhile.
        hello.resume().forEach((room, cursor) -> {
            if (channels.isIn(room)) {
                all.add(Delivery.of(new Event.Gap(room, cursor)));
            }
        });
        return all;
    }

    private Heard goodbye(IrcLine line) {
        String why = Reason.ofClosing(line.params().isEmpty() ? "" : line.params().getLast());
        Question first = questions.peek();
        String ref = first != null && first.command() instanceof Command.Quit ? first.request().ref() : null;
        return Heard.of(List.of(new Delivery(ref, new Event.Bye(why))));
    }

    private Heard numeric(IrcLine line) {
        if (is(line, Numeric.RPL_ISUPPORT)) {
            return learn(line);
        }
        if (!welcome && registration != null) {
            return registering(line, registration);
        }
        Optional<Event.Refused> refused = Refusals.in(line);
        Question first = questions.peek();
        if (refused.isPresent()) {
            if (first == null || first.command() instanceof Command.Sync) {
                // Of a line that somebody sent as it stands, or of nothing at all.
                return Heard.of(List.of(Delivery.of(refused.get())));
            }
            first.refuse(precise(refused.get(), first.command()));
            return Heard.NOTHING;
        }
        if (first != null) {
            Numeric.of(line.verb()).ifPresent(numeric -> first.learn(numeric, line, support));
        }
        return entered(line);
    }

    /** That a message did not get into a room has one numeric for many reasons, and so has what is for operators. */
    private Event.Refused precise(Event.Refused refused, Command command) {
        Refusal why = switch (command) {
            case Command.Say say when !channels.isIn(say.room()) -> outside(refused.why());
            case Command.TellRole tell when !channels.isIn(tell.room()) -> outside(refused.why());
            case Command.SetTopic _ when refused.why() == Refusal.NOT_OPERATOR -> Refusal.TOPIC_LOCKED;
            default -> refused.why();
        };
        return new Event.Refused(why, refused.about(), refused.text(), refused.retryAfter());
    }

    private static Refusal outside(Refusal why) {
        return why == Refusal.MODERATED ? Refusal.NOT_A_MEMBER : why;
    }

    /**
     * What a room is like when it is entered: its topic, in one numeric or two, of which the second tells who set it, and
     * its members.
     */
    private Heard entered(IrcLine line) {
        List<String> params = line.params();
        switch (Numeric.of(line.verb()).orElse(null)) {
            case RPL_TOPIC -> topic = params.size() > 2 ? params.get(2) : "";
            case RPL_TOPICWHOTIME -> {
                return topicSet(params, params.size() > 2 ? Source.read(params.get(2)).name() : "", time(line, 3));
            }
            case RPL_NAMREPLY -> {
                if (params.size() > 3) {
                    Support.words(params.get(3))
                            .forEach(word -> channels.join(params.get(2), support.ranked(word).nick()));
                }
            }
            case RPL_ENDOFNAMES -> {
                return topicSet(params, Objects.requireNonNullElse(line.source(), ""), null);
            }
            case null, default -> {
                // It answers a question, or says nothing that anybody is told.
            }
        }
        return Heard.NOTHING;
    }

    /** Where the server does not say who it was, it was the server. */
    private Heard topicSet(List<String> params, String from, @Nullable Instant at) {
        if (topic.isEmpty() || params.size() < 2) {
            return Heard.NOTHING;
        }
        Event set = new Event.TopicSet(params.get(1), from, topic, at);
        topic = "";
        return Heard.of(List.of(Delivery.of(set)));
    }

    /** A parameter that is a time, in seconds since 1970. */
    static @Nullable Instant time(IrcLine line, int index) {
        String seconds = line.param(index);
        return seconds != null && seconds.matches("\\d{1,11}")
                ? Instant.ofEpochSecond(Long.parseLong(seconds))
                : null;
    }

    private Heard registering(IrcLine line, Registration begun) {
        begun.learn(line);
        Registration.Reply reply = begun.answer(line);
        Optional<Event.Refused> refused = reply.refused();
        List<String> replies = new ArrayList<>(spelt(reply.lines()));
        Question first = questions.peek();
        if (refused.isPresent() && first != null && first.command() instanceof Command.Hello
                && !is(line, Numeric.ERR_UNKNOWNCOMMAND, Numeric.ERR_NOTREGISTERED)) {
            questions.remove();
            return new Heard(List.of(new Delivery(first.request().ref(), refused.get())), replies, true);
        }
        if (is(line, Numeric.RPL_WELCOME)) {
            nick = begun.nick();
        }
        if (is(line, Numeric.RPL_ENDOFMOTD, Numeric.ERR_NOMOTD) && first != null) {
            begun.resume().keySet().forEach(room -> replies.add(IrcLine.of("JOIN", room).spell()));
            replies.add(IrcLine.of("PING", first.mark()).spell());
        }
        return new Heard(entered(line).deliveries(), replies, true);
    }

    private Heard happening(IrcLine line) {
        boolean past = histories.contains(line.tags().getOrDefault("batch", ""));
        Optional<List<Event>> events = happenings.read(line, nick, past);
        if (events.isEmpty()) {
            return Heard.UNKNOWN;
        }
        String from = line.source() == null ? "" : Source.read(line.source()).name();
        boolean mine = happenings.same(from, nick);
        if (mine && line.verb().equals("NICK")) {
            nick = Objects.requireNonNullElse(line.param(0), nick);
        }
        Question first = questions.peek();
        if (first != null) {
            events.get().forEach(event -> learn(event, first, mine));
        }
        return Heard.of(events.get().stream().filter(event -> !mine || isTold(event)).map(Delivery::of).toList());
    }

    private static void learn(Event event, Question question, boolean mine) {
        if (event instanceof Event.Joined joined && mine && question.command() instanceof Command.Join) {
            question.doneIn(joined.room());
        }
        if (event instanceof Event.Said said && said.past() && question.command() instanceof Command.Recall) {
            question.recalled(said.cursor());
        }
    }

    /** Of what it did itself, a client is told only what comes from the history, unless it wants to hear it all. */
    private boolean isTold(Event event) {
        boolean echo = registration != null && registration.hello().echo();
        return echo || (event instanceof Event.Said said && said.past());
    }
}
