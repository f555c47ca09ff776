package parley.protocol.client.irc;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command.Hello;
import parley.protocol.Cursor;
import parley.protocol.Event.Refused;
import parley.protocol.Password;
import parley.protocol.Refusal;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/**
 * Coming in, up to the end of the message of the day (Modern IRC, "Connection Registration").
 *
 * <pre>
 *   CAP LS, NICK, USER ──offer──► CAP REQ ──ack──► AUTHENTICATE ──done──► CAP END ──► 001 … 376
 *                         └─ nothing of use ─────────────┴──────────────────┘
 * </pre>
 *
 * <p>A password goes by SASL where the server offers it, otherwise by {@code PASS}.
 */
final class Registration {

    /** With what a login ends. */
    private static final Set<Numeric> LOGIN_OVER = EnumSet.of(Numeric.RPL_SASLSUCCESS, Numeric.ERR_SASLFAIL,
            Numeric.ERR_SASLTOOLONG, Numeric.ERR_SASLABORTED, Numeric.ERR_SASLALREADY);

    private final Capabilities capabilities;
    private Hello hello;
    private boolean negotiating = true;
    private String nick;
    private String server = "";
    private @Nullable Authentication authentication;
    private @Nullable String account;
    /** Why the nick will be refused, if the server has said so already. */
    private @Nullable Refused reserved;
    private final List<String> motd = new ArrayList<>();

    Registration(Hello hello, Capabilities capabilities) {
        this.hello = hello;
        this.capabilities = capabilities;
        this.nick = hello.nick();
    }

    /** Goes on with another nick, because the first was refused. */
    void again(Hello next) {
        hello = next;
        nick = next.nick();
    }

    Hello hello() {
        return hello;
    }

    /** The nick that the server gave. */
    String nick() {
        return nick;
    }

    /** The account that the client is logged in to, if any. */
    @Nullable String account() {
        return account;
    }

    /** Name and version of the server. */
    String server() {
        return server;
    }

    String motd() {
        return String.join("\n", motd).strip();
    }

    /** What to say first. */
    List<IrcLine> begin() {
        return List.of(IrcLine.of("CAP", "LS", "302"), IrcLine.of("NICK", hello.nick()),
                IrcLine.of("USER", user(hello.nick()), "0", "*", hello.nick()));
    }

    /** A user's name has no signs that mean something in a source. */
    private static String user(String nick) {
        String user = nick.replaceAll("[^A-Za-z0-9._-]", "");
        return user.isEmpty() ? "user" : user;
    }

    /**
     * What a line comes to.
     *
     * @param lines what to say to it
     * @param refused why the server will not have the client, or the client not the server
     */
    record Reply(List<IrcLine> lines, Optional<Refused> refused) {
    }

    /** Takes a line of {@code CAP} or {@code AUTHENTICATE}, or a numeric. */
    Reply answer(IrcLine line) {
        if (Numeric.of(line.verb()).filter(LOGIN_OVER::contains).isPresent()) {
            return endLogin(line);
        }
        return switch (line.verb()) {
            case "CAP" -> new Reply(negotiate(line.params()), Optional.empty());
            case "AUTHENTICATE" -> authentication == null
                    ? new Reply(List.of(), Optional.empty())
                    : new Reply(authentication.answer(orElse(line.param(0), "")), authentication.refused());
            default -> new Reply(List.of(), Refusals.in(line).flatMap(it -> precise(line, it)));
        };
    }

    /** That a nick is reserved comes before the numeric for those that are taken, and says it better. */
    private Optional<Refused> precise(IrcLine line, Refused refused) {
        Refused known = reserved;
        boolean first = line.verb().equals("FAIL") && refused.why() == Refusal.NICK_RESERVED;
        reserved = first ? refused : null;
        if (first) {
            return Optional.empty();
        }
        return Optional.of(known != null && refused.why() == Refusal.NICK_TAKEN ? known : refused);
    }

    /** The server says what came of the login; then there may be another one to try, or it is not to be believed. */
    private Reply endLogin(IrcLine line) {
        if (authentication != null) {
            List<IrcLine> more = switch (Numeric.of(line.verb()).orElse(null)) {
                case RPL_SASLSUCCESS -> authentication.done();
                case ERR_SASLFAIL, ERR_SASLTOOLONG -> authentication.next();
                case null, default -> List.of();
            };
            if (!more.isEmpty() || authentication.refused().isPresent()) {
                return new Reply(more, authentication.refused());
            }
        }
        return new Reply(end(), Refusals.in(line));
    }

    private List<IrcLine> negotiate(List<String> params) {
        String subcommand = params.size() > 1 ? params.get(1) : "";
        String words = params.size() > 2 ? params.getLast() : "";
        return switch (subcommand) {
            case "LS" -> {
                capabilities.offer(words);
                boolean more = params.size() > 3 && params.get(2).equals("*");
                yield more ? List.of() : request();
            }
            case "ACK" -> {
                capabilities.agree(words);
                yield capabilities.has(Capabilities.SASL) ? logIn() : end();
            }
            case "NAK" -> end();
            default -> List.of(); // what is new or gone later on changes nothing
        };
    }

    private List<IrcLine> request() {
        if (!negotiating) {
            return List.of();
        }
        Password password = hello.password();
        List<String> wishes = capabilities.wishes(hello.echo(), password != null);
        List<IrcLine> lines = new ArrayList<>();
        if (password != null && !wishes.contains(Capabilities.SASL)) {
            lines.add(IrcLine.of("PASS", password.text()));
        }
        if (wishes.isEmpty()) {
            lines.addAll(end());
        } else {
            lines.add(IrcLine.of("CAP", "REQ", String.join(" ", wishes)));
        }
        return lines;
    }

    /** The account is the nick's. */
    private List<IrcLine> logIn() {
        Password password = hello.password();
        if (password == null) {
            return end();
        }
        authentication = new Authentication(hello, password, capabilities.mechanisms());
        return authentication.next();
    }

    private List<IrcLine> end() {
        if (!negotiating) {
            return List.of();
        }
        negotiating = false;
        return List.of(IrcLine.of("CAP", "END"));
    }

    /** Takes from a numeric what the welcome tells. */
    void learn(IrcLine line) {
        switch (Numeric.of(line.verb()).orElse(null)) {
            case RPL_WELCOME -> nick = orElse(line.param(0), nick);
            case RPL_LOGGEDIN -> account = line.param(2);
            case RPL_MYINFO -> server = (orElse(line.param(1), "") + " " + orElse(line.param(2), "")).strip();
            case RPL_MOTD -> motd.add(last(line).replaceFirst("^- ?", ""));
            case null, default -> {
                // Others are of no use here.
            }
        }
    }

    private static String last(IrcLine line) {
        return line.params().isEmpty() ? "" : line.params().getLast();
    }

    private static String orElse(@Nullable String param, String otherwise) {
        return param == null ? otherwise : param;
    }

    /** The rooms to come back to. */
    Map<String, Cursor> resume() {
        return hello.resume();
    }
}
