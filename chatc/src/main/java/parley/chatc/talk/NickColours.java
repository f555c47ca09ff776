package parley.chatc.talk;

import java.util.Locale;

/**
 * Gives each nick a colour that depends on nothing but the nick: the same person has it today and tomorrow and on
 * everyone's screen.
 */
final class NickColours {

    /** Of the 256 colours of xterm, some that are told apart easily and read well on black as on white. */
    private static final int[] PALETTE = {32, 34, 37, 63, 67, 71, 98, 130, 133, 136, 162, 166, 168, 172, 203, 208};

    private NickColours() {
    }

    static Look.OfNick of(String nick) {
        int hash = nick.toLowerCase(Locale.ROOT).hashCode();
        // The low bits of String's hash are those of the last letter: alice and grace would be alike.
        int mixed = (hash ^ (hash >>> 15)) * 0x9e3779b1;
        return new Look.OfNick(PALETTE[Math.floorMod(mixed >>> 12, PALETTE.length)]);
    }
}
