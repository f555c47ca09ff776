package parley.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.protocol.Address;
import parley.protocol.Dialect;
import parley.scenarios.foreign.ForeignServer;

/**
 * Scenarios over IRC, with servers that nobody here wrote, where their packages are installed: the same files that pass
 * over JSON lines.
 */
final class IrcServersTest {

    /** Those of the library that any server of IRC should pass, whatever it thinks of topics, history and limits. */
    private static final List<String> EVERYWHERE = List.of("broadcast", "invitations", "moderated", "private", "rooms");

    @TempDir
    private Path folder;

    @Test
    void ngircd() throws Exception {
        try (ForeignServer server = ForeignServer.ngircd(folder)) {
            passes(server.address());
        }
    }

    @Test
    void inspircd() throws Exception {
        try (ForeignServer server = ForeignServer.inspircd(folder)) {
            passes(server.address());
        }
    }

    private void passes(Address address) throws Exception {
        List<Path> files = new ArrayList<>();
        EVERYWHERE.forEach(name -> files.add(Path.of("library", name + ".chat")));
        files.add(Files.writeString(folder.resolve("raw.chat"), """
                # The message of the day
                alice connects
                alice sees welcome *Be kind.*
                bob connects
                alice sees bob join #lobby
                carol connects without hello
                alice sees nothing

                # Lines as they stand
                bob sends PRIVMSG #lobby :by hand
                alice sees line *:bob!* PRIVMSG #lobby :by hand
                bob sends FROBNICATE
                bob sees refusal unknown-command

                # Who goes, however it is
                bob drops
                alice sees nothing but bob leave
                """));
        StringWriter report = new StringWriter();
        Result result = Scenarios.run(files, RunOptions.STANDARD.over(Dialect.IRC).with(
                new Target.At(address, null), RunOptions.STANDARD.given(), 1), new PrintWriter(report));
        assertThat(result).as(report.toString()).isEqualTo(new Result(files.size(), 0, 0));
    }
}
