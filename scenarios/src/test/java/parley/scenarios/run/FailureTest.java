package parley.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Scenarios that must fail do, and say why. A step that sees an absence stands before the failing one where the report
 * shows what others received: its fence makes sure that they have.
 */
final class FailureTest {

    @Test
    void somethingElseWasSaid() throws InterruptedException {
        assertFails("""
                alice and bob connect
                alice sees bob join
                alice says hello, world
                everyone does not see goodbye
                bob sees alice say hello, wurld within 1ms
                """, """
                x.chat:5: bob sees alice say hello, wurld within 1ms
                bob did not see it within 1 ms
                  expected  alice say hello, wurld
                  nearest   alice say hello, world
                                              ^
                bob received, and no step has seen:
                    welcome
                    alice say in #lobby hello, world
                alice received last:
                    welcome
                    bob join #lobby""");
    }

    @Test
    void ofSeveralTheNearestIsShown() throws InterruptedException {
        Failure failure = Playing.fails("""
                alice and bob connect
                alice joins #garden
                bob joins #garden
                alice says in #garden one two three
                alice says in #garden one two four
                alice says in #lobby one two three four five
                bob does not see goodbye
                bob sees alice say in #garden one two five within 1ms
                """);
        assertCompares(failure, "alice say in #garden one two five", "alice say in #garden one two four", 30);
    }

    @Test
    void whatIsLeftOutOfTheStepIsLeftOutOfTheComparison() throws InterruptedException {
        Failure failure = Playing.fails("""
                alice and bob connect
                bob disconnects because tea
                alice does not see goodbye
                alice sees bob leave because coffee within 1ms
                """);
        assertCompares(failure, "bob leave because coffee", "bob leave because tea", 18);
    }

    @Test
    void nothingOfThatKindCame() throws InterruptedException {
        assertFails("""
                alice connects
                alice sees bob join within 1ms
                """, """
                x.chat:2: alice sees bob join within 1ms
                alice did not see it within 1 ms
                  expected  bob join
                  nothing of that kind came
                alice received, and no step has seen:
                    welcome""");
    }

    @Test
    void whoReceivedNothingIsNamedWithNothing() throws InterruptedException {
        assertThat(Playing.fails("""
                alice connects
                alice sees welcome
                alice sees bob join within 1ms
                """).text()).endsWith("alice received, and no step has seen: nothing");
    }

    @Test
    void theOrderWasAnother() throws InterruptedException {
        assertFails("""
                alice and bob connect
                alice sees bob join
                alice says one
                alice says two
                bob sees alice say two
                bob sees alice say one within 1ms
                """, """
                x.chat:6: bob sees alice say one within 1ms
                bob did not see it within 1 ms; it came, but before what line 5 saw
                  expected  alice say one
                  came      alice say one
                bob received, and no step has seen:
                    welcome
                    alice say in #lobby one   (before what line 5 saw)
                alice received last:
                    welcome
                    bob join #lobby""");
    }

    @Test
    void itCameOnlyOnce() throws InterruptedException {
        assertThat(Playing.fails("""
                alice and bob connect
                alice sees bob join
                alice sees bob join within 1ms
                """).problem()).isEqualTo("alice did not see it within 1 ms; it came once, and a step has seen it");
    }

    @Test
    void thereWasSomethingWhereNothingShouldBe() throws InterruptedException {
        assertFails("""
                alice and bob connect
                alice sees nothing
                """, """
                x.chat:2: alice sees nothing
                alice saw something
                  expected  nothing
                  came      bob join #lobby
                alice received, and no step has seen:
                    welcome
                    bob join #lobby
                bob received last:
                    welcome""");
    }

    @Test
    void thereWasMoreThanThat() throws InterruptedException {
        Failure failure = Playing.fails("""
                alice and bob connect
                alice says one
                alice says two
                bob sees nothing but alice say one
                """);
        assertThat(failure.problem()).isEqualTo("bob saw more than that");
        assertCompares(failure, "nothing more", "alice say in #lobby two", -1);
    }

    @Test
    void somethingElseCameFirst() throws InterruptedException {
        Failure failure = Playing.fails("""
                alice and bob connect
                alice says one
                bob sees nothing but alice say two
                """);
        assertThat(failure.problem()).isEqualTo("bob saw something else first");
        assertCompares(failure, "alice say two", "alice say one", 10);
    }

    @Test
    void itWasSeenThoughItShouldNot() throws InterruptedException {
        Failure failure = Playing.fails("""
                alice and bob connect
                bob leaves #lobby because it rains
                alice does not see bob leave because /rain/
                """);
        assertThat(failure.problem()).isEqualTo("alice saw it");
        assertCompares(failure, "not bob leave because /rain/", "bob leave #lobby because it rains", -1);
    }

