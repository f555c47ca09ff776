package parley.chatc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A variable of a scenario and what it is to be, as the command line has it. */
record Assignment(String name, String text) {

    static final String LABEL = "NAME=TEXT";

    private static final Pattern FORM = Pattern.compile("([A-Za-z_]\\w*)=(.*)", Pattern.DOTALL);

    /** All of them; the last one of a name counts. */
    static Map<String, String> all(List<Assignment> assignments) {
        Map<String, String> all = new LinkedHashMap<>();
        assignments.forEach(one -> all.put(one.name, one.text));
        return all;
    }

    /** Reads one. */
    static final class Reader implements ITypeConverter<Assignment> {
        @Override
        public Assignment convert(String value) {
            Matcher matcher = FORM.matcher(value);
            if (!matcher.matches()) {
                throw new TypeConversionException("\"" + value + "\" is no name and text, like who=alice");
            }
            return new Assignment(matcher.group(1), matcher.group(2));
        }
    }
}
