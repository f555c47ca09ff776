package parley.scenarios.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about a step that cannot be read, and where the carets stand. */
final class StepProblemTest {

    @ParameterizedTest
    @ValueSource(strings = {"""
            column 7: "sais" is not something that a client does; did you mean says?
                alice sais hello
                      ^^^^""", """
            column 10: "sais" is not something that a client does; did you mean says?
                al-éce-1 sais
                         ^^^^""", """
            column 6: here is missing something that a client does: there are connects, joins, \
            leaves, says, tells, renames, sets, asks, invites, kicks, bans, unbans, mutes, unmutes, exempts, unexempts, admits, unadmits, gives, makes, limits, pings, syncs, disconnects, drops, stalls, resumes, sends, sees, does
                alice
                     ^""", """
            column 7: "embraces" is not something that a client does; there are connects, joins, leaves, \
            says, tells, renames, sets, asks, invites, kicks, bans, unbans, mutes, unmutes, exempts, unexempts, admits, unadmits, gives, makes, limits, pings, syncs, disconnects, drops, stalls, resumes, sends, sees, does
                alice embraces bob
                      ^^^^^^^^""", """
            column 12: "topc" is not something that a client does; did you mean topic?
                alice sets topc to x
                           ^^^^""", """
            column 13: a room begins with #: did you mean #lobby?
                alice joins lobby
                            ^^^^^""", """
            column 12: here is missing a room, like #lobby
                alice joins
                           ^""", """
            column 16: here is missing a nick, like alice
                bob connects as
                               ^""", """
            column 21: here comes because TEXT, or the end of the line; did you mean because?
                alice leaves #lobby beacuse it rains
                                    ^^^^^^^""", """
            column 28: here is missing a text; "" is an empty one
                alice leaves #lobby because
                                           ^""", """
            column 13: the step ends before this
                alice drops it
                            ^^""", """
            column 1: a client's name in a scenario is letters, digits, - and _; for another nick \
            write connects as NICK
                al!ce connects
                ^^^^^""", """
            column 1: everyone can see, but who does something is named: alice and bob
                everyone says hi
                ^^^^^^^^""", """
            column 9: "cut" is not a step of that kind; did you mean cuts?
                network cut bob
                        ^^^""", """
            column 26: a rate is a number and B/s, kB/s or MB/s, like 10kB/s; "10" is none
                network throttles bob to 10
                                         ^^""", """
            column 1: "include" is for scenarios in files
                include x
                ^^^^^^^""", """
            column 1: a block is for scenarios in files
                in any order
                ^^""", """
            column 16: "invite" is not what a room can be made; did you mean invite-only?
                alice makes #a invite
                               ^^^^^^""", """
            column 21: what comes 0 times is what nobody sees: write does not see
                alice sees bob join 0 times
                                    ^""", """
            column 29: a number of times is for what is seen; a text that ends so stands in quotes
                alice does not see bob join 2 times
                                            ^""", """
            column 20: a number has digits alone, at most nine; "few" is none
                alice limits #a to few
                                   ^^^""", """
            column 1: server stands alone in its line, and its configuration below it, indented
                server motd = "x"
                ^^^^^^""", """
            column 11: here is missing what is seen: welcome, rooms, person, restrictions, done, more, status, ping, pong, \
            refusal, gap, goodbye, line, nothing, \
            or a nick and what it does
                alice sees
                          ^""", """
            column 16: "joins" is not something that bob can be seen to do; did you mean join?
                alice sees bob joins #lobby
                               ^^^^^""", """
            column 15: here is missing something that bob can be seen to do: there are join, leave, \
            say, tell, rename, set, kick, ban, unban, mute, unmute, exempt, unexempt, admit, unadmit, give, change, invite, in
                alice sees bob
                              ^""", """
            column 20: only one nick comes before join; write a step for each
                alice sees bob and carol join
                                   ^^^^^""", """
            column 12: "wellcome" is not something to see; did you mean welcome?
                alice sees wellcome
                           ^^^^^^^^""", """
            column 20: "nick-takn" is not the name of a refusal; did you mean nick-taken?
                alice sees refusal nick-takn
                                   ^^^^^^^^^""", """
            column 21: here comes ROOM, or the end of the line; did you mean #lobby?
                alice sees bob join lobby
                                    ^^^^^""", """
            column 20: the step ends here, or goes on with "but"
                alice sees nothing bob join
                                   ^^^""", """
            column 22: a time is a number and ms, s or m, like within 500ms
                alice sees bob leave within 5
                                     ^^^^^^^^""", """
            column 21: this regular expression cannot be read: Unclosed character class
                alice sees bob say /[/
                                    ^""", """
            column 13: \\q is no escape: there are \\n, \\t, \\r, \\u{1f600}, and \\ before a sign \
            that would mean something; write \\\\ for a backslash
                alice says a\\q
                            ^^""", """
            column 13: a \\ at the end escapes nothing; write \\\\ for a backslash
                alice says a\\
                            ^""", """
            column 12: \\u takes a character's number in hexadecimal, like \\u{1f600}
                alice says \\u12
                           ^^""", """
            column 12: the closing quote is missing; a quote that is meant is written \\"
                alice says "hello
                           ^^^^^^"""})
    void showsWhatIsWrong(String report) {
        String line = report.lines().skip(1).findFirst().orElseThrow().substring(4);
        assertThat(problem(line)).isEqualTo(report);
    }

    @Test
    void noControlCharacterGetsOut() {
        assertThat(problem("alice says \u0007bell \\q")).contains("alice says \\u{7}bell").doesNotContain("\u0007");
    }

    @Test
    void ofALongLineOnlyWhatMattersIsShown() {
        String problem = problem("alice says " + "x".repeat(100_000) + "\\q" + "y".repeat(100_000));
        assertThat(problem).startsWith("column 100012: \\q is no escape").hasSizeLessThan(500)
                .contains("    …" + "x".repeat(80) + "\\q");
        assertThat(problem.lines().toList().getLast()).isEqualTo(" ".repeat(4 + 1 + 80) + "^^");
    }

    private static String problem(String line) {
        return catchThrowableOfType(ScenarioInvalid.class, () -> Parser.step(line)).getMessage();
    }
}
