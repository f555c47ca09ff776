package parley.scenarios.recording;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import parley.protocol.Address;
import parley.protocol.link.Link;
import parley.scenarios.RunOptions;
import parley.scenarios.language.Scenario;
import parley.scenarios.language.Step;
import parley.scenarios.run.Guest;
import parley.scenarios.run.Outcome;
import parley.scenarios.run.Runner;

/**
 * Acts a scenario's server and all its clients but one, which is a program under test. The server is chatd in this
 * process, so the program may speak as it likes, in either dialect. Used once; one thread plays.
 */
public final class ScenarioStandIn implements Closeable {

    private final Scenario scenario;
    private final Door door;
    private final Guest guest;
    private final RunOptions options;
    private final Set<GuestLine> lines = ConcurrentHashMap.newKeySet();

    private ScenarioStandIn(Scenario scenario, Guest guest, Door door, RunOptions options) {
        this.scenario = scenario;
        this.guest = guest;
        this.door = door;
        this.options = options;
    }

    /**
     * Listens on this machine, until it is closed.
     *
     * @param client which of the scenario's clients the program is
     * @param options whose patience the program has as well
     * @param notes is told why somebody did not get in
     * @throws IOException if the port cannot be had
     */
    public static ScenarioStandIn open(Scenario scenario, String client, Listening at, RunOptions options,
            Consumer<String> notes) throws IOException {
        ScenarioStandIn standIn = new ScenarioStandIn(scenario, new Guest(client, options.patience()), Door.open(at),
                options);
        standIn.door.admit(standIn::come, why -> notes.accept("a client did not get in: " + why));
        return standIn;
    }

    /** The clients of a scenario, in alphabetical order. */
    public static List<String> clients(Scenario scenario) {
        Set<String> clients = new TreeSet<>();
        scenario.steps().stream().flatMap(Step::leaves).forEach(step -> {
            if (step instanceof Step.Act act) {
                clients.addAll(act.clients());
            }
        });
        return List.copyOf(clients);
    }

    /** Where it listens. */
    public Address address() {
        return door.address();
    }

    private void come(Link link) {
        lines.add(GuestLine.begin(guest, link));
    }

    /** The program has ended, for this reason: it does nothing more. Any thread. */
    public void gone(String why) {
        guest.gone(why);
    }

    /** Plays to the end, or to the first step that fails. */
    public Outcome run() throws InterruptedException {
        return new Runner(options).run(scenario, guest);
    }

    /** Whether the program did nothing for too long, or never connected. */
    public boolean timedOut() {
        return guest.timedOut();
    }

    /** Listens no more, and ends all connections. */
    @Override
    public void close() throws IOException {
        door.close();
        guest.end();
        lines.forEach(GuestLine::cut);
    }
}
