package parley.scenarios.run;

import org.junit.jupiter.api.Test;

/** Scenarios that pass; most of what can pass stands in the library. None may wait out the patience it is given. */
final class RunnerTest {

    @Test
    void whoDropsCanComeBackAtOnce() throws InterruptedException {
        Playing.passes("bob connects\n" + """
                alice connects
                bob sees nothing but alice join
                alice drops
                bob sees nothing but alice leave
                """.repeat(50));
    }

    @Test
    void whoDisconnectsCanComeBackAtOnce() throws InterruptedException {
        Playing.passes("bob connects\n" + """
                alice connects
                alice disconnects because tea
                bob sees alice join
                bob sees nothing but alice leave because tea
                """.repeat(50));
    }

    @Test
    void roomsHaveNoOrderAmongEachOther() throws InterruptedException {
        Playing.passes("""
                alice and bob connect
                alice and bob join #garden
                alice says in #lobby one
                alice says in #garden two
                alice says to bob three
                bob sees alice say to bob three
                bob sees alice say in #garden two
                bob sees alice say in #lobby one
                bob sees nothing
                """);
    }

    @Test
    void whatASightPassesIsUsedUp() throws InterruptedException {
        Playing.passes("""
                alice and bob connect
                alice says one
                alice says two
                bob sees alice say two
                bob does not see alice say one
                bob sees nothing
                """);
    }

    @Test
    void whatEndedIsStillThereToBeSeen() throws InterruptedException {
        Playing.passes("""
                alice and bob connect
                alice says hi
                bob disconnects because tea
                bob sees alice say hi
                bob sees nothing but goodbye tea
                bob sees nothing
                bob connects
                bob sees nothing
                """);
    }

    @Test
    void aLineOverTheLimitIsRefused() throws InterruptedException {
        Playing.passes("alice connects\nalice says " + "x".repeat(100_000) + """

                alice sees refusal line-too-long
                alice says short
                """);
    }

    @Test
    void capturesAreWholeAcrossClients() throws InterruptedException {
        Playing.passes("""
                alice, bob and carol connect
                alice joins #garden
                alice says hi
                bob and carol see {who} say {what}
                bob renames to {who}-{what}
                carol sees bob rename to {who}-{what}
                """);
    }

    @Test
    void aRefusalMayBeSeenAfterOthersHaveActed() throws InterruptedException {
        Playing.passes("""
                alice and bob connect
                alice renames to bob
                bob says hi
                bob sees nothing
                alice sees refusal nick-taken
                alice sees bob say hi
                """);
    }
}
