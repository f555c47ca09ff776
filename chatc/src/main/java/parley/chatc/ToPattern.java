package parley.chatc;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a regular expression, or says what is wrong with it, and where. */
final class ToPattern implements ITypeConverter<Pattern> {

    static final String LABEL = "PATTERN";

    @Override
    public Pattern convert(String value) {
        try {
            return Pattern.compile(value);
        } catch (PatternSyntaxException e) {
            throw new TypeConversionException("\"" + value + "\" is no regular expression: " + e.getDescription()
                    + (e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1)));
        }
    }
}
