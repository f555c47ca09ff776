package parley.chatd.accounts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client begins SCRAM with: {@code n,a=somebody,n=alice,r=nonce} (RFC 5802, section 7, client-first-message).
 *
 * @param header the GS2 header, with the comma at its end
 * @param authzid whom the client wants to be; empty for who it is
 * @param bare what follows the header, as it was sent, because both ends sign it
 */
record ClientFirst(String header, String authzid, String bare, String name, String nonce) {

    private static final String NAME = "(?:[^,=]|=2C|=3D)+";
    /**
     * That a client could bind the channel ("y") is no lie told on the way, because no mechanism with -PLUS is offered;
     * one that insists on it ("p=") is refused. So is an extension before the name, which would be one that must be
     * known.
     */
    private static final Pattern FORM = Pattern.compile("(?<header>[ny],(?:a=(?<authzid>" + NAME + "))?,)"
            + "(?<bare>n=(?<name>" + NAME + "),r=(?<nonce>[!-+\\--~]+)(?:,.*)?)");

    static Optional<ClientFirst> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String authzid = form.group("authzid");
        return Optional.of(new ClientFirst(form.group("header"), authzid == null ? "" : unescaped(authzid),
                form.group("bare"), unescaped(form.group("name")), form.group("nonce")));
    }

    private static String unescaped(String name) {
        return name.replace("=2C", ",").replace("=3D", "=");
    }
}
