package parley.scenarios.junit;

import java.util.List;
import java.util.Optional;
import parley.protocol.Address;
import parley.scenarios.RunOptions;
import parley.scenarios.language.Parser;
import parley.scenarios.language.ScenarioInvalid;
import parley.scenarios.language.Step;
import parley.scenarios.run.Failure;
import parley.scenarios.run.Stage;

/** The chat server of a test. One thread uses it and its clients. */
public final class ChatServer implements AutoCloseable {

    private final Stage stage = Stage.open(RunOptions.STANDARD);

    /** @param config TOML, as chatd's own file has it */
    ChatServer(String config) throws InterruptedException {
        if (!config.isBlank()) {
            play(() -> Parser.server(config));
        }
    }

    /** Where it listens; it starts if nobody has connected yet. */
    public Address address() {
        return stage.address();
    }

    /** A client that has not connected yet: {@code server.client("carol").does("connects")}. */
    public ChatClient client(String name) {
        return new ChatClient(this, name);
    }

    /**
     * Plays a step of the scenario language, such as {@code alice and bob see carol leave}.
     *
     * @throws AssertionError if the step fails, or a client goes on although it was refused something
     * @throws IllegalArgumentException if this is no step; the message shows where it goes wrong
     */
    public void step(String text) throws InterruptedException {
        play(() -> Parser.step(text));
    }

    private interface Reading {
        Step read() throws ScenarioInvalid;
    }

    private void play(Reading reading) throws InterruptedException {
        try {
            check(stage.play(reading.read()));
        } catch (ScenarioInvalid e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Fails if a client was refused something that no step has seen. */
    void checkRefusals() {
        check(stage.unexpectedRefusal(List.of()));
    }

    private static void check(Optional<Failure> failure) {
        failure.ifPresent(failed -> {
            throw AssertionFailures.of(failed);
        });
    }

    @Override
    public void close() {
        stage.close();
    }
}
