package parley.protocol.irc;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whatever a line says, it is none or one that is spelt so that it reads the same. */
public final class IrcLineFuzz {

    private IrcLineFuzz() {
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        Optional<IrcLine> read = IrcLine.read(new String(input, StandardCharsets.UTF_8));
        if (read.isPresent()) {
            String spelt = read.get().spell();
            if (!IrcLine.read(spelt).equals(read) || spelt.indexOf('\n') >= 0) {
                throw new AssertionError(spelt);
            }
        }
    }
}
