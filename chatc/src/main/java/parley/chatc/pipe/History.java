package parley.chatc.pipe;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.chatc.pipe.Arrivals.Arrived;
import parley.chatc.session.NotDone;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.client.Client;

/**
 * What was said in a room since some point, page by page, so that a long history needs little memory; and what was said
 * in it meanwhile, so that there is neither a gap nor a double between the two. The client has a seat in the room by
 * then. Used by the thread that takes the arrivals, and no other may take any meanwhile.
 */
public final class History {

    /** How many messages are asked for at once; a server may give fewer. */
    private static final int PAGE = 500;

    private final Client client;
    private final Arrivals arrivals;
    private final String room;
    private final Deque<Arrived> ready = new ArrayDeque<>();
    private final List<Arrived> live = new ArrayList<>();
    private long asked;
    private @Nullable Cursor last;
    private boolean over;

    private record Page(List<Arrived> messages, boolean more) {
    }

    private History(Client client, Arrivals arrivals, String room) {
        this.client = client;
        this.arrivals = arrivals;
        this.room = room;
    }

    /**
     * Finds the point where it begins.
     *
     * @param arrivals gets what is said in that room, past and present, and all answers
     * @throws NotDone if the server refuses, because it knows no such cursor, say
     */
    public static History since(Since since, Client client, Arrivals arrivals, String room)
            throws IOException, InterruptedException {
        History history = new History(client, arrivals, room);
        switch (since) {
            case Since.Start() -> history.seek(Instant.MIN);
            case Since.Time(Instant at) -> history.seek(at);
            case Since.After(Cursor cursor) -> history.last = cursor;
        }
        return history;
    }

    /** Goes back page by page, for a server finds cursors, not times. */
    private void seek(Instant from) throws IOException, InterruptedException {
        Page page = page(null, null);
        while (page.more() && !said(page.messages().getFirst()).at().isBefore(from)) {
            page = page(null, said(page.messages().getFirst()).cursor());
        }
        over = page.messages().isEmpty(); // all that will ever be said then is still to come
        keep(page);
        ready.removeIf(arrived -> said(arrived).at().isBefore(from));
    }

    /** The next message; null at the end of the history. */
    public @Nullable Arrived next() throws IOException, InterruptedException {
        while (ready.isEmpty() && !over) {
            Page page = page(last, null);
            keep(page);
            over = !page.more();
        }
        return ready.poll();
    }

    private void keep(Page page) {
        ready.addAll(page.messages());
        if (!page.messages().isEmpty()) {
            last = said(page.messages().getLast()).cursor();
        }
    }

    /** What was said since the client took its seat and after the end of this history. To be asked once, at its end. */
    public List<Arrived> meanwhile() throws IOException, InterruptedException {
        answer(new Command.Sync(), new ArrayList<>()); // all that the history has and was said live is here after it
        int first = live.size();
        while (first > 0 && !said(live.get(first - 1)).cursor().equals(last)) {
            first--;
        }
        return List.copyOf(live.subList(first, live.size()));
    }

    private Page page(@Nullable Cursor after, @Nullable Cursor before) throws IOException, InterruptedException {
        List<Arrived> messages = new ArrayList<>();
        Event answer = answer(new Command.Recall(room, after, before, PAGE), messages);
        return new Page(messages, answer instanceof Event.Done done && done.more() && !messages.isEmpty());
    }

    private Event answer(Command command, List<Arrived> past) throws IOException, InterruptedException {
        String ref = "history-" + ++asked;
        var _ = client.send(command, ref); // its answer is taken in its place among the arrivals
        Arrived arrived = arrivals.take();
        for (; !ref.equals(arrived.delivery().re()); arrived = arrivals.take()) {
            if (arrived.delivery().event() instanceof Event.Said said && said.room().equals(room)) {
                (said.past() ? past : live).add(arrived);
            }
        }
        if (arrived.delivery().event() instanceof Event.Refused refused) {
            throw new NotDone(refused);
        }
        return arrived.delivery().event();
    }

    private static Event.Said said(Arrived arrived) {
        return (Event.Said) arrived.delivery().event();
    }
}
