package parley.chatd.dialect.irc;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.chatd.core.View.Member;
import parley.protocol.irc.IrcLine;

/** Those at IRC clients who share a room with somebody: they are told of what only IRC knows. */
final class Neighbours {

    private Neighbours() {
    }

    /** Makes the line, for those who have the same capabilities. */
    interface Spelling {
        IrcLine line(EventLines lines);
    }

    /** Tells those of them who want to know. */
    static void tell(IrcSession client, Cap wanted, Spelling spelling) {
        Map<IrcEncoding, byte[]> spelt = new HashMap<>();
        for (IrcSession other : of(client)) {
            if (other.has(wanted)) {
                other.tell(spelt.computeIfAbsent(other.encoding(),
                        encoding -> Lines.bytes(List.of(spelling.line(encoding.lines)))));
            }
        }
    }

    private static Set<IrcSession> of(IrcSession client) {
        Set<IrcSession> neighbours = new HashSet<>();
        client.view().seats().stream().flatMap(place -> place.members().stream())
                .map(Member::nick).forEach(nick -> client.network().crowd().named(nick).ifPresent(neighbours::add));
        neighbours.remove(client);
        return neighbours;
    }
}