    @Test
    void aCommandWasRefusedAndNobodyLooked() throws InterruptedException {
        assertFails("""
                alice and bob connect
                alice sees bob join
                bob renames to alice
                alice says hi
                bob says hi
                """, """
                x.chat:3: bob renames to alice
                bob was refused nick-taken: alice is in use
                bob received, and no step has seen:
                    welcome
                    refusal nick-taken alice is in use
                alice received last:
                    welcome
                    bob join #lobby""");
    }

    @Test
    void theLastCommandWasRefused() throws InterruptedException {
        assertThat(Playing.fails("""
                alice connects
                alice says to bob hello
                """).problem()).isEqualTo("alice was refused no-such-nick: nobody here is called bob");
    }

    @Test
    void aRefusalHadAnotherName() throws InterruptedException {
        Failure failure = Playing.fails("""
                alice connects
                alice says to bob hello
                alice sees refusal nick-taken within 1ms
                """);
        assertCompares(failure, "refusal nick-taken", "refusal no-such-nick", 9);
    }

    @Test
    void captureDiffers() throws InterruptedException {
        Failure failure = Playing.fails("""
                alice and bob connect
                alice says ticket 17
                bob sees alice say ticket {number}
                alice says take 18
                bob does not see goodbye
                bob sees alice say take {number} within 1ms
                """);
        assertThat(failure.text()).startsWith("""
                bob did not see it within 1 ms
                  expected  alice say take {number}
                  nearest   alice say take 18
                                            ^
                  where     {number} is 17
                """);
    }

    @Test
    void aLineIsShownAsItCame() throws InterruptedException {
        assertThat(Playing.fails("""
                alice connects
                alice sends {"do":"ping","ref":"x"}
                alice sees line {"on":"ping"* within 1ms
                """).text()).contains("""
                  expected  line {"on":"ping"*
                  nearest   line {"on":"pong","re":"x"}
                                         ^
                """).contains("    {\"on\":\"welcomed\",");
    }

    @Test
    void aLongTextIsShownAroundTheDifference() throws InterruptedException {
        String report = Playing.fails("""
                alice and bob connect
                alice says %1$sone%1$s
                bob does not see goodbye
                bob sees alice say %1$sone!%1$s within 1ms
                """.formatted("x".repeat(1000))).text();
        assertThat(report.lines().mapToInt(String::length).max().orElseThrow()).isLessThan(180);
        String nearest = report.lines().filter(line -> line.startsWith("  nearest")).findFirst().orElseThrow();
        String caret = report.lines().filter(line -> line.strip().equals("^")).findFirst().orElseThrow();
        assertThat(nearest.substring(0, caret.indexOf('^'))).endsWith("xone");
    }

    @Test
    void noControlSequenceReachesTheReport() throws InterruptedException {
        assertThat(Playing.fails("""
                alice and bob connect
                alice says \\u{1b}[31mred\\n
                bob sees nothing
                """).text()).contains("alice say in #lobby \\u{1b}[31mred\\n").doesNotContain("\u001b");
    }

    @Test
    void manyLinesAreCounted() throws InterruptedException {
        assertThat(Playing.fails("alice and bob connect\n" + "alice says x\n".repeat(40) + """
                bob does not see goodbye
                bob sees goodbye within 1ms
                """).text()).contains("bob received, and no step has seen:\n    … and 21 before\n    alice say");
    }

    @Test
    void theConnectionIsOver() throws InterruptedException {
        assertThat(Playing.fails("""
                alice connects
                alice disconnects because tea
                alice says hi
                """).problem()).isEqualTo("alice's connection is over: tea");
        assertThat(Playing.fails("""
                alice connects
                alice drops
                alice sees bob join
                """).problem()).isEqualTo("alice's connection is over: the server closed the connection");
    }

    @Test
    void thereIsNoOneRoomToSpeakIn() throws InterruptedException {
        assertThat(Playing.fails("""
                server
                    rooms = []
                alice connects
                alice says hi
                """).problem()).isEqualTo("alice is in no room");
        assertThat(Playing.fails("""
                server
                    rooms = ["#a", "#b"]
                alice connects
                alice says hi
                """).problem()).isEqualTo("alice is in #a, #b: the step must say in which it is meant");
    }

    @Test
    void whoIsConnectedConnectsOnlyOnce() throws InterruptedException {
        assertThat(Playing.fails("""
                alice connects
                alice connects as alicia
                """).problem()).isEqualTo("alice is connected already");
    }

    @Test
    void nobodyIsThereToLook() throws InterruptedException {
        assertThat(Playing.fails("""
                alice connects
                alice disconnects
                everyone sees nothing
                """).problem()).isEqualTo("nobody is there to look");
    }

    private static void assertCompares(Failure failure, String expected, String came, int caret) {
        assertThat(failure.comparison()).contains(new Comparison(expected, came, caret, Map.of()));
    }

    private static void assertFails(String scenario, String report) throws InterruptedException {
        Failure failure = Playing.fails(scenario);
        assertThat(failure.step() + "\n" + failure.text()).isEqualTo(report);
    }
}
