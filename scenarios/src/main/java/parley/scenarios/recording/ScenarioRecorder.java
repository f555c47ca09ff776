package parley.scenarios.recording;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import parley.protocol.Address;
import parley.protocol.client.Dial;
import parley.protocol.recording.Recorder;
import parley.scenarios.RunOptions;
import parley.scenarios.Target;
import parley.scenarios.language.Scenario;
import parley.scenarios.language.Step;
import parley.scenarios.run.Outcome;
import parley.scenarios.run.Runner;

/** Runs a scenario with a server in this process, and records what goes over the wire. */
public final class ScenarioRecorder {

    private ScenarioRecorder() {
    }

    /** What is special in the configuration of the scenario's server, as it is written there; empty if nothing is. */
    public static String server(Scenario scenario) {
        return scenario.steps().stream().map(step -> step instanceof Step.Configure it ? it.toml() : "")
                .filter(toml -> !toml.isEmpty()).findFirst().orElse("");
    }

    /** The first step that a recording has no word for: what happens to the server, and to the network. */
    public static Optional<Step> unspeakable(Scenario scenario) {
        return scenario.steps().stream().flatMap(Step::leaves)
                .filter(step -> step instanceof Step.Serve || step instanceof Step.Network).findFirst();
    }

    /**
     * Runs it, and closes the recorder with it.
     *
     * @param options whose server is another one: the scenario's own
     * @param notes is told what did not go well between the clients and the server
     */
    public static Outcome record(Scenario scenario, Recorder recorder, RunOptions options, Consumer<String> notes)
            throws InterruptedException {
        List<Proxy> proxies = new CopyOnWriteArrayList<>();
        Target.Inside recorded = new Target.Inside() {
            @Override
            public void over() {
                try {
                    recorder.close();
                } catch (IOException e) {
                    notes.accept("the recording was not closed: " + e.getMessage());
                }
            }

            @Override
            public Address front(Address server) {
                try {
                    Proxy proxy = Proxy.open(Listening.ANYWHERE, () -> Dial.open(server), recorder, notes);
                    proxies.add(proxy);
                    return proxy.address();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        };
        try {
            return new Runner(options.with(new Target.Embedded(recorded), options.given(), 1)).run(scenario);
        } finally {
            proxies.forEach(Proxy::close);
        }
    }
}
