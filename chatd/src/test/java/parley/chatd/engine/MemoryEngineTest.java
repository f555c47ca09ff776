package parley.chatd.engine;

import java.time.Duration;
import parley.chatd.core.Engine;

class MemoryEngineTest extends EngineContractTest {

    @Override
    Engine create(int historyPerRoom) {
        return new MemoryEngine(Retentions.all(new Retention(historyPerRoom, Duration.ofDays(1))), clock);
    }
}
