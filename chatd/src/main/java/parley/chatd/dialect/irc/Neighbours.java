package parley.chatd.dialect.irc;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.chatd.core.Session;
import parley.chatd.core.View.Member;
import parley.protocol.irc.IrcLine;

/**
 * Those at IRC clients who share a room with somebody, or watch them (IRCv3 extended-monitor): they are told of what only
 * IRC knows.
 */
final class Neighbours {

    private Neighbours() {
    }

    /** Makes the line, for those who have the same capabilities. */
    interface Spelling {
        IrcLine line(EventLines lines);
    }

    /** Tells those of them who want to know. */
    static void tell(IrcSession client, Cap wanted, Spelling spelling) {
        tell(client.network(), client.session(), wanted, spelling);
    }

    /** The same, if who they share a room with speaks no IRC perhaps. */
    static void tell(IrcNetwork network, Session session, Cap wanted, Spelling spelling) {
        tell(of(network, session), wanted, spelling);
    }

    /** Tells those of some who want to know. */
    static void tell(Collection<IrcSession> others, Cap wanted, Spelling spelling) {
        Map<IrcEncoding, byte[]> spelt = new HashMap<>();
        for (IrcSession other : others) {
            if (other.has(wanted)) {
                other.tell(spelt.computeIfAbsent(other.encoding(),
                        encoding -> Lines.bytes(List.of(spelling.line(encoding.lines)))));
            }
        }
    }

    private static Set<IrcSession> of(IrcNetwork network, Session session) {
        Set<IrcSession> neighbours = new HashSet<>();
        session.view().seats().stream().flatMap(place -> place.members().stream())
                .map(Member::nick).forEach(nick -> network.crowd().named(nick).ifPresent(neighbours::add));
        network.nick(session.nickText()).map(network.monitors()::of).orElse(Set.of()).stream()
                .filter(watcher -> watcher.has(Cap.EXTENDED_MONITOR)).forEach(neighbours::add);
        neighbours.removeIf(other -> other.session().equals(session));
        return neighbours;
    }
}
