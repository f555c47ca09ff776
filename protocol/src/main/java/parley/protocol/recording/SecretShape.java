package parley.protocol.recording;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a secret looks like.
 *
 * @param pattern its first group is the secret; without one, all of it is
 */
record SecretShape(SecretKind kind, Pattern pattern) {

    private static final String CLIENT = "^(?:@\\S* +)?";
    private static final String ANYONE = CLIENT + "(?::\\S+ +)?";
    private static final String SERVICE = "(?:(?:PRIVMSG|NOTICE|SQUERY) +"
            + "(?:NickServ|NS|UserServ|AuthServ|ChanServ|OperServ|Q|X)(?:@\\S+)?|NICKSERV|NS) +:?";
    private static final String MECHANISM =
            "(?:PLAIN|EXTERNAL|ANONYMOUS|LOGIN|CRAM-MD5|OAUTHBEARER|SCRAM-\\S+|ECDSA-\\S+|DH-\\S+)(?:\\s|$)";

    /** Where secrets stand in a line of IRC. */
    static final List<SecretShape> IN_IRC = List.of(
            of(SecretKind.PASSWORD, ANYONE + "PASS +:?(.+)$"),
            of(SecretKind.PASSWORD, ANYONE + "OPER +\\S+ +:?(.+)$"),
            of(SecretKind.PASSWORD, ANYONE + "WEBIRC +:?(\\S+)"),
            of(SecretKind.SASL, ANYONE + "AUTHENTICATE +:?(?![+*]$|" + MECHANISM + ")(\\S+)"),
            of(SecretKind.PASSWORD, ANYONE + SERVICE
                    + "(?:IDENTIFY|ID|LOGIN|AUTH|GHOST|RECOVER|RELEASE|REGAIN|SET +PASSWORD) +(?:\\S+ +)?(\\S+)\\s*$"),
            of(SecretKind.PASSWORD, ANYONE + SERVICE + "REGISTER +(\\S+)"),
            of(SecretKind.KEY, CLIENT + "JOIN +\\S+ +:?(\\S+)"),
            of(SecretKind.KEY,
                    ANYONE + "(?:MODE|324 +\\S+) +[#&+!]\\S* +[+-]?[imnpst]*[+-]?[imnpst]*k[imnpst]* +:?(\\S+)"));

    /** What is a secret wherever it stands: well-known tokens, what says of itself that it is one, and in addresses. */
    static final List<SecretShape> ANYWHERE = List.of(
            token("gh[pousr]_[A-Za-z0-9]{30,}"), token("github_pat_[A-Za-z0-9_]{30,}"),
            token("glpat-[A-Za-z0-9_-]{20,}"),
            token("xox[abeprs]-[A-Za-z0-9-]{10,}"), token("(?:AKIA|ASIA)[0-9A-Z]{16}"), token("AIza[0-9A-Za-z_-]{35}"),
            token("sk-[A-Za-z0-9_-]{20,}"), token("npm_[A-Za-z0-9]{36}"), token("\\d{8,10}:[A-Za-z0-9_-]{35}"),
            token("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"),
            of(SecretKind.TOKEN, "\\bBearer +([A-Za-z0-9._~+/-]{16,}=*)"),
            of(SecretKind.TOKEN,
                    "(?:api[_-]?key|secret|token|passw(?:or)?d|pwd)[\"']?\\s*[=:]\\s*[\"']?([^\\s\"'&,;]{6,})"),
            of(SecretKind.PASSWORD, "\\b[a-z][a-z0-9+.-]*://[^/\\s:@]*:([^/\\s@]+)@"));

    private static SecretShape token(String regex) {
        return new SecretShape(SecretKind.TOKEN, Pattern.compile("(?<![A-Za-z0-9_-])" + regex));
    }

    private static SecretShape of(SecretKind kind, String regex) {
        return new SecretShape(kind, Pattern.compile(regex, Pattern.CASE_INSENSITIVE));
    }
}
