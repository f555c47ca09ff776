package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static parley.chatc.Invocation.chatc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import parley.chatc.bots.Adder;
import parley.chatd.Daemon;
import parley.chatd.config.Config;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Address;
import parley.scenarios.foreign.ForeignServer;

/**
 * Bots written with real libraries: recorded against real servers, and then run against no server but a recording. Where
 * a library or server is not installed, the test says so; what was recorded earlier is beside {@code bots/bot.py}. To
 * record that anew, set KEEP_BOTS to that folder.
 */
class BotTest {

    private static final Path KEPT = Path.of("src/test/resources/bots");

    @TempDir
    private Path directory;

    /** A library, and how to start the bot that is written with it. */
    enum Library {
        PYTHON, JAVA;

        List<String> command(String nick) {
            List<String> program = this == PYTHON
                    ? List.of("/usr/bin/python3", KEPT.resolve("bot.py").toString())
                    : List.of(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                            System.getProperty("java.class.path"), Adder.class.getName());
            return Stream.concat(program.stream(), Stream.of("{host}", "{port}", nick)).toList();
        }

        void assumeInstalled() throws IOException, InterruptedException {
            assumeTrue(this == JAVA || new ProcessBuilder("/usr/bin/env", "/usr/bin/python3", "-c", "import irc.bot")
                    .redirectErrorStream(true).start().waitFor() == 0, "python3-irc is not installed");
        }

        Path recording(Path folder, String server) {
            return folder.resolve(name().toLowerCase(java.util.Locale.ROOT) + "-" + server + ".jsonl");
        }
    }

    /** Who talks to the bot, straight to the server. */
    private static void talk(Address server) throws IOException {
        try (Socket socket = new Socket(server.host(), server.port());
             BufferedReader lines =
                     new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            say(socket, "NICK alice\r\nUSER alice 0 * :Alice\r\nJOIN #sums");
            await(lines, "ready;");
            say(socket, "PRIVMSG #sums :!add 2 3");
            await(lines, "alice: 5");
            say(socket, "PRIVMSG #sums :hello, world\r\nPRIVMSG #sums :!add 20 22");
            await(lines, "alice: 42");
            say(socket, "PRIVMSG #sums :!bye");
            await(lines, " QUIT ");
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void await(BufferedReader lines, String part) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(part)) {
                return;
            }
        }
        throw new IOException("the server ended the connection before it said " + part);
    }

    private Path record(Library library, Address server, String name) throws Exception {
        Path file = library.recording(Path.of(System.getenv().getOrDefault("KEEP_BOTS", directory.toString())), name);
        Invocation.Running recording = chatc("record", "--proxy", server.toString(), "--out", file.toString(), "--")
                .with(library.command("adder").toArray(String[]::new)).start();
        talk(server);
        recording.finish().hasStatus(0);
        return file;
    }

    private static Invocation serve(Library library, Path file, String nick) {
        return chatc("serve", "--within", "30s", file.toString(), "--")
                .with(library.command(nick).toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void a_bot_is_recorded_against_chatd_and_replayed_against_nobody(Library library) throws Exception {
        library.assumeInstalled();
        Path file;
        try (Daemon daemon = Daemon.start(Config.standard().onPort(0).withIrc(0), new MemoryEngine(1000))) {
            file = record(library, daemon.addresses().getLast(), "chatd");
        }
        serve(library, file, "adder").run().hasStatus(0);
        serve(library, file, "another").run().hasStatus(0);
    }

    @ParameterizedTest
    @EnumSource
    void a_bot_is_recorded_against_another_server_and_replayed_against_nobody(Library library) throws Exception {
        library.assumeInstalled();
        Path file;
        try (ForeignServer server = ForeignServer.ngircd(directory)) {
            file = record(library, server.address(), "ngircd");
        }
        serve(library, file, "adder").run().hasStatus(0);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> kept() {
        return Stream.of(Library.values()).flatMap(library -> Stream.of("chatd", "ngircd")
                .map(server -> org.junit.jupiter.params.provider.Arguments.of(library, server)));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void what_was_recorded_earlier_still_holds(Library library, String server) throws Exception {
        library.assumeInstalled();
        serve(library, library.recording(KEPT, server), "adder").run().hasStatus(0);
    }

    @ParameterizedTest
    @EnumSource
    void what_a_scenario_has_it_do_a_bot_does(Library library) throws Exception {
        library.assumeInstalled();
        Path scenario = KEPT.resolve("adder.chat");
        chatc("serve", "--as", "adder", scenario.toString(), "--")
                .with(library.command("adder").toArray(String[]::new)).run().hasStatus(0);
        Path other = Files.writeString(directory.resolve("other.chat"),
                Files.readString(scenario).replace("adder says in #sums alice: 5", "adder says in #sums alice: 6"));
        assertThat(chatc("serve", "--as", "adder", other.toString(), "--")
                .with(library.command("adder").toArray(String[]::new)).run().hasStatus(1).err()).contains(
                        "adder said something else", "expected  adder says in #sums alice: 6",
                        "came      adder says in #sums alice: 5");
    }

    @ParameterizedTest
    @EnumSource
    void a_bot_that_adds_wrongly_is_caught(Library library) throws Exception {
        library.assumeInstalled();
        Path recorded = library.recording(KEPT, "ngircd");
        Path other = Files.writeString(directory.resolve("other.jsonl"),
                Files.readString(recorded).replace("alice: 42", "alice: 43"));
        assertThat(serve(library, other, "adder").run().hasStatus(1).err()).contains("other.jsonl:",
                "expected \"alice: 43\", got \"alice: 42\"");
    }
}
