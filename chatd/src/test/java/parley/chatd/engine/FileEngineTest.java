package parley.chatd.engine;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import parley.chatd.core.Engine;

class FileEngineTest extends EngineContractTest {

    @TempDir
    Path folder;

    private int files;

    @Override
    Engine create(int historyPerRoom) throws HistoryUnusable {
        return FileEngine.open(folder.resolve("history" + files++ + ".db"), Durability.PROCESS,
                Retentions.all(new Retention(historyPerRoom, Duration.ofDays(10_000))), clock);
    }
}
