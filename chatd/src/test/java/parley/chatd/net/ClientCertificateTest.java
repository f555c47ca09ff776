package parley.chatd.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chatd.Authority;
import parley.chatd.Authority.Issued;
import parley.chatd.config.Config;
import parley.chatd.core.ChatServer;
import parley.chatd.core.Origin;
import parley.chatd.core.Session;
import parley.chatd.core.Shared;
import parley.chatd.dialect.Dialect;
import parley.chatd.dialect.JsonDialect;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Address;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;
import parley.protocol.client.Insecure;
import parley.protocol.line.Line;
import parley.protocol.link.ClientCertificates;
import parley.protocol.link.ClientTls;
import parley.protocol.link.Identity;
import parley.protocol.link.Pem;
import parley.protocol.link.ServerTls;

/** What a server asks of its clients, and what it then knows about them. */
class ClientCertificateTest {

    @TempDir
    static Path folder;
    private static Authority authority;
    private static Issued server;
    private static Issued known;
    private static Issued stranger;

    private final BlockingQueue<Origin> origins = new LinkedBlockingQueue<>();

    @BeforeAll
    static void issue() throws Exception {
        authority = Authority.in(folder.resolve("ours"));
        server = authority.issue("server");
        known = authority.issue("known");
        stranger = Authority.in(folder.resolve("theirs")).issue("stranger");
    }

    @Test
    void whoIsNotAskedShowsNone() throws Exception {
        try (Here here = new Here(ClientCertificates.NONE, false)) {
            assertThat(here.origin(showing(known))).isEqualTo(secure(Optional.empty()));
        }
    }

    @Test
    void whoMayShowOneIsKnownByItsFingerprintWhoeverIssuedIt() throws Exception {
        try (Here here = new Here(ClientCertificates.OPTIONAL, false)) {
            assertThat(here.origin(showing(known))).isEqualTo(secure(Optional.of(known.fingerprint())));
            assertThat(here.origin(showing(stranger))).isEqualTo(secure(Optional.of(stranger.fingerprint())));
            assertThat(here.origin(showingNone())).isEqualTo(secure(Optional.empty()));
        }
    }

    @Test
    void whoComesBackByAnEarlierHandshakeIsKnownAsWell() throws Exception {
        try (Here here = new Here(ClientCertificates.OPTIONAL, false)) {
            ClientTls tls = showing(known);
            for (int i = 0; i < 3; i++) {
                assertThat(here.origin(tls)).isEqualTo(secure(Optional.of(known.fingerprint())));
            }
        }
    }

    @Test
    void whoHasToShowOneAndHasNoneIsTurnedAwayAndToldSo() throws Exception {
        try (Here here = new Here(ClientCertificates.REQUIRED, false)) {
            assertThat(here.origin(showing(stranger))).isEqualTo(secure(Optional.of(stranger.fingerprint())));
            assertThat(here.refusal(showingNone())).endsWith("the other end asks for a certificate of this end");
        }
    }

    @Test
    void whereAnAuthorityIsNamedItHasToHaveIssuedIt() throws Exception {
        try (Here here = new Here(ClientCertificates.OPTIONAL, true)) {
            assertThat(here.origin(showing(known))).isEqualTo(secure(Optional.of(known.fingerprint())));
            // A client that knows how to, does not even show a certificate of another authority.
            assertThat(here.origin(showing(stranger))).isEqualTo(secure(Optional.empty()));
        }
        try (Here here = new Here(ClientCertificates.REQUIRED, true)) {
            assertThat(here.origin(showing(known))).isEqualTo(secure(Optional.of(known.fingerprint())));
            assertThat(here.refusal(showing(stranger))).contains("certificate of this end");
        }
    }

    @Test
    void inTheClearNothingIsKnown() throws Exception {
        try (Here here = new Here(new Entrance.Plain()); Client client = Client.connect(here.address(), new Inbox())) {
            client.ask(new Command.Ping());
            assertThat(origins.poll(10, TimeUnit.SECONDS)).isEqualTo(Origin.local());
        }
    }

    private static Origin secure(Optional<String> certificate) {
        return new Origin(Origin.local().address(), true, certificate);
    }

    private static ClientTls showing(Issued own) throws Exception {
        return Secure.showing(own, authority.certificate());
    }

    private static ClientTls showingNone() throws Exception {
        return Secure.trusting(authority.certificate());
    }

    /** A listener with a chat behind it. */
    private final class Here implements AutoCloseable {

        private final ChatServer chat =
                new ChatServer(Config.standard().settings(), new MemoryEngine(10), InstantSource.system());
        private final Listener listener = Listener.bind(new Address("127.0.0.1", 0));

        Here(ClientCertificates clients, boolean ours) throws Exception {
            this(new TlsEntrance(() -> new ServerTls(Identity.read(server.certificate(), server.key()), clients,
                    ours ? Pem.certificates(authority.certificate()) : List.of()), InstantSource.system()));
        }

        Here(Entrance entrance) throws Exception {
            listener.accept(chat, entrance, NotesOrigins::new, new Admission(Bounds.DEFAULT),
                    Executors.newVirtualThreadPerTaskExecutor());
        }

        Address address() throws IOException {
            return new Address("127.0.0.1", listener.port());
        }

        /** Where the server thinks that this client comes from. */
        Origin origin(ClientTls tls) throws Exception {
            try (Client client = Client.connect(address(), tls, new Inbox())) {
                assertThat(client.ask(new Command.Ping())).isEqualTo(new Event.Pong());
                return origins.take();
            }
        }

        /** Why the server does not take this client; with TLS 1.3 it learns only after its part of the handshake. */
        String refusal(ClientTls tls) throws Exception {
            try (Client client = Client.connect(address(), tls, new Inbox())) {
                return catchThrowableOfType(IOException.class, () -> client.ask(new Command.Ping())).getMessage();
            } catch (Insecure e) {
                return e.getMessage();
            }
        }

        @Override
        public void close() throws IOException {
            listener.close();
            chat.endAll("over");
            chat.close();
        }
    }

    /** Notes where those come from who say something. */
    private final class NotesOrigins implements Dialect {

        private final Dialect json = new JsonDialect();
        private boolean noted;

        @Override
        public void read(Line line, Session session) {
            if (!noted) {
                origins.add(session.origin());
                noted = true;
            }
            json.read(line, session);
        }

        @Override
        public byte[] encode(Shared shared) {
            return json.encode(shared);
        }

        @Override
        public byte[] encode(@Nullable String re, Event event) {
            return json.encode(re, event);
        }
    }
}
