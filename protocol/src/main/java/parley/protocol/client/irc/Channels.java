package parley.protocol.client.irc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who is where, as far as the client can see: who quits or takes another nick does so in all rooms at once. */
final class Channels {

    private final Support support;
    /** By folded name. */
    private final Map<String, Channel> channels = new LinkedHashMap<>();

    Channels(Support support) {
        this.support = support;
    }

    /** A room that the client is in; its members are kept by their folded nicks. */
    private record Channel(String name, Map<String, String> members) {
    }

    void enter(String channel) {
        channels.put(support.fold(channel), new Channel(channel, new TreeMap<>()));
    }

    void leave(String channel) {
        channels.remove(support.fold(channel));
    }

    /** The names of the rooms that the client is in. */
    List<String> names() {
        return channels.values().stream().map(Channel::name).toList();
    }

    boolean isIn(String channel) {
        return channels.containsKey(support.fold(channel));
    }

    void join(String channel, String nick) {
        Channel there = channels.get(support.fold(channel));
        if (there != null) {
            there.members().put(support.fold(nick), nick);
        }
    }

    void part(String channel, String nick) {
        Channel there = channels.get(support.fold(channel));
        if (there != null) {
            there.members().remove(support.fold(nick));
        }
    }

    /** Takes somebody out of all rooms and returns which those were. */
    List<String> quit(String nick) {
        List<String> left = new ArrayList<>();
        for (Channel channel : channels.values()) {
            if (channel.members().remove(support.fold(nick)) != null) {
                left.add(channel.name());
            }
        }
        return left;
    }

    void rename(String from, String to) {
        for (Channel channel : channels.values()) {
            if (channel.members().remove(support.fold(from)) != null) {
                channel.members().put(support.fold(to), to);
            }
        }
    }
}
