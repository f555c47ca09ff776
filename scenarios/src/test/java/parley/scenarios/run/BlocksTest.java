package parley.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What blocks of steps do, and how they fail. */
final class BlocksTest {

    @Test
    void inAnyOrderEachStepNeedsOneOfItsOwn() throws InterruptedException {
        Playing.passes("""
                alice, bob and carol connect
                carol says one
                bob says two
                carol says two
                in any order
                    alice sees bob say two
                    alice sees carol say {what}
                    alice sees * say {other}
                    bob sees carol say * 2 times
                alice says {what} and {other}
                bob sees nothing but alice say one and two
                """);
    }

    @Test
    void whatPatternsShareIsGivenOutSoThatAllHaveSome() throws InterruptedException {
        Playing.passes("""
                alice and bob connect
                bob says one
                bob says two
                in any order
                    alice sees bob say *
                    alice sees bob say one
                alice sees nothing
                """);
    }

    @Test
    void inAnyOrderTheOneThatIsMissingIsNamed() throws InterruptedException {
        Failure failure = Playing.fails("""
                alice and bob connect
                bob says one
                bob disconnects
                in any order
                    alice sees bob say one
                    alice sees bob say two
                    alice sees bob leave
                """, 20);
        assertThat(failure.step().line()).isEqualTo(6);
        assertThat(failure.text()).contains("expected  bob say two").contains("nearest   bob say one");
    }

    @Test
    void twoStepsDoNotShareWhatCameOnce() throws InterruptedException {
        Failure failure = Playing.fails("""
                alice and bob connect
                bob says one
                in any order
                    alice sees bob say one
                    alice sees bob say *
                """, 20);
        assertThat(failure.text()).contains("two steps would have to see the same");
    }

    @Test
    void whatIsOptionalIsUsedUpIfItCame() throws InterruptedException {
        Playing.passes("""
                alice and bob connect
                bob says one
                optionally
                    alice sees bob join
                    alice sees bob say one
                    alice sees bob say two
                alice sees nothing
                """);
        assertThat(Playing.fails("""
                alice and bob connect
                alice sees bob join
                bob says one
                optionally
                    alice sees bob say two
                alice sees nothing
                """).text()).contains("bob say in #lobby one");
    }

    @Test
    void everyRoundCapturesAnew() throws InterruptedException {
        Playing.passes("""
                alice and bob connect
                alice sees bob join
                repeat 3 times
                    bob says {round} of three
                    alice sees bob say {number} of three
                    alice says {number}
                    repeat 2 times
                        bob says inner {round}
                    bob sees alice say {round}
                alice sees bob say inner * 2 times
                alice says it was {number}
                bob sees alice say it was 3
                """);
    }

    @Test
    void theRoundThatFailedIsNamed() throws InterruptedException {
        Failure failure = Playing.fails("""
                alice connects
                repeat 3 times
                    alice joins #room{round}
                    alice says in #room2 hi
                    alice sees refusal not-a-member
                """, 20);
        assertThat(failure.step().line()).isEqualTo(5);
        assertThat(failure.problem()).contains("alice did not see it within 20 ms").endsWith(", in round 2 of 3");
    }

    @Test
    void aRefusalNobodySeesFailsItsRound() throws InterruptedException {
        Failure failure = Playing.fails("""
                alice connects
                repeat 2 times
                    alice sees welcome
                    alice says in #nowhere hi
                """);
        assertThat(failure.text()).contains("alice was refused not-a-member").contains("in round 1 of 2");
    }

    @Test
    void togetherNobodyWaitsForAnother() throws InterruptedException {
        Playing.passes("""
                alice and bob connect
                together
                    alice sees bob say now
                    alice says and now
                    bob says now
                    bob sees alice say and now
                """);
    }

    @Test
    void togetherARefusalIsItsOwnClientsMatter() throws InterruptedException {
        Playing.passes("""
                repeat 20 times
                    alice and bob connect
                    together
                        alice says in #nowhere hi
                        alice sees refusal not-a-member
                        bob says hi
                        bob says ho
                    alice and bob disconnect
                """);
        assertThat(Playing.fails("""
                alice and bob connect
                together
                    alice says in #nowhere hi
                    bob says hi
                alice says hi
                """).text()).contains("alice was refused not-a-member");
    }

    @Test
    void howOftenIsCounted() throws InterruptedException {
        Playing.passes("""
                alice and bob connect
                repeat 3 times
                    alice says hi
                bob sees nothing but alice say hi 3 times
                """);
        assertThat(Playing.fails("""
                alice and bob connect
                repeat 2 times
                    alice says hi
                bob sees alice say hi 3 times
                """, 20).problem()).isEqualTo("bob did not see it within 20 ms, but for 2 of 3 times");
        assertThat(Playing.fails("""
                alice and bob connect
                repeat 3 times
                    alice says hi
                bob sees nothing but alice say hi 2 times
                """).problem()).isEqualTo("bob saw more than that");
    }
}
