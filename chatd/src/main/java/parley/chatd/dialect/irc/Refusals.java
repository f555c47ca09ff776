package parley.chatd.dialect.irc;

import java.util.List;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;
import parley.protocol.Restriction;
import parley.protocol.WireName;
import parley.protocol.irc.FailCode;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.ListMode;
import parley.protocol.irc.Numeric;

/**
 * Refusals as numerics. Their sentence says more than the usual text of the numeric, and stands in its place. Where a
 * numeric says less than the refusal's name, who understands FAIL (IRCv3 standard-replies) gets that.
 */
final class Refusals {

    private Refusals() {
    }

    /**
     * @param verb what the client asked
     * @param about the room or the nick that it was asked for
     */
    static List<IrcLine> spell(IrcSession session, String verb, String about, Refused refused) {
        IrcLine numeric = numeric(session, verb, about, refused);
        if (!session.has(Cap.STANDARD_REPLIES) || !isVague(refused.why(), numeric)) {
            return List.of(numeric);
        }
        String name = refused.about().isEmpty() ? about : refused.about();
        IrcLine fail = FailCode.line(session.network().name(), verb, refused.why(), name, refused.text());
        // By the numeric, who is on the way in knows that another nick may do.
        return session.isRegistered() ? List.of(fail) : List.of(fail, numeric);
    }

    private static boolean isVague(Refusal why, IrcLine numeric) {
        return switch (why) {
            case NICK_RESERVED, MUTED, TEXT_TOO_LONG -> true;
            default -> numeric.verb().equals(Numeric.ERR_UNKNOWNERROR.code());
        };
    }

    private static IrcLine numeric(IrcSession session, String verb, String about, Refused refused) {
        String name = refused.about().isEmpty() ? about : refused.about();
        boolean message = verb.equals("PRIVMSG") || verb.equals("NOTICE");
        return switch (refused.why()) {
            case NICK_TAKEN, NICK_RESERVED -> session.saying(Numeric.ERR_NICKNAMEINUSE, refused.text(), name);
            case NICK_INVALID -> session.saying(Numeric.ERR_ERRONEUSNICKNAME, refused.text(), name);
            case NO_SUCH_NICK -> (verb.equals("KICK") || verb.equals("MODE")) && session.view().named(name).isPresent()
                    ? session.saying(Numeric.ERR_USERNOTINCHANNEL, refused.text(), name, about)
                    : session.saying(Numeric.ERR_NOSUCHNICK, refused.text(), name);
            case ROOM_INVALID -> session.saying(Numeric.ERR_BADCHANMASK, refused.text(), name);
            case NO_SUCH_ROOM -> session.saying(Numeric.ERR_NOSUCHCHANNEL, refused.text(), name);
            case NOT_A_MEMBER -> message
                    ? session.saying(Numeric.ERR_CANNOTSENDTOCHAN, refused.text(), name)
                    : session.saying(Numeric.ERR_NOTONCHANNEL, refused.text(), name);
            case TOO_MANY_ROOMS -> session.saying(Numeric.ERR_TOOMANYCHANNELS, refused.text(), name);
            case TEXT_EMPTY -> session.numeric(Numeric.ERR_NOTEXTTOSEND);
            case TEXT_TOO_LONG, LINE_TOO_LONG -> session.saying(Numeric.ERR_INPUTTOOLONG, refused.text());
            case MUTED, MODERATED -> session.saying(Numeric.ERR_CANNOTSENDTOCHAN, refused.text(), about);
            case TOPIC_LOCKED -> session.saying(Numeric.ERR_CHANOPRIVSNEEDED, refused.text(), about);
            case NOT_OPERATOR -> about.startsWith("#")
                    ? session.saying(Numeric.ERR_CHANOPRIVSNEEDED, refused.text(), about)
                    : session.saying(Numeric.ERR_NOPRIVILEGES, refused.text());
            case BANNED -> about.startsWith("#")
                    ? session.saying(Numeric.ERR_BANNEDFROMCHAN, refused.text(), about)
                    : session.saying(Numeric.ERR_YOUREBANNEDCREEP, refused.text());
            case INVITE_ONLY -> session.saying(Numeric.ERR_INVITEONLYCHAN, refused.text(), about);
            case MEMBERS_ONLY -> session.saying(Numeric.ERR_NEEDREGGEDNICK, refused.text(), about);
            case ROOM_FULL -> session.saying(Numeric.ERR_CHANNELISFULL, refused.text(), about);
            case KEY_WRONG -> session.saying(Numeric.ERR_BADCHANNELKEY, refused.text(), about);
            case TOO_MANY_RESTRICTIONS -> session.saying(Numeric.ERR_BANLISTFULL, refused.text(), about, list(refused));
            case PASSWORD_WRONG -> session.saying(Numeric.ERR_PASSWDMISMATCH, refused.text());
            case RATE_LIMITED -> session.saying(Numeric.RPL_TRYAGAIN, refused.text(), verb);
            default -> session.saying(Numeric.ERR_UNKNOWNERROR, refused.text(), verb);
        };
    }

    /** The letter of the list that is full, which the refusal names by the command. */
    private static String list(Refused refused) {
        return WireName.read(Restriction.class, refused.about()).map(ListMode::of)
                .map(mode -> String.valueOf(mode.letter())).orElse("b");
    }
}
