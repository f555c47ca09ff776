package parley.protocol.client.irc;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;
import parley.protocol.irc.FailCode;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/** Which refusal an error of IRC is. */
final class Refusals {

    private static final Map<Numeric, Refusal> BY_NUMERIC = new EnumMap<>(Numeric.class);

    static {
        are(Refusal.RATE_LIMITED, Numeric.RPL_TRYAGAIN, Numeric.ERR_TARGETTOOFAST);
        are(Refusal.NO_SUCH_NICK, Numeric.ERR_NOSUCHNICK, Numeric.ERR_NOSUCHSERVER, Numeric.ERR_WASNOSUCHNICK,
                Numeric.ERR_USERNOTINCHANNEL);
        are(Refusal.NO_SUCH_ROOM, Numeric.ERR_NOSUCHCHANNEL);
        are(Refusal.ROOM_INVALID, Numeric.ERR_BADCHANMASK, Numeric.ERR_BADCHANNAME);
        are(Refusal.MODERATED, Numeric.ERR_CANNOTSENDTOCHAN);
        are(Refusal.TOO_MANY_ROOMS, Numeric.ERR_TOOMANYCHANNELS);
        are(Refusal.FIELD_INVALID, Numeric.ERR_NORECIPIENT, Numeric.ERR_NEEDMOREPARAMS);
        are(Refusal.TEXT_EMPTY, Numeric.ERR_NOTEXTTOSEND);
        are(Refusal.LINE_TOO_LONG, Numeric.ERR_INPUTTOOLONG);
        are(Refusal.UNKNOWN_COMMAND, Numeric.ERR_UNKNOWNCOMMAND);
        are(Refusal.NICK_INVALID, Numeric.ERR_NONICKNAMEGIVEN, Numeric.ERR_ERRONEUSNICKNAME);
        are(Refusal.NICK_TAKEN, Numeric.ERR_NICKNAMEINUSE, Numeric.ERR_NICKCOLLISION, Numeric.ERR_UNAVAILRESOURCE);
        are(Refusal.NICK_RESERVED, Numeric.ERR_NICKLOCKED);
        are(Refusal.NOT_A_MEMBER, Numeric.ERR_NOTONCHANNEL);
        are(Refusal.HELLO_FIRST, Numeric.ERR_NOTREGISTERED);
        are(Refusal.ALREADY_WELCOMED, Numeric.ERR_ALREADYREGISTERED);
        are(Refusal.PASSWORD_WRONG, Numeric.ERR_PASSWDMISMATCH, Numeric.ERR_SASLFAIL, Numeric.ERR_SASLTOOLONG);
        are(Refusal.BANNED, Numeric.ERR_YOUREBANNEDCREEP, Numeric.ERR_BANNEDFROMCHAN);
        are(Refusal.ROOM_FULL, Numeric.ERR_CHANNELISFULL);
        are(Refusal.INVITE_ONLY, Numeric.ERR_INVITEONLYCHAN);
        are(Refusal.KEY_WRONG, Numeric.ERR_BADCHANNELKEY);
        are(Refusal.MEMBERS_ONLY, Numeric.ERR_NEEDREGGEDNICK);
        are(Refusal.TOO_MANY_RESTRICTIONS, Numeric.ERR_BANLISTFULL);
        are(Refusal.NOT_OPERATOR, Numeric.ERR_NOPRIVILEGES, Numeric.ERR_CHANOPRIVSNEEDED,
                Numeric.ERR_UNIQOPPRIVSNEEDED);
    }

    private Refusals() {
    }

    private static void are(Refusal why, Numeric... numerics) {
        for (Numeric numeric : numerics) {
            BY_NUMERIC.put(numeric, why);
        }
    }

    /** The refusal, if the line is an error: a numeric from 400 to 599, one that asks for patience, or a failure. */
    static Optional<Refused> in(IrcLine line) {
        if (line.verb().equals("FAIL")) {
            return Optional.of(failure(line.params()));
        }
        Optional<Numeric> numeric = Numeric.of(line.verb());
        Optional<Refusal> known = numeric.map(BY_NUMERIC::get);
        boolean error = line.verb().matches("[45]\\d\\d") && numeric.filter(Numeric.ERR_NOMOTD::equals).isEmpty();
        if (!error && known.isEmpty()) {
            return Optional.empty();
        }
        List<String> params = line.params();
        String about = params.size() > 2 ? params.get(1) : "";
        return Optional.of(new Refused(known.orElse(Refusal.OTHER), about,
                params.isEmpty() ? line.verb() : params.getLast()));
    }

    /** {@code FAIL command code context… :text}. */
    private static Refused failure(List<String> params) {
        String code = params.size() > 1 ? params.get(1) : "";
        String about = params.size() > 3 ? params.get(2) : "";
        return new Refused(FailCode.read(code), about, params.isEmpty() ? "" : params.getLast());
    }
}
