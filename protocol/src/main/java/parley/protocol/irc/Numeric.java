package parley.protocol.irc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a server answers: the numerics of Modern IRC, RFC 2812 and IRCv3, with the parameters that follow the client's
 * nick and the text that usually comes last.
 */
public enum Numeric {
    RPL_WELCOME(1, "", "Welcome to the network"),
    RPL_YOURHOST(2, "", "Your host"),
    RPL_CREATED(3, "", "This server was created"),
    RPL_MYINFO(4, "server version usermodes channelmodes", ""),
    RPL_ISUPPORT(5, "token…", "are supported by this server"),
    RPL_UMODEIS(221, "modes", ""),
    RPL_LUSERCLIENT(251, "", "There are so many users"),
    RPL_LUSEROP(252, "count", "operator(s) online"),
    RPL_LUSERUNKNOWN(253, "count", "unknown connection(s)"),
    RPL_LUSERCHANNELS(254, "count", "channels formed"),
    RPL_LUSERME(255, "", "I have so many clients"),
    RPL_ADMINME(256, "server", "Administrative info"),
    RPL_ADMINLOC1(257, "", "Where it is"),
    RPL_ADMINLOC2(258, "", "More on where it is"),
    RPL_ADMINEMAIL(259, "", "Whom to write to"),
    RPL_TRYAGAIN(263, "command", "Please wait a while and try again."),
    RPL_LOCALUSERS(265, "count most", "Current local users"),
    RPL_GLOBALUSERS(266, "count most", "Current global users"),
    RPL_WHOISCERTFP(276, "nick", "has client certificate fingerprint"),
    RPL_AWAY(301, "nick", "They are away"),
    RPL_USERHOST(302, "", "replies"),
    RPL_ISON(303, "", "nicks"),
    RPL_UNAWAY(305, "", "You are no longer marked as being away"),
    RPL_NOWAWAY(306, "", "You have been marked as being away"),
    RPL_WHOISREGNICK(307, "nick", "has identified for this nick"),
    RPL_WHOISUSER(311, "nick user host *", "real name"),
    RPL_WHOISSERVER(312, "nick server", "server info"),
    RPL_WHOISOPERATOR(313, "nick", "is an IRC operator"),
    RPL_WHOWASUSER(314, "nick user host *", "real name"),
    RPL_ENDOFWHO(315, "mask", "End of WHO list"),
    RPL_WHOISIDLE(317, "nick seconds signon", "seconds idle, signon time"),
    RPL_ENDOFWHOIS(318, "nick", "End of /WHOIS list"),
    RPL_WHOISCHANNELS(319, "nick", "channels"),
    RPL_LISTSTART(321, "Channel", "Users  Name"),
    RPL_LIST(322, "channel count", "topic"),
    RPL_LISTEND(323, "", "End of /LIST"),
    RPL_CHANNELMODEIS(324, "channel modes…", ""),
    RPL_CREATIONTIME(329, "channel time", ""),
    RPL_WHOISACCOUNT(330, "nick account", "is logged in as"),
    RPL_NOTOPIC(331, "channel", "No topic is set"),
    RPL_TOPIC(332, "channel", "topic"),
    RPL_TOPICWHOTIME(333, "channel nick time", ""),
    RPL_WHOISBOT(335, "nick", "is a bot"),
    RPL_INVITELIST(336, "channel", ""),
    RPL_ENDOFINVITELIST(337, "", "End of /INVITE list"),
    RPL_INVITING(341, "nick channel", ""),
    RPL_INVEXLIST(346, "channel mask setter time", ""),
    RPL_ENDOFINVEXLIST(347, "channel", "End of channel invite exception list"),
    RPL_EXCEPTLIST(348, "channel mask setter time", ""),
    RPL_ENDOFEXCEPTLIST(349, "channel", "End of channel exception list"),
    RPL_VERSION(351, "version server", "comments"),
    RPL_WHOREPLY(352, "channel user host server nick flags", "hops and real name"),
    RPL_NAMREPLY(353, "symbol channel", "names"),
    RPL_WHOSPCRPL(354, "field…", ""),
    RPL_ENDOFNAMES(366, "channel", "End of /NAMES list"),
    RPL_BANLIST(367, "channel mask setter time", ""),
    RPL_ENDOFBANLIST(368, "channel", "End of channel ban list"),
    RPL_ENDOFWHOWAS(369, "nick", "End of WHOWAS"),
    RPL_INFO(371, "", "a line"),
    RPL_MOTD(372, "", "a line"),
    RPL_ENDOFINFO(374, "", "End of INFO list"),
    RPL_MOTDSTART(375, "", "Message of the day"),
    RPL_ENDOFMOTD(376, "", "End of /MOTD command."),
    RPL_WHOISHOST(378, "nick", "is connecting from"),
    RPL_WHOISMODES(379, "nick", "is using modes"),
    RPL_YOUREOPER(381, "", "You are now an IRC operator"),
    RPL_REHASHING(382, "file", "Rehashing"),
    RPL_TIME(391, "server", "the time"),
    ERR_UNKNOWNERROR(400, "command", "Something else went wrong"),
    ERR_NOSUCHNICK(401, "nick", "No such nick/channel"),
    ERR_NOSUCHSERVER(402, "server", "No such server"),
    ERR_NOSUCHCHANNEL(403, "channel", "No such channel"),
    ERR_CANNOTSENDTOCHAN(404, "channel", "Cannot send to channel"),
    ERR_TOOMANYCHANNELS(405, "channel", "You have joined too many channels"),
    ERR_WASNOSUCHNICK(406, "nick", "There was no such nickname"),
    ERR_TOOMANYTARGETS(407, "target", "Too many recipients"),
    ERR_INVALIDCAPCMD(410, "command", "Invalid CAP command"),
    ERR_NORECIPIENT(411, "", "No recipient given"),
    ERR_NOTEXTTOSEND(412, "", "No text to send"),
    ERR_INPUTTOOLONG(417, "", "Input line was too long"),
    ERR_UNKNOWNCOMMAND(421, "command", "Unknown command"),
    ERR_NOMOTD(422, "", "MOTD File is missing"),
    ERR_NOADMININFO(423, "server", "No administrative info available"),
    ERR_NONICKNAMEGIVEN(431, "", "No nickname given"),
    ERR_ERRONEUSNICKNAME(432, "nick", "Erroneous nickname"),
    ERR_NICKNAMEINUSE(433, "nick", "Nickname is already in use"),
    ERR_NICKCOLLISION(436, "nick", "Nickname collision"),
    ERR_UNAVAILRESOURCE(437, "target", "Nick/channel is temporarily unavailable"),
    ERR_TARGETTOOFAST(439, "target", "Target change too fast"),
    ERR_USERNOTINCHANNEL(441, "nick channel", "They aren't on that channel"),
    ERR_NOTONCHANNEL(442, "channel", "You're not on that channel"),
    ERR_USERONCHANNEL(443, "nick channel", "is already on channel"),
    ERR_NOTREGISTERED(451, "", "You have not registered"),
    ERR_NEEDMOREPARAMS(461, "command", "Not enough parameters"),
    ERR_ALREADYREGISTERED(462, "", "You may not reregister"),
    ERR_PASSWDMISMATCH(464, "", "Password incorrect"),
    ERR_YOUREBANNEDCREEP(465, "", "You are banned from this server."),
    ERR_CHANNELISFULL(471, "channel", "Cannot join channel (+l)"),
    ERR_UNKNOWNMODE(472, "mode", "is unknown mode char to me"),
    ERR_INVITEONLYCHAN(473, "channel", "Cannot join channel (+i)"),
    ERR_BANNEDFROMCHAN(474, "channel", "Cannot join channel (+b)"),
    ERR_BADCHANNELKEY(475, "channel", "Cannot join channel (+k)"),
    ERR_BADCHANMASK(476, "channel", "Bad Channel Mask"),
    ERR_NEEDREGGEDNICK(477, "channel", "You need to be logged in to join that channel"),
    ERR_BANLISTFULL(478, "channel mode", "Channel list is full"),
    ERR_BADCHANNAME(479, "channel", "Illegal channel name"),
    ERR_NOPRIVILEGES(481, "", "Permission Denied- You're not an IRC operator"),
    ERR_CHANOPRIVSNEEDED(482, "channel", "You're not channel operator"),
    ERR_UNIQOPPRIVSNEEDED(485, "", "You're not the original channel operator"),
    ERR_NOOPERHOST(491, "", "No O-lines for your host"),
    ERR_UMODEUNKNOWNFLAG(501, "", "Unknown MODE flag"),
    ERR_USERSDONTMATCH(502, "", "Cant change mode for other users"),
    ERR_HELPNOTFOUND(524, "subject", "Help not found"),
    ERR_INVALIDKEY(525, "channel", "Key is not well-formed"),
    RPL_WHOISSECURE(671, "nick", "is using a secure connection"),
    ERR_INVALIDMODEPARAM(696, "target mode parameter", "is no such parameter"),
    RPL_HELPSTART(704, "subject", "a line"),
    RPL_HELPTXT(705, "subject", "a line"),
    RPL_ENDOFHELP(706, "subject", "End of /HELP."),
    RPL_QUIETLIST(728, "channel q mask setter time", ""),
    RPL_ENDOFQUIETLIST(729, "channel q", "End of channel quiet list"),
    RPL_MONONLINE(730, "", "sources"),
    RPL_MONOFFLINE(731, "", "nicks"),
    RPL_MONLIST(732, "", "nicks"),
    RPL_ENDOFMONLIST(733, "", "End of MONITOR list"),
    ERR_MONLISTFULL(734, "limit targets", "Monitor list is full."),
    RPL_LOGGEDIN(900, "source account", "You are now logged in"),
    RPL_LOGGEDOUT(901, "source", "You are now logged out"),
    ERR_NICKLOCKED(902, "", "You must use a nick assigned to you"),
    RPL_SASLSUCCESS(903, "", "SASL authentication successful"),
    ERR_SASLFAIL(904, "", "SASL authentication failed"),
    ERR_SASLTOOLONG(905, "", "SASL message too long"),
    ERR_SASLABORTED(906, "", "SASL authentication aborted"),
    ERR_SASLALREADY(907, "", "You have already authenticated using SASL"),
    RPL_SASLMECHS(908, "mechanisms", "are available SASL mechanisms");

