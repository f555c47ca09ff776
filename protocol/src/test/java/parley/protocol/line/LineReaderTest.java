package parley.protocol.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.protocol.line.Line.NotUtf8;
import parley.protocol.line.Line.Text;
import parley.protocol.line.Line.TooLong;

class LineReaderTest {

    private static final int LIMIT = 8;
    private static final byte[] MIXED = "one\n\r\n12345678\r\n123456789\nähm ✓\n\n123456789012\r\n\rx\r\r\nlast\ncut o"
            .getBytes(StandardCharsets.UTF_8);
    private static final List<Line> MIXED_LINES = List.of(new Text("one"), new Text(""), new Text("12345678"),
            new TooLong(LIMIT), new Text("ähm ✓"), new Text(""), new TooLong(LIMIT), new Text("\rx\r"),
            new Text("last"));

    @Test
    void linesEndInANewlineOrACarriageReturnAndANewline() throws IOException {
        assertThat(lines("one\ntwo\r\n\nfour\n")).containsExactly(texts("one", "two", "", "four"));
    }

    @Test
    void aCarriageReturnElsewhereIsPartOfTheLine() throws IOException {
        assertThat(lines("a\rb\r\r\n")).containsExactly(texts("a\rb\r"));
    }

    @Test
    void anUnfinishedLastLineIsNoLine() throws IOException {
        assertThat(lines("whole\ncut o")).containsExactly(texts("whole"));
        assertThat(lines("cut o")).isEmpty();
        assertThat(lines("")).isEmpty();
    }

    @Test
    void anEmptyReadIsNotTheEnd() throws IOException {
        assertThat(lines("o", "", "ne\n", "", "two\n")).containsExactly(texts("one", "two"));
    }

    @Test
    void howeverTheStreamIsCutTheLinesAreTheSame() throws IOException {
        assertThat(all(LIMIT, Chunks.of(MIXED))).isEqualTo(MIXED_LINES);
        assertThat(all(LIMIT, Chunks.bytewise(MIXED))).isEqualTo(MIXED_LINES);
        for (int cut = 0; cut <= MIXED.length; cut++) {
            assertThat(all(LIMIT, Chunks.splitAt(cut, MIXED))).as("cut at %d", cut).isEqualTo(MIXED_LINES);
        }
    }

    @Test
    void theLimitCountsBytesWithoutTheLineEnd() throws IOException {
        assertThat(lines("12345678\n")).containsExactly(texts("12345678"));
        assertThat(lines("12345678\r\n")).containsExactly(texts("12345678"));
        assertThat(lines("ääää\r\n")).containsExactly(texts("ääää"));
        assertThat(lines("123456789\n")).containsExactly(new TooLong(LIMIT));
        assertThat(lines("123456789\r\n")).containsExactly(new TooLong(LIMIT));
        assertThat(lines("ääää!\n")).containsExactly(new TooLong(LIMIT));
    }

    @Test
    void aCarriageReturnJustOverTheLimitIsForgivenOnlyBeforeANewline() throws IOException {
        assertThat(lines("12345678\r", "\n")).containsExactly(texts("12345678"));
        assertThat(lines("12345678\r", "9\n", "next\n")).containsExactly(new TooLong(LIMIT), new Text("next"));
    }

    @Test
    void aLineOverTheLimitIsReportedOnceAndTheNextOneIsRead() throws IOException {
        String endless = "x".repeat(100_000);

        assertThat(lines("before\n" + endless, endless, endless + "\nafter\n")).containsExactly(new Text("before"),
                new TooLong(LIMIT), new Text("after"));
    }

    @Test
    void aLineOverTheLimitIsReportedBeforeItsEndArrives() throws IOException {
        Chunks stream = Chunks.of("0123456789", "this is still to come");
        LineReader reader = new LineReader(stream, LIMIT);

        assertThat(reader.read()).isEqualTo(new TooLong(LIMIT));
        assertThat(stream.isExhausted()).isFalse();
    }

    @Test
    void aLineThatNeverEndsTakesNoMoreMemoryThanOneOfTheLimit() throws IOException {
        byte[] chunk = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        Chunks stream = Chunks.of(Stream.generate(() -> chunk).limit(1000).toArray(byte[][]::new));

        assertThat(all(16_384, stream)).containsExactly(new TooLong(16_384));
        assertThat(stream.largestBuffer()).isBetween(16_384, 16_384 + 2);
    }

    @Test
    void theBufferGrowsForALongLineOnlyAndShrinksBehindIt() throws IOException {
        Chunks stream = Chunks.of("short\n", "y".repeat(16_384) + "\r\n", "short\n", "short\n");
        LineReader reader = new LineReader(stream, 16_384);

        assertThat(reader.read()).isEqualTo(new Text("short"));
        assertThat(stream.largestBuffer()).isLessThan(1024);
        assertThat(reader.read()).isEqualTo(new Text("y".repeat(16_384)));
        reader.read();
        reader.read();
        assertThat(stream.lastBuffer()).isLessThan(1024);
    }

