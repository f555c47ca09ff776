package parley.protocol.client.irc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command.Hello;
import parley.protocol.Cursor;
import parley.protocol.Password;
import parley.protocol.irc.IrcLine;

/**
 * Coming in, up to the end of the message of the day (Modern IRC, "Connection Registration").
 *
 * <pre>
 *   CAP LS, NICK, USER ──offer──► CAP REQ ──ack──► AUTHENTICATE ──done──► CAP END ──► 001 … 376
 *                         └─ nothing of use ─────────────┴──────────────────┘
 * </pre>
 *
 * <p>A password goes by SASL PLAIN where the server offers it, otherwise by {@code PASS}.
 */
final class Registration {

    /** How much of the base 64 goes into one line (IRCv3 SASL). */
    private static final int SASL_PIECE = 400;

    private final Capabilities capabilities;
    private Hello hello;
    private boolean negotiating = true;
    private String nick;
    private String server = "";
    private @Nullable String account;
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

    /** What to say to a line of {@code CAP} or {@code AUTHENTICATE}, or to a numeric of SASL. */
    List<IrcLine> answer(IrcLine line) {
        return switch (line.verb()) {
            case "CAP" -> negotiate(line.params());
            case "AUTHENTICATE" -> credentials();
            case "903", "904", "905", "906", "907" -> end();
            default -> List.of();
        };
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
                yield capabilities.has(Capabilities.SASL) ? List.of(IrcLine.of("AUTHENTICATE", "PLAIN")) : end();
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
    private List<IrcLine> credentials() {
        Password password = hello.password();
        if (password == null) {
            return List.of(IrcLine.of("AUTHENTICATE", "*"));
        }
        String plain = "\0" + hello.nick() + "\0" + password.text();
        String base64 = Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        List<IrcLine> lines = new ArrayList<>();
        for (int from = 0; from < base64.length(); from += SASL_PIECE) {
            lines.add(IrcLine.of("AUTHENTICATE", base64.substring(from, Math.min(base64.length(), from + SASL_PIECE))));
        }
        if (base64.length() % SASL_PIECE == 0) {
            lines.add(IrcLine.of("AUTHENTICATE", "+"));
        }
        return lines;
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
        switch (line.verb()) {
            case "001" -> nick = orElse(line.param(0), nick);
            case "900" -> account = line.param(2);
            case "004" -> server = (orElse(line.param(1), "") + " " + orElse(line.param(2), "")).strip();
            case "372" -> motd.add(last(line).replaceFirst("^- ?", ""));
            default -> {
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
