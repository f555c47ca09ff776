package parley.chatd.dialect.irc;

import java.util.ArrayList;
import java.util.List;
import parley.chatd.core.RoomName;
import parley.chatd.core.Settings.Limits;
import parley.protocol.irc.CaseMapping;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Masks;
import parley.protocol.irc.Numeric;
import parley.protocol.irc.Promise;

/** What a client is told of this server's limits and manners (RPL_ISUPPORT); each token is true. */
final class Isupport {

    private static final int MOST_TOKENS = 13;
    /** What fits into a line with the longest source. */
    private static final int TEXT_LENGTH = 350;

    private Isupport() {
    }

    static List<IrcLine> lines(IrcSession client) {
        List<String> tokens = tokens(client.network());
        List<IrcLine> lines = new ArrayList<>();
        for (int from = 0; from < tokens.size(); from += MOST_TOKENS) {
            List<String> some = tokens.subList(from, Math.min(tokens.size(), from + MOST_TOKENS));
            lines.add(client.numeric(Numeric.RPL_ISUPPORT, some.toArray(String[]::new)));
        }
        return lines;
    }

    private static List<String> tokens(IrcNetwork network) {
        Limits limits = network.chat().settings().limits();
        return List.of("ACCOUNTEXTBAN=a", "BOT=B", "CHATHISTORY=" + limits.recall(), "MSGREFTYPES=msgid,timestamp",
                "MONITOR=" + Monitor.MOST, "NAMELEN=" + People.NAME_LENGTH, "AWAYLEN=" + People.AWAY_LENGTH,
                "CASEMAPPING=" + CaseMapping.ASCII.wireName(),
                "CHANLIMIT=#:" + limits.rooms(), "CHANMODES=" + ModeLetters.CHANNEL,
                "CHANNELLEN=" + RoomName.LIMIT, "CHANTYPES=#", "CLIENTTAGDENY=" + Tagging.DENIED,
                "ELIST=" + ListCondition.SORTS,
                "EXCEPTS=e",
                "EXTBAN=" + Masks.ACCOUNTS, "INVEX=I",
                "KICKLEN=" + TEXT_LENGTH, "MAXLIST=beIq:" + limits.restrictions(), "MODES=" + Modes.MOST,
                "NETWORK=" + network.names().network(), "NICKLEN=" + limits.nickLength(), "PREFIX=(ov)" + Signs.ALL,
                "SAFELIST", "STATUSMSG=" + Signs.ALL,
                "TARGMAX=PRIVMSG:" + Messages.MOST_TARGETS + ",NOTICE:" + Messages.MOST_TARGETS
                        + ",JOIN:,PART:,KICK:,NAMES:,WHOIS:1",
                "TOPICLEN=" + TEXT_LENGTH, "UTF8ONLY", "WHOX", Promise.FENCE);
    }
}