    @Test
    void whenMoreComesThanItHoldsItTakesMuchAtOnceAndThenLittleAgain() throws IOException {
        String many = "0123456\n".repeat(1000);
        Chunks stream = Chunks.of(many, "one\n", "two\n");
        LineReader reader = new LineReader(stream, LIMIT);

        assertThat(reader.await()).isTrue();
        assertThat(taken(reader)).isEqualTo(64);
        assertThat(reader.await()).isTrue();
        assertThat(taken(reader)).as("the rest, in one read").isEqualTo(936);
        assertThat(reader.await()).isTrue();
        assertThat(reader.next()).isEqualTo(new Text("one"));
        assertThat(reader.await()).isTrue();
        assertThat(stream.lastBuffer()).isLessThan(1024);
    }

    private static int taken(LineReader reader) {
        int taken = 0;
        while (reader.next() != null) {
            taken++;
        }
        return taken;
    }

    @Test
    void aLongLineThatTricklesInStaysWhereItIs() throws IOException {
        byte[] line = ("x".repeat(10_000) + "\n").getBytes(StandardCharsets.UTF_8);
        Chunks stream = Chunks.bytewise(line);
        LineReader reader = new LineReader(stream, 16_384);

        assertThat(reader.read()).isEqualTo(new Text("x".repeat(10_000)));
        assertThat(stream.buffers()).as("buffers that were read into").isLessThan(10);
    }

    @Test
    void bytesThatAreNotUtf8AreReportedAndTheNextLineIsRead() throws IOException {
        byte[] invalid = {'a', (byte) 0xff, '\n'};
        byte[] cutShort = {(byte) 0xe2, (byte) 0x9c, '\n'};
        byte[] surrogate = {(byte) 0xed, (byte) 0xa0, (byte) 0x80, '\n'};
        byte[] overlong = {(byte) 0xc0, (byte) 0xaf, '\n'};
        Chunks stream = Chunks.of(invalid, cutShort, surrogate, overlong, "fine ✓\n".getBytes(StandardCharsets.UTF_8));

        assertThat(all(LIMIT, stream)).containsExactly(new NotUtf8(), new NotUtf8(), new NotUtf8(), new NotUtf8(),
                new Text("fine ✓"));
    }

    @Test
    void anyCharacterMayStandInALine() throws IOException {
        assertThat(lines("\0\t\u001b[m\n")).containsExactly(texts("\0\t\u001b[m"));
    }

    @Test
    void nothingIsAtHandUntilALineIsWhole() throws IOException {
        LineReader reader = new LineReader(Chunks.of("one\ntwo\nthr", "ee\n"), LIMIT);

        assertThat(reader.next()).isNull();
        assertThat(reader.await()).isTrue();
        assertThat(reader.next()).isEqualTo(new Text("one"));
        assertThat(reader.read()).isEqualTo(new Text("two"));
        assertThat(reader.next()).isNull();
        assertThat(reader.read()).isEqualTo(new Text("three"));
        assertThat(reader.await()).isFalse();
    }

    @Test
    void theEndOfALineOverTheLimitIsNoLineToWaitFor() throws IOException {
        LineReader reader = new LineReader(Chunks.of("one\n0123456789", "012\nt", "wo\n"), LIMIT);

        assertThat(reader.await()).isTrue();
        assertThat(reader.next()).isEqualTo(new Text("one"));
        assertThat(reader.next()).isEqualTo(new TooLong(LIMIT));
        assertThat(reader.next()).isNull();
        assertThat(reader.await()).isTrue();
        assertThat(reader.next()).isEqualTo(new Text("two"));
        assertThat(reader.await()).isFalse();
    }

    @Test
    void afterTheEndThereIsOnlyTheEnd() throws IOException {
        LineReader reader = new LineReader(Chunks.of("one\n"), LIMIT);

        assertThat(reader.read()).isEqualTo(new Text("one"));
        assertThat(reader.read()).isNull();
        assertThat(reader.read()).isNull();
    }

    @Test
    void aBrokenStreamIsAnException() {
        LineReader reader = new LineReader(Chunks.of("cut o").thenBroken("reset"), LIMIT);

        assertThatThrownBy(reader::read).isInstanceOf(IOException.class).hasMessage("reset");
    }

    @Test
    void closingTheReaderClosesTheStream() throws IOException {
        Chunks stream = Chunks.of("one\n");
        new LineReader(stream, LIMIT).close();

        assertThat(stream.isOpen()).isFalse();
    }

    private static List<Line> lines(String... chunks) throws IOException {
        return all(LIMIT, Chunks.of(chunks));
    }

    private static List<Line> all(int limit, Chunks stream) throws IOException {
        LineReader reader = new LineReader(stream, limit);
        List<Line> lines = new ArrayList<>();
        for (Line line = reader.read(); line != null; line = reader.read()) {
            lines.add(line);
        }
        return lines;
    }

    private static Line[] texts(String... texts) {
        return Stream.of(texts).map(Text::new).toArray(Line[]::new);
    }
}
