package parley.chatd.dialect.irc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parley.protocol.irc.IrcLine;
import parley.protocol.line.Line;
import parley.protocol.line.LineReader;

/**
 * Whatever a few IRC clients send, what they are told are lines of IRC, no longer than they may be; none is answered what
 * another asked, and none is sent away for it. A line of the input begins with who it is from, and goes on with what they
 * send; with a {@code -} instead, their connection is gone.
 */
public final class IrcFuzz {

    private static final int CLIENTS = 4;
    private static final int LINE_LIMIT = 16 * 1024;
    private static final byte[] NEWLINE = {'\n'};

    private final Irc irc = new Irc(Irc.settings("Be kind.", Irc.LIMITS, Irc.scram("ann"), "#lobby"));
    private final IrcPerson[] clients = new IrcPerson[CLIENTS];

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        new IrcFuzz().play(input);
    }

    private void play(byte[] input) throws IOException {
        int from = 0;
        while (from < input.length) {
            int to = from;
            while (to < input.length && input[to] != '\n') {
                to++;
            }
            if (to > from) {
                step(input[from], Arrays.copyOfRange(input, from + 1, to));
            }
            from = to + 1;
        }
        end();
    }

    private void step(byte who, byte[] bytes) throws IOException {
        if (who == '-') {
            int gone = bytes.length == 0 ? 0 : bytes[0] & (CLIENTS - 1);
            if (clients[gone] != null) {
                clients[gone].disconnects("gone");
                clients[gone] = null;
            }
            return;
        }
        IrcPerson client = client(who & (CLIENTS - 1));
        List<byte[]> line = new ArrayList<>(List.of(bytes, NEWLINE));
        client.sends(read(line));
        client.session().settle();
        for (IrcPerson other : clients) {
            if (other != null) {
                assertLines(other, other == client);
            }
        }
    }

    private static Line read(List<byte[]> parts) throws IOException {
        byte[] all = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return new LineReader(Channels.newChannel(new ByteArrayInputStream(all)), LINE_LIMIT).read();
    }

    /** Numerics answer whoever asked, and nobody else. */
    private static void assertLines(IrcPerson person, boolean asked) {
        for (byte[] bytes : person.bytes()) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            assertThat(text.endsWith("\r\n"), "no line end: " + text);
            for (String line : text.split("\r\n", -1)) {
                if (line.isEmpty()) {
                    continue;
                }
                IrcLine read = IrcLine.read(line).orElseThrow(() -> new AssertionError("no line: " + line));
                String rest = line.startsWith("@") ? line.substring(line.indexOf(' ') + 1) : line;
                assertThat(rest.getBytes(StandardCharsets.UTF_8).length <= IrcLine.MOST_BYTES - 2, "too long: " + line);
                assertThat(rest.indexOf('\n') < 0 && rest.indexOf('\r') < 0, "a line within a line: " + line);
                assertThat(asked || !read.verb().matches("(?!73[01])\\d{3}|ERROR|FAIL|PONG|CAP|ACK|BATCH"),
                        "told to another: " + line);
            }
        }
    }

    private IrcPerson client(int who) {
        if (clients[who] == null || clients[who].isClosed()) {
            if (clients[who] != null) {
                clients[who].disconnects("closed");
            }
            clients[who] = irc.open();
        }
        return clients[who];
    }

    private void end() {
        IrcPerson ear = welcome("ear");
        IrcPerson mouth = welcome("mouth");
        ear.says("JOIN #quiet").told();
        mouth.says("JOIN #quiet", "PRIVMSG #quiet :is anybody there?").told();
        assertThat(ear.told().stream().anyMatch(line -> line.endsWith("PRIVMSG #quiet :is anybody there?"))
                || irc.chat().roomCount() > 1, "a message was not heard");
        ear.disconnects("over");
        mouth.disconnects("over");
        for (IrcPerson client : clients) {
            if (client != null) {
                client.disconnects("over");
            }
        }
        assertThat(irc.chat().sessionCount() == 0, "sessions are left");
        assertThat(irc.chat().memberCount() == 0, "seats are left");
        assertThat(irc.network().crowd().all().isEmpty(), "somebody is remembered");
    }

    private IrcPerson welcome(String name) {
        for (int i = 0; i <= CLIENTS; i++) {
            IrcPerson person = irc.open();
            if (String.join("", person.asks("NICK " + name + i, "USER x 0 * :x")).contains(" 001 ")) {
                return person;
            }
            person.disconnects("taken");
        }
        throw new AssertionError("nobody is welcome");
    }

    private static void assertThat(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
