package parley.chatd.dialect.irc;

import java.util.Objects;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/** HELP: which commands there are. What each does is Modern IRC's to say. */
final class Help {

    private Help() {
    }

    static void help(IrcSession client, IrcLine line) {
        String subject = Objects.requireNonNullElse(line.param(0), "*");
        if (!subject.equals("*") && !subject.equalsIgnoreCase("index")) {
            client.send(Numeric.ERR_HELPNOTFOUND, subject);
            return;
        }
        client.send(client.saying(Numeric.RPL_HELPSTART, "Commands of this server:", subject));
        client.send(Listing.filled(Verbs.names(), text -> client.saying(Numeric.RPL_HELPTXT, text, subject)));
        client.send(client.saying(Numeric.RPL_ENDOFHELP, "What they do: https://modern.ircdocs.horse", subject));
    }
}
