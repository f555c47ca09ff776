package parley.chatd.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Refused;
import parley.protocol.Event.Said;
import parley.protocol.Event.Welcomed;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

/** SIGHUP: the configuration is read again, and nobody is dropped. */
class ReloadTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String AGAIN = "the configuration was read again";

    @TempDir
    Path folder;

    @Test
    void whatChangedHoldsAtOnceAndTheLogNamesIt() throws Exception {
        write("motd = \"old\"");
        try (DaemonProcess daemon = start(); Client alice = connect(daemon, "alice", new Inbox())) {
            write("motd = \"new\"\nrooms = [\"#lobby\", \"#tea\"]\n[limits]\ntext_bytes = 5");
            daemon.signal("HUP");
            daemon.awaitLog(AGAIN + "; changed: limits.text_bytes, motd, rooms");

            assertThat(alice.ask(new Command.Say("#lobby", "123456"))).isInstanceOf(Refused.class);
            assertThat(alice.ask(new Command.Say("#lobby", "12345"))).isInstanceOf(Done.class);
            try (Client bob = Client.connect(daemon.address(), new Inbox())) {
                Welcomed welcomed = (Welcomed) bob.ask(new Command.Hello("bob"));
                assertThat(welcomed.motd()).isEqualTo("new");
                assertThat(welcomed.rooms()).containsExactly("#lobby", "#tea");
            }
            daemon.signal("HUP");
            daemon.awaitLog(AGAIN + "; nothing changed");
        }
    }

    @Test
    void aFileThatIsWrongChangesNothingAndTheLogSaysWhereItIs() throws Exception {
        write("motd = \"old\"");
        try (DaemonProcess daemon = start()) {
            write("motd = \"new\"\n[limits]\nidel = \"1m\"");
            daemon.signal("HUP");
            daemon.awaitLog("chatd.toml:3:1: idel is not a key in [limits]; did you mean idle?");
            assertThat(daemon.log()).contains("the configuration stays as it was, because the file is wrong:");
            assertThat(motd(daemon)).isEqualTo("old");

            Files.delete(config());
            daemon.signal("HUP");
            daemon.awaitLog("there is no configuration file " + config());
            write("motd = \"mended\"");
            daemon.signal("HUP");
            daemon.awaitLog(AGAIN);
            assertThat(motd(daemon)).isEqualTo("mended");
        }
    }

    @Test
    void whatTakesARestartIsNamedUntilItHasHadOneOrIsTakenBack() throws Exception {
        write("");
        try (DaemonProcess daemon = start()) {
            write("listen = [\"127.0.0.1:1\"]\n[history]\nage = \"1d\"");
            for (int i = 1; i <= 2; i++) {
                daemon.signal("HUP");
                await().atMost(SOON).until(count(daemon, "a change of this takes a restart: history.age, listen"),
                        n(i));
            }
            write("");
            daemon.signal("HUP");
            await().atMost(SOON).until(count(daemon, AGAIN + "; nothing changed"), n(3));
            assertThat(count(daemon, "takes a restart").call()).isEqualTo(2);
            assertThat(motd(daemon)).isEmpty();
        }
    }

    @Test
    void withoutAFileThereIsNothingToReadAgain() throws Exception {
        try (DaemonProcess daemon = DaemonProcess.start(folder, "--memory")) {
            daemon.signal("HUP");
            daemon.awaitLog("there is nothing to read again: this chatd was started without --config");
            assertThat(motd(daemon)).isEmpty();
        }
    }

    @Test
    void aHundredReloadsUnderLoadDropNobodyAndLoseNothing() throws Exception {
        write("motd = \"0\"");
        Inbox heard = new Inbox();
        AtomicBoolean enough = new AtomicBoolean();
        try (DaemonProcess daemon = start();
             Client _ = connect(daemon, "bob", heard);
             Client alice = connect(daemon, "alice", new Inbox())) {
            CompletableFuture<List<String>> said = CompletableFuture.supplyAsync(() -> talk(alice, enough));
            for (int i = 1; i <= 100; i++) {
                write("motd = \"" + i + "\"\nrooms = [\"#lobby\", \"#r" + i + "\"]\n[limits]\nrecall = " + i);
                daemon.signal("HUP");
                await().pollInterval(Duration.ofMillis(2)).atMost(SOON).until(count(daemon, AGAIN), n(i));
            }
            enough.set(true);
            List<String> messages = said.join();
            assertThat(messages).hasSizeGreaterThan(100);
            assertThat(take(heard, messages.size())).isEqualTo(messages);
        }
    }

    /** Says one thing after the other, a few at a time, until it is enough; each has to be acknowledged. */
    private static List<String> talk(Client alice, AtomicBoolean enough) {
        List<String> said = new ArrayList<>();
        List<CompletableFuture<Event.Answer>> answers = new ArrayList<>();
        Semaphore window = new Semaphore(16);
        while (!enough.get()) {
            window.acquireUninterruptibly();
            said.add("message " + said.size());
            answers.add(
                    alice.send(new Command.Say("#lobby", said.getLast())).whenComplete((done, e) -> window.release()));
        }
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isInstanceOf(Done.class));
        return said;
    }

    private static List<String> take(Inbox inbox, int messages) throws Exception {
        List<String> taken = new ArrayList<>();
        while (taken.size() < messages) {
            if (inbox.take(SOON).orElseThrow() instanceof Said said) {
                taken.add(said.text());
            }
        }
        return taken;
    }

    private static Callable<Integer> count(DaemonProcess daemon, String text) {
        return () -> Pattern.compile(Pattern.quote(text)).matcher(daemon.log()).results().toArray().length;
    }

    private static Predicate<Integer> n(int expected) {
        return count -> count == expected;
    }

    private static String motd(DaemonProcess daemon) throws Exception {
        try (Client guest = Client.connect(daemon.address(), new Inbox())) {
            return ((Welcomed) guest.ask(new Command.Hello("guest"))).motd();
        }
    }

    private static Client connect(DaemonProcess daemon, String nick, Inbox inbox) throws Exception {
        Client client = Client.connect(daemon.address(), inbox);
        assertThat(client.ask(new Command.Hello(nick))).isInstanceOf(Welcomed.class);
        return client;
    }

    private DaemonProcess start() throws IOException {
        return DaemonProcess.start(folder, "--memory", "--config", config().toString());
    }

    private Path config() {
        return folder.resolve("chatd.toml");
    }

    private void write(String text) throws IOException {
        Files.writeString(config(), text);
    }
}
