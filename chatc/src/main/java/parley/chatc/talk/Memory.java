package parley.chatc.talk;

import java.time.Instant;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;

/** What was typed, in this run and earlier ones: the last thousand lines, without those that have a secret in them. */
final class Memory extends DefaultHistory {

    private static final int MOST = 1000;

    @Override
    public void attach(LineReader reader) {
        reader.setVariable(LineReader.HISTORY_SIZE, MOST);
        reader.setVariable(LineReader.HISTORY_FILE_SIZE, MOST);
        super.attach(reader);
    }

    @Override
    public void add(Instant time, String line) {
        if (!SlashCommands.hasSecret(line)) {
            super.add(time, line);
        }
    }
}
