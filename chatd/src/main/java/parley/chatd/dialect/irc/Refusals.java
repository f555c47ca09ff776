package parley.chatd.dialect.irc;

import parley.protocol.Event.Refused;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/** Refusals as numerics. Their sentence says more than the usual text of the numeric, and stands in its place. */
final class Refusals {

    private Refusals() {
    }

    /**
     * @param verb what the client asked
     * @param about the room or the nick that it was asked for
     */
    static IrcLine spell(IrcSession session, String verb, String about, Refused refused) {
        String name = refused.about().isEmpty() ? about : refused.about();
        boolean message = verb.equals("PRIVMSG") || verb.equals("NOTICE");
        return switch (refused.why()) {
            case NICK_TAKEN, NICK_RESERVED -> session.saying(Numeric.ERR_NICKNAMEINUSE, refused.text(), name);
            case NICK_INVALID -> session.saying(Numeric.ERR_ERRONEUSNICKNAME, refused.text(), name);
            case NO_SUCH_NICK -> (verb.equals("KICK") || verb.equals("MODE")) && session.view().named(name).isPresent()
                    ? session.saying(Numeric.ERR_USERNOTINCHANNEL, refused.text(), name, about)
                    : session.saying(Numeric.ERR_NOSUCHNICK, refused.text(), name);
            case ROOM_INVALID, NO_SUCH_ROOM -> session.saying(Numeric.ERR_NOSUCHCHANNEL, refused.text(), name);
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
            case TOO_MANY_RESTRICTIONS -> session.saying(Numeric.ERR_BANLISTFULL, refused.text(), about, "b");
            case PASSWORD_WRONG -> session.saying(Numeric.ERR_PASSWDMISMATCH, refused.text());
            case RATE_LIMITED -> session.saying(Numeric.RPL_TRYAGAIN, refused.text(), verb);
            default -> session.saying(Numeric.ERR_UNKNOWNERROR, refused.text(), verb);
        };
    }
}
