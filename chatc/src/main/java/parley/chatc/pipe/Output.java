package parley.chatc.pipe;

import java.io.PrintWriter;

/** Where the plain lines go. Each is there at once, for whoever reads the other end of a pipe. Used by one thread. */
public final class Output {

    private final PrintWriter target;

    public Output(PrintWriter target) {
        this.target = target;
    }

    /**
     * Prints a line.
     *
     * @throws NobodyReads if nobody reads there any more
     */
    public void print(String line) throws NobodyReads {
        target.print(line + "\n");
        target.flush();
        if (target.checkError()) {
            throw new NobodyReads();
        }
    }
}
