package parley.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Clients that stop and go on, and servers that do. */
final class ReturnTest {

    @Test
    void whoComesBackGetsWhatTheyMissedOnce() throws InterruptedException {
        Playing.passes("""
                alice and bob connect
                alice and bob join #garden
                alice says one
                bob sees alice say one
                bob drops
                alice says two
                alice says in #garden three
                bob resumes
                bob sees alice say two
                bob sees alice say in #garden three
                bob does not see alice say *
                alice says four
                bob sees alice say four
                """);
    }

    @Test
    void whatWasAskedOfTheHistoryIsNotWhereAClientIs() throws InterruptedException {
        Playing.passes("""
                alice and bob connect
                alice says one
                alice sees done at {one}
                alice says two
                alice says three
                bob sees alice say three
                bob asks for history before {one}
                bob asks for history at most 1
                bob drops
                bob resumes
                bob does not see alice say three
                """);
    }

    @Test
    void whoReadsNothingGetsItWhenTheyReadOn() throws InterruptedException {
        Playing.passes("""
                alice and bob connect
                bob stalls
                repeat 10 times
                    alice says {round}
                bob resumes
                bob sees alice say * 10 times
                """);
    }

    @Test
    void whoReadsNothingHearsNoAnswerAndTellsNoAbsence() throws InterruptedException {
        assertThat(Playing.fails("alice connects\nalice stalls\nalice says hi\n").problem())
                .isEqualTo("alice reads nothing, and so would wait for the answer in vain: resume first");
        assertThat(Playing.fails("alice connects\nalice stalls\nalice sees nothing\n").problem())
                .isEqualTo("alice reads nothing, and so cannot tell what does not come: resume first");
        assertThat(Playing.fails("alice connects\nalice resumes\n").problem())
                .isEqualTo("alice is connected and reads: there is nothing to resume");
    }

    @Test
    void aServerThatRestartsSaysGoodbyeAndKnowsWhatItKnew() throws InterruptedException {
        Playing.passes("""
                alice and bob connect
                alice says one
                bob sees alice say one
                server restarts
                alice and bob see goodbye *shutting down
                alice resumes
                alice says two
                bob resumes
                bob sees alice say two
                bob does not see alice say *
                """);
    }

    @Test
    void aServerThatIsKilledSaysNothing() throws InterruptedException {
        Playing.passes("""
                alice and bob connect
                alice says one
                bob sees alice say one
                server is killed
                server starts
                alice and bob resume
                bob does not see alice say one
                alice asks for history
                alice sees alice say one
                """);
        assertThat(Playing.fails("alice connects\nserver is killed\nalice sees goodbye\n").problem())
                .startsWith("alice's connection is over");
        assertThat(Playing.fails("alice connects\nserver is killed\nbob connects\n").problem())
                .isEqualTo("the server does not run: it was killed, and has not started since");
        assertThat(Playing.fails("server is killed\n").problem())
                .isEqualTo("the server does not run yet: it starts when the first client connects");
    }

    @Test
    void aServerOfOthersIsLeftAlone() throws InterruptedException {
        try (Puppet puppet = Puppet.with((request, wire) -> false)) {
            assertThat(Playing.fails("alice connects\nserver restarts\n", puppet.address()).problem())
                    .endsWith("is not the scenario's own: that needs --exec, or no --server");
        }
    }
}
