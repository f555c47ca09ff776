package parley.chatc.talk;

import org.jspecify.annotations.Nullable;
import parley.protocol.Event;
import parley.protocol.Event.Joined;
import parley.protocol.Event.Left;
import parley.protocol.Event.Refused;
import parley.protocol.Event.Renamed;
import parley.protocol.Event.Said;
import parley.protocol.Event.Told;
import parley.protocol.Event.TopicSet;

/** What events do to the screen and to who is known to be where. */
record Hearing(Stage stage) {

    /** Takes in what the server told unasked. An answer is for whoever asked. */
    void heard(Event event) {
        switch (event) {
            case Said it -> said(it);
            case Told it -> stage.told(it.at(), it.from(), stage.whereabouts().nick(), it.text());
            case Event.ToldRole it -> stage.told(it.at(), it.from(), it.role().all() + " of " + it.room(), it.text());
            case Joined it -> joined(it);
            case Left it -> left(it);
            case Renamed it -> renamed(it);
            case TopicSet it -> topic(it);
            case Refused it -> stage.alert(it.text());
            case Event.Gap it -> stage.quiet(it.room(),
                    "some of what was said in " + it.room() + " meanwhile is no longer kept");
            case Event.Kicked it -> kicked(it);
            case Event.Restricted it -> moderated(it.room(), moderated().sentence(it));
            case Event.Lifted it -> moderated(it.room(), moderated().sentence(it));
            case Event.RoleSet it -> moderated(it.room(), moderated().sentence(it));
            case Event.RoomChanged it -> moderated(it.room(), moderated().sentence(it));
            case Event.Invited it -> invited(it);
            case Event.Ping it -> {
                // The client has answered it.
            }
            case Event.Answer it -> {
                // Its question knows what to do with it.
            }
        }
    }

    private void said(Said said) {
        Seat seat = stage.whereabouts().take(said.room());
        if (!seat.isLookedBackAt(said) && !seat.hold(said)) {
            stage.said(said);
        }
    }

    private void joined(Joined joined) {
        Seat seat = stage.whereabouts().take(joined.room());
        if (!seat.hold(joined)) {
            seat.nicks().add(joined.nick());
            if (!joined.nick().equals(stage.whereabouts().nick())) {
                stage.quiet(joined.room(), joined.nick() + " joined " + joined.room());
            }
            stage.refresh();
        }
    }

    private void left(Left left) {
        if (left.nick().equals(stage.whereabouts().nick())) {
            stage.giveUp(left.room(), "you left " + left.room() + because(left.why()));
            return;
        }
        stage.whereabouts().seat(left.room()).filter(seat -> !seat.hold(left)).ifPresent(seat -> {
            seat.nicks().remove(left.nick());
            stage.quiet(left.room(), left.nick() + " left " + left.room() + because(left.why()));
            stage.refresh();
        });
    }

    private Moderated moderated() {
        return stage.phrases().moderated();
    }

    /** Without a room it concerns the whole server, and so whoever looks wherever they look. */
    private void moderated(@Nullable String room, String sentence) {
        if (room == null) {
            stage.quiet(sentence);
        } else {
            stage.quiet(room, sentence);
        }
    }

    private void kicked(Event.Kicked kicked) {
        String room = kicked.room();
        boolean me = kicked.nick().equals(stage.whereabouts().nick());
        String sentence = moderated().sentence(kicked, me ? "you" : kicked.nick());
        if (room == null) {
            stage.quiet(sentence);
        } else if (me) {
            stage.giveUp(room, sentence);
        } else {
            stage.whereabouts().seat(room).filter(seat -> !seat.hold(kicked)).ifPresent(seat -> {
                seat.nicks().remove(kicked.nick());
                stage.quiet(room, sentence);
                stage.refresh();
            });
        }
    }

    private static String because(String why) {
        return why.isEmpty() || why.equals("left") ? "" : " (" + why + ")";
    }

    void renamed(Renamed renamed) {
        Whereabouts whereabouts = stage.whereabouts();
        whereabouts.seats().forEach(seat -> seat.rename(renamed.from(), renamed.to()));
        if (renamed.from().equals(whereabouts.nick())) {
            whereabouts.setNick(renamed.to());
            stage.quiet("you are now " + renamed.to());
        } else {
            stage.quiet(renamed.from() + " is now " + renamed.to());
        }
        stage.refresh();
    }

    private void invited(Event.Invited it) {
        if (it.nick().isEmpty() || it.nick().equals(stage.whereabouts().nick())) {
            stage.quiet(it.from() + " invites you to " + it.room() + ": /join " + it.room());
            stage.ring();
        } else {
            stage.quiet(it.room(), it.from() + " invites " + it.nick() + " to " + it.room());
        }
    }

    private void topic(TopicSet topic) {
        Seat seat = stage.whereabouts().take(topic.room());
        if (!seat.hold(topic)) {
            seat.setTopic(topic);
            stage.quiet(topic.room(), topic.text().isEmpty()
                    ? topic.from() + " cleared the topic of " + topic.room()
                    : "topic of " + topic.room() + (topic.from().isEmpty() ? "" : ", by " + topic.from()) + ": "
                            + topic.text());
        }
    }
}
