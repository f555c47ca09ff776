package parley.chatc;

import java.util.concurrent.ExecutionException;
import parley.chatc.pipe.Arrivals;
import parley.chatc.pipe.Arrivals.Arrived;
import parley.chatc.pipe.LineMessages;
import parley.chatc.pipe.Messages;
import parley.chatc.pipe.Output;
import parley.chatc.pipe.Sending;
import parley.chatc.pipe.Tally;
import parley.chatc.session.Session;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.client.Disconnected;

/**
 * Sends messages and, beside that, prints what arrives. Three threads: one reads input and sends, a second prints, and
 * this one waits for the outcome.
 */
final class Piping {

    private final Chatc chatc;
    private final Arrivals arrivals;
    private final Spelling spelling;

    private Piping(Chatc chatc, Arrivals arrivals, Spelling spelling) {
        this.chatc = chatc;
        this.arrivals = arrivals;
        this.spelling = spelling;
    }

    /** Sends, and prints nothing but, with {@code --json}, the answers. */
    static int sending(Chatc chatc, Messages messages) throws Exception {
        boolean json = chatc.options().json();
        Arrivals arrivals = new Arrivals(it -> json && isAnswerToSay(it));
        return new Piping(chatc, arrivals, Spelling.json()).run(messages);
    }

    private static boolean isAnswerToSay(Delivery delivery) {
        return delivery.re() != null
                && delivery.event() instanceof Event.Done done && done.cursor() != null;
    }

    /** Sends the input, and prints what others say meanwhile. */
    static int talking(Chatc chatc) throws Exception {
        Arrivals arrivals = new Arrivals(it -> it.event() instanceof Event.Said || it.event() instanceof Event.Told);
        return new Piping(chatc, arrivals, Spelling.of(chatc.options())).run(input(chatc.shell()));
    }

    /** The standard input, line by line. What has to be changed in it is said on standard error. */
    static Messages input(Shell shell) {
        return new LineMessages(shell.in(), note -> shell.err().println(Complaints.sentence(note)));
    }

    private int run(Messages messages) throws Exception {
        Session session = chatc.options().open(chatc.shell(), false, arrivals);
        try (session) {
            String room = chatc.options().enter(session, chatc.shell());
            greet(messages, session, room);
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
    private void greet(Messages messages, Session session, String room) {
        if (chatc.shell().inIsTerminal() && messages instanceof LineMessages) {
            chatc.shell().err().println(Complaints.sentence("each line goes to " + room + " as "
                    + session.welcomed().nick() + "; Ctrl-D ends"));
        }
    }

    private Tally send(Messages messages, Session session, String room)
            throws ExecutionException, InterruptedException {
        Sending sending = new Sending(session.client(), room);
        var _ = arrivals.trouble().thenAccept(sending::giveUp);
        // A daemon, because it may be stuck in a read when the connection ends, and must not keep the JVM then.
        Thread.ofPlatform().daemon().name("input").start(() -> sending.pump(messages));
        return sending.outcome().get();
    }

    private void print(String room) {
        Output output = new Output(chatc.shell().out());
        try {
            boolean heard = true;
            while (true) {
                Arrived arrived = arrivals.take();
                boolean elsewhere = arrived.delivery().event() instanceof Event.Said said && !said.room().equals(room);
                heard = heard && (elsewhere || output.print(spelling.line(arrived)));
            }
        } catch (Disconnected e) {
            return; // all is printed; why it ended is the sender's to report
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
