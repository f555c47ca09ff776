package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One run of chatc in this process, with an environment and streams of its own. */
final class Invocation {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> args;
    private final Map<String, String> env = new TreeMap<>();
    private InputStream in = InputStream.nullInputStream();
    private Writer out = new StringWriter();
    private Shell.OutputEnd outEnd = then -> {
    };
    private final StringWriter err = new StringWriter();

    private Invocation(String... args) {
        this.args = new ArrayList<>(List.of(args));
    }

    static Invocation chatc(String... args) {
        return new Invocation(args);
    }

    /** With these arguments as well. */
    Invocation with(String... more) {
        args.addAll(List.of(more));
        return this;
    }

    Invocation at(TestServer server) {
        return env("CHATC_SERVER", server.address().toString());
    }

    Invocation env(String name, String value) {
        env.put(name, value);
        return this;
    }

    Invocation input(String text) {
        return input(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    Invocation input(InputStream bytes) {
        in = bytes;
        return this;
    }

    /** Writes the standard output there instead. */
    Invocation out(Writer target) {
        out = target;
        return this;
    }

    /** Tells so when nobody reads the standard output any more. */
    Invocation outEnd(Shell.OutputEnd end) {
        outEnd = end;
        return this;
    }

    /** Runs to the end. */
    Finished run() {
        return start().finish();
    }

    /** Runs on a thread of its own. */
    Running start() {
        Shell shell =
                new Shell(in, false, new PrintWriter(out, true), false, outEnd, new PrintWriter(err, true), false, env,
                        "tester");
        CompletableFuture<Integer> status = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().start(
                () -> status.completeAsync(() -> Chatc.run(shell, args.toArray(String[]::new)), Runnable::run));
        return new Running(status, thread, out, err);
    }

    /** How it ended. */
    record Finished(int status, String out, String err) {

        Finished hasStatus(int expected) {
            assertThat(status).as("status of a run that said: %s%s", out, err).isEqualTo(expected);
            return this;
        }

        /** It said this on standard error. */
        Finished complains(String sentence) {
            assertThat(err).contains(sentence);
            return this;
        }
    }

    /** A run that goes on. */
    record Running(CompletableFuture<Integer> status, Thread thread, Writer out, StringWriter err) {

        /** Ends it, if it would go on for ever. */
        void interrupt() {
            thread.interrupt();
        }

        /** Waits until it has said this on standard error. */
        Running says(String sentence) {
            await().atMost(PATIENCE).until(() -> err.toString().contains(sentence) || status.isDone());
            assertThat(err.toString()).contains(sentence);
            return this;
        }

        /** Waits until it has printed this. */
        Running prints(String line) {
            await().atMost(PATIENCE).until(() -> out.toString().contains(line) || status.isDone());
            assertThat(out.toString()).contains(line);
            return this;
        }

        Finished finish() {
            return new Finished(status.orTimeout(40, TimeUnit.SECONDS).join(), out.toString(), err.toString());
        }
    }
}
