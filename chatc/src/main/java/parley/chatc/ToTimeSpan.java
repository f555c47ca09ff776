package parley.chatc;

import java.time.Duration;
import parley.protocol.text.TimeSpan;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time, or says what one looks like. */
final class ToTimeSpan implements ITypeConverter<Duration> {

    static final String LABEL = "TIME";

    @Override
    public Duration convert(String value) {
        return TimeSpan.read(value).orElseThrow(() -> new TypeConversionException(
                "\"" + value + "\" is not a time above zero like 250ms, 30s, 2m, 1h or 7d"));
    }
}
