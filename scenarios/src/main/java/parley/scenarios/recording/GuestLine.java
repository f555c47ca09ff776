package parley.scenarios.recording;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.protocol.Dialect;
import parley.protocol.client.Dial;
import parley.protocol.link.Link;
import parley.protocol.recording.LineEnd;
import parley.protocol.recording.Side;
import parley.scenarios.run.Guest;

/**
 * One connection of a program under test to a scenario's server: hands on each line, and tells the scenario of it. It is
 * let in when the scenario has it connect; which dialect it speaks, its first line tells. Each side has a reader.
 */
final class GuestLine implements Guest.Line {

    private static final String FENCE = "parley-fence-";

    private final Guest guest;
    private final Wire bot;
    private volatile @Nullable Wire server;
    private ScenarioWriter.Part part = new JsonPart("");
    private volatile Dialect dialect = Dialect.JSON;
    private @Nullable CountDownLatch fence;
    private int fences;
    private boolean over;
    private boolean turnedAway;

    private GuestLine(Guest guest, Link link) {
        this.guest = guest;
        this.bot = new Wire(link);
    }

    /** Begins to listen to somebody who has connected. */
    static GuestLine begin(Guest guest, Link link) {
        GuestLine line = new GuestLine(guest, link);
        line.bot.start(line.new FromBot());
        return line;
    }

    /** What the program says, on its reader's thread. */
    private final class FromBot implements Wire.Ear {

        @Override
        public void line(String text, LineEnd end) {
            Wire way = server(text);
            if (way != null) {
                way.send(text, end);
                guest.did(text, part.steps(Side.CLIENT, text));
            }
        }

        @Override
        public void bytes(String bytes) {
            Wire way = server("");
            if (way != null) {
                way.sendBytes(bytes);
                guest.did(bytes.length() + " bytes that are no line", List.of());
            }
        }

        /** Who has said nothing has looked whether anybody is there. */
        @Override
        public void ended() {
            Wire way = server;
            if (way == null) {
                bot.cut();
            } else {
                way.hangUp();
                guest.did("the end of the connection", part.end(Side.CLIENT));
            }
        }
    }

    /** What the server tells it, on its reader's thread. */
    private record FromServer(GuestLine to, Guest.Hearing hearing) implements Wire.Ear {

        @Override
        public void line(String text, LineEnd end) {
            if (!to.isOfFence(text)) {
                hearing.told(text);
                to.bot.send(text, end);
            }
        }

        @Override
        public void bytes(String bytes) {
            to.bot.sendBytes(bytes);
        }

        @Override
        public void ended() {
            hearing.ended();
            to.noMoreAnswers();
            to.bot.hangUp();
        }
    }

    /** The way to the server, for which the first line may have to wait long; null if it is not let in. */
    private @Nullable Wire server(String first) {
        if (server == null && !turnedAway) {
            try {
                dialect = JsonMessage.is(first) ? Dialect.JSON : Dialect.IRC;
                part = dialect == Dialect.JSON
                        ? new JsonPart(guest.name())
                        : new IrcPart(guest.name());
                Optional<Guest.Pass> pass = guest.knock(dialect, this);
                if (pass.isPresent()) {
                    Wire way = new Wire(Dial.open(pass.get().server()));
                    server = way;
                    way.start(new FromServer(this, pass.get().hearing()));
                }
            } catch (IOException e) {
                guest.gone("there is no way to the scenario's server: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            turnedAway = server == null;
            if (turnedAway) {
                bot.cut();
            }
        }
        return server;
    }

    @Override
    public void fence(Duration within) throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        Wire way = begin(answered);
        if (way != null) {
            String token = FENCE + fences;
            String ping = dialect == Dialect.JSON ? "{\"do\":\"ping\",\"ref\":\"" + token + "\"}" : "PING " + token;
            way.send(ping, LineEnd.usual(ping));
            var _ = answered.await(within.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** The way to the server; null if there is none, or no answer to be had there any more. */
    private synchronized @Nullable Wire begin(CountDownLatch answered) {
        fence = answered;
        fences++;
        return over ? null : server;
    }

    private synchronized void noMoreAnswers() {
        over = true;
        if (fence != null) {
            fence.countDown();
        }
    }

    /** Whether it answers what the program has not asked. */
    private synchronized boolean isOfFence(String text) {
        boolean mine = fence != null && text.contains(FENCE) && !text.contains("\"said\"") && !text.contains("PRIVMSG");
        if (mine && fence != null && text.contains(FENCE + fences)) {
            fence.countDown();
        }
        return mine;
    }

    void cut() {
        bot.cut();
        Wire way = server;
        if (way != null) {
            way.cut();
        }
    }
}