    private static final Map<String, Numeric> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Numeric::code, Function.identity()));

    private final String code;
    private final String parameters;
    private final String text;

    Numeric(int code, String parameters, String text) {
        this.code = "%03d".formatted(code);
        this.parameters = parameters;
        this.text = text;
    }

    /** The numeric of three such digits. */
    public static Optional<Numeric> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Three digits. */
    public String code() {
        return code;
    }

    /** The names of its parameters, without the text; the last may end in {@code …} if there are more like it. */
    public List<String> parameters() {
        return parameters.isEmpty() ? List.of() : List.of(parameters.split(" "));
    }

    /** The text that comes last if there is nothing more to say; empty if there is none. */
    public String text() {
        return text;
    }

    /**
     * A line of it, with its usual text.
     *
     * @param source the server's name
     * @param target the client's nick, or {@code *} as long as it has none
     */
    public IrcLine line(String source, String target, String... params) {
        return text.isEmpty() ? of(source, target, List.of(params)) : saying(source, target, text, params);
    }

    /** A line of it with another text. */
    public IrcLine saying(String source, String target, String sentence, String... params) {
        List<String> all = new ArrayList<>(List.of(params));
        all.add(sentence);
        return of(source, target, all);
    }

    /** What a client wrote and is no word cannot stand before the last. */
    private IrcLine of(String source, String target, List<String> params) {
        List<String> all = new ArrayList<>();
        all.add(Spelling.isWord(target) ? target : "*");
        for (int i = 0; i < params.size() - 1; i++) {
            all.add(Spelling.isWord(params.get(i)) ? params.get(i) : "*");
        }
        if (!params.isEmpty()) {
            all.add(Spelling.onOneLine(params.getLast()));
        }
        return new IrcLine(Map.of(), source, code, all);
    }
}
