package parley.protocol.client.irc;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.protocol.Role;
import parley.protocol.irc.CaseMapping;
import parley.protocol.irc.ListMode;
import parley.protocol.irc.Masks;

/** What a server says of itself in {@code RPL_ISUPPORT} (005), and what holds as long as it has not. */
final class Support {

    private final Map<String, String> tokens = new HashMap<>();

    /** The words of a parameter that is a list of them. */
    static List<String> words(String list) {
        return Arrays.stream(list.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
    }

    /** Takes the tokens of one line: {@code NAME}, {@code NAME=value} or {@code -NAME}. */
    void learn(List<String> words) {
        for (String word : words) {
            int equals = word.indexOf('=');
            if (word.startsWith("-")) {
                tokens.remove(word.substring(1));
            } else if (equals > 0) {
                tokens.put(word.substring(0, equals), word.substring(equals + 1));
            } else {
                tokens.put(word, "");
            }
        }
    }

    /** The form of a nick or a channel that is equal for all that are the same. */
    String fold(String name) {
        return CaseMapping.named(tokens.getOrDefault("CASEMAPPING", "")).orElse(CaseMapping.RFC1459).fold(name);
    }

    boolean isChannel(String name) {
        return !name.isEmpty() && tokens.getOrDefault("CHANTYPES", "#&").indexOf(name.charAt(0)) >= 0;
    }

    /** Whom a message in a channel is for that goes only to some of its members, like {@code @#tea}; empty otherwise. */
    Optional<Role> status(String target) {
        boolean status = target.length() > 1 && symbols().indexOf(target.charAt(0)) >= 0
                && isChannel(target.substring(1));
        return status ? Optional.of(ranked(target).role()) : Optional.empty();
    }

    /** The sign before a channel of a message to those who are voices or operators there, if the server takes such. */
    Optional<String> sign(Role role) {
        int rank = rankModes().indexOf(role == Role.VOICE ? 'v' : 'o');
        String sign = rank < 0 || rank >= symbols().length() ? "" : symbols().substring(rank, rank + 1);
        boolean taken = role.covers(Role.VOICE) && tokens.getOrDefault("STATUSMSG", "").contains(sign);
        return taken && !sign.isEmpty() ? Optional.of(sign) : Optional.empty();
    }

    /** {@code (ov)@+}: the modes that give a rank in a channel, highest first, and the signs they have before a nick. */
    private String prefix() {
        String prefix = tokens.getOrDefault("PREFIX", "(ov)@+");
        return prefix.startsWith("(") && prefix.indexOf(')') > 0 ? prefix : "()";
    }

    private String symbols() {
        return prefix().substring(prefix().indexOf(')') + 1);
    }

    private String rankModes() {
        return prefix().substring(1, prefix().indexOf(')'));
    }

    /** The role that a mode gives; empty if it is no mode of rank. */
    Optional<Role> role(char mode) {
        if (rankModes().indexOf(mode) < 0) {
            return Optional.empty();
        }
        return Optional.of(mode == 'v' ? Role.VOICE : Role.OPERATOR);
    }

    /** The list that a letter stands for with this server, and that it has. */
    Optional<ListMode> list(char mode) {
        return ListMode.of(mode).filter(it -> role(mode).isEmpty() && kind(0).indexOf(mode) >= 0);
    }

    /** Whether accounts can be meant by the masks of lists. */
    boolean takesAccounts() {
        String[] signs = tokens.getOrDefault("EXTBAN", "").split(",", 2);
        String[] known = Masks.ACCOUNTS.split(",", 2);
        return signs.length == 2 && signs[0].equals(known[0]) && signs[1].contains(known[1]);
    }

    /** A nick with the signs of its ranks before it, as in a list of names. */
    Ranked ranked(String name) {
        int signs = 0;
        while (signs < name.length() && symbols().indexOf(name.charAt(signs)) >= 0) {
            signs++;
        }
        int best = signs == 0 ? -1 : symbols().indexOf(name.charAt(0));
        Role role = best < 0 || best >= rankModes().length()
                ? Role.NONE
                : role(rankModes().charAt(best)).orElse(Role.NONE);
        // With userhost-in-names, an address comes behind the nick.
        int address = name.indexOf('!', signs);
        return new Ranked(address < 0 ? name.substring(signs) : name.substring(signs, address), role);
    }

    /** Somebody in a list of names. */
    record Ranked(String nick, Role role) {
    }

    /** Whether a channel's mode has a parameter when it is set, or taken away: CHANMODES, by kind A, B, C and D. */
    boolean takesParameter(char mode, boolean set) {
        if (role(mode).isPresent()) {
            return true;
        }
        return kind(0).indexOf(mode) >= 0 || kind(1).indexOf(mode) >= 0 || (set && kind(2).indexOf(mode) >= 0);
    }

    /** The modes of one kind: lists; with a parameter; with one when they are set; without. */
    private String kind(int which) {
        String[] kinds = tokens.getOrDefault("CHANMODES", "beIq,k,l,imnpst").split(",", -1);
        return which < kinds.length ? kinds[which] : "";
    }

    /** How many bytes a line may have with its end; 512 where the server does not say. */
    int lineLength() {
        return number("LINELEN").orElse(512);
    }

    private Optional<Integer> number(String token) {
        String text = tokens.get(token);
        return text != null && text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
