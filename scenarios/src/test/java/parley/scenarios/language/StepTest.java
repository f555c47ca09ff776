package parley.scenarios.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of step is read as. */
final class StepTest {

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\0', textBlock = """
            connects => Connect[nick=null, way=Way[dialect=null, address=null], echo=false, password=null]
            connects as Alice_01 => Connect[nick=Alice_01, way=Way[dialect=null, address=null], echo=false, password=null]
            connects as "a b" => Connect[nick=a b, way=Way[dialect=null, address=null], echo=false, password=null]
            joins #garden => Join[room=#garden, key=null]
            joins "no hash" => Join[room=no hash, key=null]
            leaves #garden => Leave[room=#garden, why=null]
            leaves #garden because it rains => Leave[room=#garden, why=it rains]
            says hello, *world* => Say[room=null, text=hello, *world*]
            says in #garden hello => Say[room=#garden, text=hello]
            says in truth, no => Say[room=null, text=in truth, no]
            says "in #garden there are roses" => Say[room=null, text=in #garden there are roses]
            says in {where} {what} => Say[room={where}, text={what}]
            says "  blanks " => Say[room=null, text=  blanks ]
            says "" => Say[room=null, text=]
            says "quoted" and not => Say[room=null, text="quoted" and not]
            says \\"quoted\\" => Say[room=null, text="quoted"]
            says hi within 5s => Say[room=null, text=hi within 5s]
            says /me waves/ => Say[room=null, text=/me waves/]
            says {} and {"a":1} => Say[room=null, text={} and {"a":1}]
            says to bob psst => Tell[to=bob, text=psst]
            tells operators psst => TellRole[role=OPERATOR, room=null, text=psst]
            tells voices in #a psst, you => TellRole[role=VOICE, room=#a, text=psst, you]
            renames to robert => Rename[nick=robert]
            sets topic to Roses, and more => SetTopic[room=null, text=Roses, and more]
            sets topic in #garden to Roses => SetTopic[room=#garden, text=Roses]
            asks who is in #garden => AskWho[room=#garden]
            connects as Alice with password open sesame => Connect[nick=Alice, way=Way[dialect=null, address=null], echo=false, password=open sesame]
            joins #vault with key open sesame => Join[room=#vault, key=open sesame]
            invites bob => Invite[nick=bob, room=null]
            invites bob to #garden => Invite[nick=bob, room=#garden]
            kicks bob => Kick[nick=bob, room=null, why=null]
            kicks bob from #garden because too loud => Kick[nick=bob, room=#garden, why=too loud]
            bans bob => Restrict[kind=ban, whom=NICK, name=bob, room=null, length=null, why=null]
            bans account bob in #a for 12h because no => Restrict[kind=ban, whom=ACCOUNT, name=bob, room=#a, length=12h, why=no]
            mutes address 10.0.0.0/8 for 250ms => Restrict[kind=mute, whom=ADDRESS, name=10.0.0.0/8, room=null, length=250ms, why=null]
            unbans bob in #garden => Lift[kind=ban, whom=NICK, name=bob, room=#garden]
            unmutes account bob => Lift[kind=mute, whom=ACCOUNT, name=bob, room=null]
            exempts b* in #a => Restrict[kind=exempt, whom=NICK, name=b*, room=#a, length=null, why=null]
            unexempts b* => Lift[kind=exempt, whom=NICK, name=b*, room=null]
            admits account bob for 7d because friend => Restrict[kind=admit, whom=ACCOUNT, name=bob, room=null, length=7d, why=friend]
            unadmits address 10.0.0.0/8 in #a => Lift[kind=admit, whom=ADDRESS, name=10.0.0.0/8, room=#a]
            gives bob the role voice in #garden => SetRole[nick=bob, role=voice, room=#garden]
            disconnects => Disconnect[why=null]
            disconnects because tea => Disconnect[why=tea]
            drops => Drop[]
            stalls => Stall[]
            resumes => Resume[]
            pings => Ping[]
            syncs => Sync[]
            connects as A over irc to h:1 with password x => Connect[nick=A, way=Way[dialect=IRC, address=h:1], echo=false, password=x]
            connects with echo to {where} => Connect[nick=null, way=Way[dialect=null, address={where}], echo=true, password=null]
            connects without hello over json => Open[way=Way[dialect=JSON, address=null]]
            asks who bob is => AskWhoIs[nick=bob]
            asks for rooms => AskRooms[]
            asks for status => AskStatus[]
            asks for history => AskHistory[room=null, after=null, before=null, limit=0, words=null]
            asks for history of #a after {c} at most 5 => AskHistory[room=#a, after={c}, before=null, limit=5, words=null]
            asks for history before 12 => AskHistory[room=null, after=null, before=12, limit=0, words=null]
            asks for history of #a at most 5 with red roses => AskHistory[room=#a, after=null, before=null, limit=5, words=red roses]
            asks for restrictions => AskRestrictions[room=null]
            asks for restrictions in the server => AskRestrictions[room=the server]
            makes #a invite-only => Change[room=#a, change=RoomChange[access=INVITE_ONLY, moderated=null, topicLocked=null, hidden=null, limit=null, key=null]]
            makes #a topic-unlocked => Change[room=#a, change=RoomChange[access=null, moderated=null, topicLocked=false, hidden=null, limit=null, key=null]]
            limits #a to 3 => Change[room=#a, change=RoomChange[access=null, moderated=null, topicLocked=null, hidden=null, limit=3, key=null]]
            sets key of #a to open sesame => SetKey[room=#a, key=open sesame]
            kicks bob from the server => Kick[nick=bob, room=the server, why=null]
            bans bob in the server for 1h because no => Restrict[kind=ban, whom=NICK, name=bob, room=the server, length=1h, why=no]
            unbans address 10.0.0.1 in the server => Lift[kind=ban, whom=ADDRESS, name=10.0.0.1, room=the server]
            sends {"do":"say","text":"a\\nb"} => Send[line={"do":"say","text":"a\\nb"}]
            """)
    void clientsDo(String text, String action) {
        assertThat(act("alice " + text).action()).hasToString(action);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\0', textBlock = """
            sees welcome => Sees[sight=Sight[kind=WELCOME, patterns=[null]]]
            sees welcome "Be kind." => Sees[sight=Sight[kind=WELCOME, patterns=[Be kind.]]]
            sees bob join => Sees[sight=Sight[kind=JOIN, patterns=[bob, null]]]
            sees bob join #lobby => Sees[sight=Sight[kind=JOIN, patterns=[bob, #lobby]]]
            sees {who} join {where} => Sees[sight=Sight[kind=JOIN, patterns=[{who}, {where}]]]
            sees bob leave => Sees[sight=Sight[kind=LEAVE, patterns=[bob, null, null]]]
            sees bob leave because * rains => Sees[sight=Sight[kind=LEAVE, patterns=[bob, null, * rains]]]
            sees bob leave #a because tea => Sees[sight=Sight[kind=LEAVE, patterns=[bob, #a, tea]]]
            sees bob say hello, {what} => Sees[sight=Sight[kind=SAY, patterns=[bob, null, hello, {what}]]]
            sees bob say in #garden hi => Sees[sight=Sight[kind=SAY, patterns=[bob, #garden, hi]]]
            sees bob say in truth, no => Sees[sight=Sight[kind=SAY, patterns=[bob, null, in truth, no]]]
            sees bob say to alice psst => Sees[sight=Sight[kind=TELL, patterns=[bob, alice, psst]]]
            sees bob rename to robert => Sees[sight=Sight[kind=RENAME, patterns=[bob, robert]]]
            sees bob set topic to "" => Sees[sight=Sight[kind=SET_TOPIC, patterns=[bob, null, ]]]
            sees bob set topic in #a to B => Sees[sight=Sight[kind=SET_TOPIC, patterns=[bob, #a, B]]]
            sees carol, bob and alice in #a => Sees[sight=Sight[kind=MEMBERS, patterns=[alice, bob, carol, #a]]]
            sees refusal nick-taken => Sees[sight=Sight[kind=REFUSAL, patterns=[nick-taken, null]]]
            sees refusal * in use => Sees[sight=Sight[kind=REFUSAL, patterns=[*, in use]]]
            sees rooms #b, #c and #a => Sees[sight=Sight[kind=ROOMS, patterns=[#a, #b, #c]]]
            sees person bob => Sees[sight=Sight[kind=PERSON, patterns=[bob, null, null, null]]]
            sees person bob of account bob in #a and #b from * => Sees[sight=Sight[kind=PERSON, patterns=[bob, bob, #a, #b, *]]]
            sees restrictions "" => Sees[sight=Sight[kind=RESTRICTIONS, patterns=[null, ]]]
            sees restrictions in the server ban * => Sees[sight=Sight[kind=RESTRICTIONS, patterns=[the server, ban *]]]
            sees done at {c} => Sees[sight=Sight[kind=DONE, patterns=[null, {c}]]]
            sees more in #a => Sees[sight=Sight[kind=MORE, patterns=[#a, null]]]
            sees status 2 sessions* => Sees[sight=Sight[kind=STATUS, patterns=[2 sessions*]]]
            sees pong => Sees[sight=Sight[kind=PONG, patterns=[]]]
            sees bob change #a to invite-only => Sees[sight=Sight[kind=CHANGE, patterns=[bob, #a, invite-only]]]
            sees bob ban carol in the server => Sees[sight=Sight[kind=BAN, patterns=[bob, carol, the server, null]]]
            sees gap in #a => Sees[sight=Sight[kind=GAP, patterns=[#a]]]
            sees goodbye => Sees[sight=Sight[kind=GOODBYE, patterns=[null]]]
            sees line /"on":"said"/ => Sees[sight=Sight[kind=LINE, patterns=[/"on":"said"/]]]
            sees nothing => SeesNothing[]
            sees nothing but bob say hi? => SeesNothingBut[sight=Sight[kind=SAY, patterns=[bob, null, hi?]]]
            does not see bob join => DoesNotSee[sight=Sight[kind=JOIN, patterns=[bob, null]]]
            """)
    void clientsSee(String text, String expectation) {
        assertThat(look("alice " + text).expectation()).hasToString(expectation);
    }

    @ParameterizedTest
    @CsvSource({"sees bob leave within 500ms,PT0.5S", "sees bob say see you within 2 s,PT2S",
            "sees nothing within 3s,PT3S", "sees nothing but bob join within 1m,PT1M",
            "does not see bob leave within 1ms,PT0.001S", "sees welcome within 5s,PT5S"})
    void aTimeStandsAtTheEnd(String text, Duration within) {
        assertThat(look("alice " + text).within()).isEqualTo(within);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sees bob say back within minutes", "sees bob say \"back within 5s\"",
            "sees bob say within 5", "sees nothing"})
    void otherwiseThereIsNoTime(String text) {
        assertThat(look("alice " + text).within()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"sees bob say hi 3 times,3", "sees bob join 2 times within 5s,2", "sees nothing but welcome 1 times,1",
            "sees bob say \"hi 3 times\",1", "sees bob say many times,1"})
    void aNumberStandsBeforeTheTime(String text, int times) {
        assertThat(look("alice " + text).times()).isEqualTo(times);
    }

    @Test
    void aTimeIsNoPartOfTheText() {
        assertThat(look("alice sees bob say see you within 2s").expectation()).asString().contains("see you]");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            alice sees nothing => Named[names=[alice]]
            alice and bob see nothing => Named[names=[alice, bob]]
            alice, bob and carol do not see welcome => Named[names=[alice, bob, carol]]
            everyone sees nothing => Everyone[but=[]]
            everyone but alice and bob sees nothing => Everyone[but=[alice, bob]]
            """)
    void severalLook(String text, String subjects) {
        assertThat(look(text).subjects()).hasToString(subjects);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            network delays bob by 50ms => [bob] Delay[by=PT0.05S]
            network cuts alice and bob => [alice, bob] Cut[]
            network trickles bob => [bob] Trickle[]
            network throttles bob to 10kB/s => [bob] Throttle[bytesPerSecond=10000]
            network heals bob => [bob] Heal[]
            """)
    void theNetworkDoes(String text, String fault) {
        Step.Network step = (Step.Network) step(text);
        assertThat(step.clients() + " " + step.fault()).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({"server restarts,RESTARTS", "server is killed,IS_KILLED", "server  starts,STARTS"})
    void theServerHasItsFate(String text, ServerFate fate) {
        assertThat(((Step.Serve) step(text)).fate()).isEqualTo(fate);
    }

    @Test
    void severalDoTheSame() {
        assertThat(act("alice, bob and carol-2 connect").clients()).isEqualTo(List.of("alice", "bob", "carol-2"));
    }

    @Test
    void blanksBetweenWordsMayBeOfAnyKind() {
        assertThat(act(" alice\tsays \u00a0 in  #a\t two  words ").action())
                .hasToString("Say[room=#a, text=two  words]");
    }

    private static Step.Act act(String text) {
        return (Step.Act) step(text);
    }

    private static Step.Look look(String text) {
        return (Step.Look) step(text);
    }

    private static Step step(String text) {
        try {
            return Parser.step(text);
        } catch (ScenarioInvalid e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
