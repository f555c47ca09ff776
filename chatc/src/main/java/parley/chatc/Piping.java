package parley.chatc;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import parley.chatc.pipe.Arrivals;
import parley.chatc.pipe.Arrivals.Arrived;
import parley.chatc.pipe.Later;
import parley.chatc.pipe.LineMessages;
import parley.chatc.pipe.Messages;
import parley.chatc.pipe.NobodyReads;
import parley.chatc.pipe.Output;
import parley.chatc.pipe.Sending;
import parley.chatc.pipe.Tally;
import parley.chatc.session.Session;
import parley.chatc.text.Pieces;
import parley.chatc.text.PlainText;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.client.Disconnected;

/**
 * Sends messages and, beside that, prints what arrives. Three threads: one reads input and sends, a second prints, and
 * this one waits for the outcome.
 */
final class Piping {

    /** How often a person is told how far it is. */
    private static final Duration PROGRESS = Duration.ofMillis(500);

    private final Chatc chatc;
    private final Arrivals arrivals;
    private final Spelling spelling;

    private Piping(Chatc chatc, Arrivals arrivals, Spelling spelling) {
        this.chatc = chatc;
        this.arrivals = arrivals;
        this.spelling = spelling;
    }

    /** Sends a message, and prints nothing but, with {@code --json}, the answer. */
    static int sending(Chatc chatc, String text) throws Exception {
        return sending(chatc).run(Messages.of(text), "");
    }

    /** Sends the input, and prints nothing but, with {@code --json}, the answers. */
    static int sendingInput(Chatc chatc, Messages input) throws Exception {
        return sending(chatc).run(input, "each line");
    }

    private static Piping sending(Chatc chatc) {
        boolean json = chatc.options().json();
        return new Piping(chatc, new Arrivals(it -> json && isAnswerToSay(it)), Spelling.json());
    }

    private static boolean isAnswerToSay(Delivery delivery) {
        return delivery.re() != null
                && delivery.event() instanceof Event.Done done && done.cursor() != null;
    }

    /** Sends the input, and prints what others say meanwhile. */
    static int talking(Chatc chatc) throws Exception {
        Arrivals arrivals = new Arrivals(it -> PlainText.isOf(it.event()));
        return new Piping(chatc, arrivals, Spelling.of(chatc.options())).run(lines(chatc.shell()), "each line");
    }

    /** The standard input, line by line. */
    static Messages lines(Shell shell) {
        return LineMessages.of(shell.in(), notes(shell));
    }

    /** Says on standard error what has to be changed in an input. */
    static Consumer<String> notes(Shell shell) {
        return note -> shell.err().println(Complaints.sentence(note));
    }

    /** What sends into that room, and gives up when no answers can be counted on. */
    static Sending sending(Session session, String room, Arrivals arrivals) {
        Sending sending = new Sending(session.client()::send, room, Later.really());
        var _ = arrivals.trouble().thenAccept(sending::giveUp);
        return sending;
    }

    /**
     * The message that these words are.
     *
     * @param advice what to do about one that is too long
     */
    static String message(List<String> words, String advice) throws Complaint {
        String text = String.join(" ", words);
        if (!Pieces.fits(text)) {
            throw new Complaint(Status.USAGE, "the text has " + Pieces.bytes(text)
                    + " bytes, and a message holds about " + Pieces.MAX_BYTES + "; " + advice);
        }
        return text;
    }

    /**
     * @param typed what a person who types these messages should know where it goes; empty if nobody types any
     */
    private int run(Messages messages, String typed) throws Exception {
        Session session = chatc.options().open(chatc.shell(), false, arrivals);
        try (session) {
            String room = chatc.options().enter(session, chatc.shell());
            greet(typed, session, room);
            Thread printer = Thread.ofVirtual().name("printer").start(() -> print(room));
            Tally tally = send(messages, session, room);
            session.close();
            printer.join();
            if (!tally.troubles().isEmpty()) {
                throw new Shortfall(tally, session.server()).complaint();
            }
            return Status.DONE;
        }
    }

    /** A person who is to type should know that it is time to. */
    private void greet(String typed, Session session, String room) {
        if (chatc.shell().inIsTerminal() && !typed.isEmpty()) {
            chatc.shell().err().println(Complaints.sentence(typed + " goes to " + room + " as "
                    + session.welcomed().nick() + "; Ctrl-D ends"));
        }
    }

    private Tally send(Messages messages, Session session, String room)
            throws ExecutionException, InterruptedException {
        Sending sending = sending(session, room, arrivals);
        // A daemon, because it may be stuck in a read when the connection ends, and must not keep the JVM then.
        Thread.ofPlatform().daemon().name("input").start(() -> sending.pump(messages));
        return outcome(sending);
    }

    /** Waits for it; who has a terminal and does not type sees how far it is. */
    private Tally outcome(Sending sending) throws ExecutionException, InterruptedException {
        Shell shell = chatc.shell();
        if (!shell.errIsTerminal() || shell.inIsTerminal()) {
            return sending.outcome().get();
        }
        String clear = "";
        while (true) {
            try {
                Tally tally = sending.outcome().get(PROGRESS.toMillis(), TimeUnit.MILLISECONDS);
                shell.err().print(clear);
                return tally;
            } catch (TimeoutException e) {
                clear = "\r\u001b[K";
                shell.err().print(clear + Complaints.sentence(sending.stored() + " messages are stored"));
            } finally {
                shell.err().flush();
            }
        }
    }

    private void print(String room) {
        Output output = new Output(chatc.shell().out());
        try {
            boolean heard = true;
            while (true) {
                Arrived arrived = arrivals.take();
                boolean elsewhere = arrived.delivery().event() instanceof Event.Said said && !said.room().equals(room);
                heard = heard && (elsewhere || prints(output, arrived));
            }
        } catch (Disconnected | NobodyReads e) {
            return; // all is printed; why it ended is the sender's to report
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether somebody still reads it: what is sent goes on all the same. */
    private boolean prints(Output output, Arrived arrived) {
        try {
            output.print(spelling.line(arrived));
            return true;
        } catch (NobodyReads e) {
            return false;
        }
    }
}
