package parley.chatd.engine;

import parley.chatd.core.Engine;

class MemoryEngineTest extends EngineContractTest {

    @Override
    Engine create(int historyPerRoom) {
        return new MemoryEngine(historyPerRoom);
    }
}
